import Foundation
import GRDB
import MidbackStore

extension SQLiteResponseStore {
    func openSession(id: String, session: TokenHash, now: Date) async throws(StoreError) {
        let now = now.milliseconds
        try await database.write(id: id) { database in
            try Self.insert(session, response: database.responseKey(id), now: now, in: database)
        }
    }

    func closeSession(_ session: TokenHash) async throws(StoreError) {
        _ = try await database.write(id: "") { database in
            try database.run("DELETE FROM session WHERE token_hash = ?", [session.blob])
        }
    }

    func touch(id: String, session: TokenHash?, now: Date) async throws(StoreError) {
        let now = now.milliseconds
        try await database.write(id: id) { database in
            let key = try database.responseKey(id)
            try Self.noteVisit(of: key, now: now, in: database)
            guard let session else { return }
            try database.run(
                "UPDATE session SET last_used_at = MAX(last_used_at, ?) WHERE token_hash = ? AND response = ?",
                [now, session.blob, key])
        }
    }

    static func noteVisit(of response: Int64, now: Int64, in database: Database) throws {
        try database.run("UPDATE response SET last_used_at = MAX(last_used_at, ?) WHERE key = ?", [now, response])
    }

    static func insert(_ session: TokenHash, response: Int64, now: Int64, in database: Database) throws {
        try database.run(
            "INSERT INTO session (token_hash, response, opened_at, last_used_at) VALUES (?, ?, ?, ?)",
            [session.blob, response, now, now])
    }
}
