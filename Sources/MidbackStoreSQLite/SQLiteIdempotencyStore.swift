import Foundation
import GRDB
import MidbackStore

/// Handled posts in SQLite.
struct SQLiteIdempotencyStore: IdempotencyStore {
    let database: SQLiteDatabase

    func claim(key: TokenHash, for id: String, now: Date) async throws(StoreError) -> Bool {
        let now = now.milliseconds
        return try await database.write(id: id) { database in
            try Self.claim(key, response: database.responseKey(id), now: now, in: database)
        }
    }

    /// - Returns: `false` when the key was claimed before.
    static func claim(_ key: TokenHash, response: Int64, now: Int64, in database: Database) throws -> Bool {
        let claimed = try database.run(
            "INSERT INTO claim (response, key_hash, claimed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [response, key.blob, now])
        return claimed == 1
    }
}
