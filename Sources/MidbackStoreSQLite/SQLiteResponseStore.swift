import Foundation
import GRDB
import MidbackStore

/// Surveys in SQLite.
struct SQLiteResponseStore: ResponseStore {
    let database: SQLiteDatabase

    func create(
        id: String, session: TokenHash, language: String, packVersion: String, packDigest: String, now: Date
    ) async throws(StoreError) {
        let words = [language, packVersion, packDigest]
        try StoreRules.require(StoreRules.isID(id) && words.allSatisfy(StoreRules.isWord), id: id)
        let now = now.milliseconds
        try await database.write(id: id) { database in
            try database.run(
                """
                INSERT INTO response (id, language, pack_version, pack_digest, created_at, last_used_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, [id, language, packVersion, packDigest, now, now])
            try Self.insert(session, response: database.lastInsertedRowID, now: now, in: database)
        }
    }

    func find(id: String) async throws(StoreError) -> ResponseRecord? {
        try await find(where: "response.id = ?", id)
    }

    func find(session: TokenHash) async throws(StoreError) -> ResponseRecord? {
        try await find(where: "response.key = (SELECT response FROM session WHERE token_hash = ?)", session.blob)
    }

    func find(link: TokenHash) async throws(StoreError) -> ResponseRecord? {
        try await find(where: "response.link_hash = ?", link.blob)
    }

    func setLanguage(id: String, language: String) async throws(StoreError) {
        try StoreRules.require(StoreRules.isWord(language), id: id)
        try await change(id: id, "language = ?", [language])
    }

    func finish(id: String, now: Date) async throws(StoreError) {
        let now = now.milliseconds
        try await change(
            id: id, "finished_at = COALESCE(finished_at, ?), last_used_at = MAX(last_used_at, ?)", [now, now])
    }

    /// Sets columns of one response.
    private func change(id: String, _ columns: String, _ values: StatementArguments) async throws(StoreError) {
        try await database.write(id: id) { database in
            let changed = try database.run("UPDATE response SET \(columns) WHERE id = ?", values + [id])
            guard changed == 1 else { throw StoreError.notFound(id: id) }
        }
    }

    func find(
        where condition: String, _ value: some DatabaseValueConvertible & Sendable
    ) async throws(StoreError) -> ResponseRecord? {
        try await database.read(id: "") { database in
            try database.row("\(ResponseRecord.select) WHERE \(condition)", [value]).map(ResponseRecord.init(row:))
        }
    }
}

extension ResponseRecord {
    fileprivate static let select = """
        SELECT id, language, pack_version, pack_digest, created_at, last_used_at, finished_at, latest_version,
            link_hash IS NOT NULL
        FROM response
        """

    fileprivate init(row: Row) {
        let finishedAt: Int64? = row[6]
        self.init(
            id: row[0], language: row[1], packVersion: row[2], packDigest: row[3],
            createdAt: Date(milliseconds: row[4]), lastUsedAt: Date(milliseconds: row[5]),
            finishedAt: finishedAt.map(Date.init(milliseconds:)),
            latestVersion: row[7], hasLink: row[8])
    }
}
