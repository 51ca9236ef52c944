import GRDB
import MidbackStore

/// Health and closing of a SQLite database.
struct SQLiteHealth: StoreHealth {
    let database: SQLiteDatabase

    func ping() async throws(StoreError) {
        _ = try await database.read(id: "") { try Int.fetchOne($0, sql: "SELECT 1") }
        try await database.write(id: "") { _ in }
    }

    func schemaVersion() async throws(StoreError) -> Int {
        try await database.read(id: "") { try Migrations.migrator().appliedMigrations($0).count }
    }

    func checkpoint() async throws(StoreError) { try await database.checkpoint() }

    func compact() async throws(StoreError) {
        do {
            try await database.pool.vacuum()
        } catch {
            throw StoreError(error, id: "")
        }
        try await checkpoint()
    }

    func close() async throws(StoreError) {
        guard await database.queue.close() else { return }
        try await checkpoint()
        do {
            try database.pool.close()
        } catch {
            throw StoreError(error, id: "")
        }
    }
}
