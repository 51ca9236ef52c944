import Foundation
import GRDB
import MidbackStore

/// Handled posts in SQLite.
struct SQLiteIdempotencyStore: IdempotencyStore {
    let database: SQLiteDatabase

    func claim(key: TokenHash, for id: String, now: Date) async throws(StoreError) -> Bool {
        let now = now.milliseconds
        return try await database.write(id: id) { database in
            let claimed = try database.run(
                """
                INSERT INTO claim (response, key_hash, claimed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, [database.responseKey(id), key.blob, now])
            return claimed == 1
        }
    }
}
