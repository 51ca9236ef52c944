import Foundation
import GRDB
import MidbackStore

extension SQLiteResponseStore {
    func delete(id: String, now: Date) async throws(StoreError) {
        let entry = Erasure(idHash: SQLiteErasureLedger.hash(of: id), at: now)
        try await database.write(id: id) { database in
            try Self.erase(database.responseKey(id), in: database)
            try SQLiteErasureLedger.add(entry, to: database)
        }
        database.noteBeside(entry)
        await database.checkpointIfPossible()
    }

    /// Erases all rows of a response: every table refers to it with ON DELETE CASCADE, those of later migrations too.
    static func erase(_ key: Int64, in database: Database) throws {
        try database.run("INSERT INTO erasing (response) VALUES (?)", [key])
        try database.run("DELETE FROM response WHERE key = ?", [key])
        try database.run("DELETE FROM erasing WHERE response = ?", [key])
    }
}
