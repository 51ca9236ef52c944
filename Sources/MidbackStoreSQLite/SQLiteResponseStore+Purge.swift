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
            sessions: try await purgeSessions(before: now.addingTimeInterval(-policy.session)),
            claims: try await purgeClaims(before: now.addingTimeInterval(-policy.claim)))
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

    private func purgeSessions(before: Date) async throws(StoreError) -> Int {
        let before = before.milliseconds
        let sql = "SELECT token_hash FROM session WHERE last_used_at < ?"
        let hashes = try await database.read(id: "") { try Data.fetchAll($0, sql: sql, arguments: [before]) }
        return try await inBatches(hashes) { hash, database in
            try database.run("DELETE FROM session WHERE token_hash = ? AND last_used_at < ?", [hash, before])
        }
    }

    private func purgeClaims(before: Date) async throws(StoreError) -> Int {
        let before = before.milliseconds
        let sql = "SELECT DISTINCT response FROM claim WHERE claimed_at < ?"
        let keys = try await database.read(id: "") { try Int64.fetchAll($0, sql: sql, arguments: [before]) }
        return try await inBatches(keys) { key, database in
            try database.run("DELETE FROM claim WHERE response = ? AND claimed_at < ?", [key, before])
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
