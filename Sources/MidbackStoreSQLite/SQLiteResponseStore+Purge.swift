import Foundation
import GRDB
import MidbackStore

extension SQLiteResponseStore {
    /// Rows erased in one write: small enough that a visitor who waits behind it does not notice.
    private static let purgeBatch = 50

    func purgeExpired(policy: RetentionPolicy, now: Date) async throws(StoreError) -> PurgeCounts {
        let counts = PurgeCounts(
            unfinished: try await purgeResponses("IS NULL", before: now.addingTimeInterval(-policy.unfinished)),
            finished: try await purgeResponses("IS NOT NULL", before: now.addingTimeInterval(-policy.finished)),
            sessions: try await purge(
                "session", time: "last_used_at", key: "token_hash", before: now.addingTimeInterval(-policy.session)),
            claims: try await purge(
                "claim", time: "claimed_at", key: "key_hash", before: now.addingTimeInterval(-policy.claim)))
        await database.checkpointIfPossible()
        return counts
    }

    /// What has expired is looked up by a reader, which holds up nobody, and looked at again before it is erased,
    /// because the person may have come back in between.
    private func purgeResponses(_ finished: String, before: Date) async throws(StoreError) -> Int {
        let before = before.milliseconds
        let condition = "finished_at \(finished) AND last_used_at < ?"
        let keys = try await database.read(id: "") { database in
            try Int64.fetchAll(database, sql: "SELECT key FROM response WHERE \(condition)", arguments: [before])
        }
        return try await inBatches(keys) { key, database in
            let row = try database.row("SELECT 1 FROM response WHERE key = ? AND \(condition)", [key, before])
            guard row != nil else { return 0 }
            try Self.erase(key, in: database)
            return 1
        }
    }

    private func purge(_ table: String, time: String, key: String, before: Date) async throws(StoreError) -> Int {
        let before = before.milliseconds
        let keys = try await database.read(id: "") { database in
            try Data.fetchAll(
                database, sql: "SELECT \(key) FROM \(table) WHERE \(time) < ?", arguments: [before])
        }
        return try await inBatches(keys) { value, database in
            try database.run("DELETE FROM \(table) WHERE \(key) = ? AND \(time) < ?", [value, before])
        }
    }

    private func inBatches<Key: Sendable>(
        _ keys: [Key], erase: @escaping @Sendable (Key, Database) throws -> Int
    ) async throws(StoreError) -> Int {
        var count = 0
        for start in stride(from: 0, to: keys.count, by: Self.purgeBatch) {
            let batch = Array(keys[start..<min(start + Self.purgeBatch, keys.count)])
            count += try await database.write(id: "") { database in
                try batch.reduce(0) { try $0 + erase($1, database) }
            }
        }
        return count
    }
}
