import GRDB
public import MidbackStore

extension SQLiteDatabase: StoreHealth {
    public func ping() async throws(StoreError) {
        _ = try await read(id: "") { try Int.fetchOne($0, sql: "SELECT 1") }
        try await write(id: "") { _ in }
    }

    public func schemaVersion() async throws(StoreError) -> Int {
        try await read(id: "") { try Migrations.migrator().appliedMigrations($0).count }
    }

    public func checkpoint() async throws(StoreError) {
        try await alone { _ = try await self.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
    }

    public func compact() async throws(StoreError) {
        try await alone { try await self.pool.vacuum() }
        try await checkpoint()
    }

    public func close() async throws(StoreError) {
        guard await queue.close() else { return }
        try await checkpoint()
        do {
            try pool.close()
        } catch {
            throw StoreError(error, id: "")
        }
    }

    /// After an erasure: what is erased should leave the side file at once. A reader in the way only delays that to the
    /// next checkpoint, so it is no failure of the erasure.
    func checkpointIfPossible() async { try? await checkpoint() }

    private func alone(_ work: () async throws -> Void) async throws(StoreError) {
        do {
            try await work()
        } catch {
            throw StoreError(error, id: "")
        }
    }
}
