import Foundation
import GRDB
import MidbackStore

extension SQLiteResponseStore {
    func openSession(id: String, session: TokenHash, link: TokenHash, now: Date) async throws(StoreError) {
        let now = now.milliseconds
        try await database.write(id: id) { database in
            let row = try database.row("SELECT key FROM response WHERE id = ? AND link_hash = ?", [id, link.blob])
            guard let row else { throw StoreError.notFound(id: id) }
            try Self.insert(session, response: row[0], now: now, in: database)
            try database.run("UPDATE session SET by_link = 1 WHERE token_hash = ?", [session.blob])
            try Self.noteVisit(of: row[0], now: now, in: database)
        }
    }

    func setLink(id: String, link: TokenHash, keeping session: TokenHash?) async throws(StoreError) {
        try await changeLink(id: id, to: link.blob, keeping: session)
    }

    func revokeLink(id: String, keeping session: TokenHash?) async throws(StoreError) {
        try await changeLink(id: id, to: nil, keeping: session)
    }

    private func changeLink(id: String, to hash: Data?, keeping session: TokenHash?) async throws(StoreError) {
        let kept = session?.blob ?? Data()
        try await database.write(id: id) { database in
            let key = try database.responseKey(id)
            try database.run("UPDATE response SET link_hash = ? WHERE key = ?", [hash, key])
            try database.run(
                "DELETE FROM session WHERE response = ? AND by_link = 1 AND token_hash <> ?", [key, kept])
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
