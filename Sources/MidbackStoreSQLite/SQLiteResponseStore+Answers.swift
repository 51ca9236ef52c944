import Foundation
import GRDB
import MidbackSealing
import MidbackStore

extension SQLiteResponseStore {
    @discardableResult
    func append(
        answers: Data, to id: String, expectedVersion: Int, now: Date
    ) async throws(StoreError) -> Int {
        try StoreRules.require(StoreRules.isPayload(answers) && expectedVersion >= 0, id: id)
        // A number too large for the count wraps around and is then found to be a conflict.
        let number = expectedVersion &+ 1
        let now = now.milliseconds
        let sealed = try seal(answers, in: SealedColumn.answers(id, version: number), id: id)
        try await database.write(id: id) { database in
            let key = try Self.key(of: id, at: expectedVersion, in: database)
            guard number <= StoreLimits.versions else { throw StoreError.tooMany(id: id) }
            try database.run(
                "INSERT INTO answers_version (response, number, sealed, saved_at) VALUES (?, ?, ?, ?)",
                [key, number, sealed, now])
            try database.run(
                "UPDATE response SET latest_version = ?, last_used_at = MAX(last_used_at, ?) WHERE key = ?",
                [number, now, key])
        }
        return number
    }

    func latest(id: String) async throws(StoreError) -> AnswersVersion? {
        try await versions(id: id, where: "number = latest_version", []).first
    }

    func version(_ number: Int, of id: String) async throws(StoreError) -> AnswersVersion? {
        try await versions(id: id, where: "number = ?", [number]).first
    }

    func versions(id: String) async throws(StoreError) -> [AnswersVersion] {
        try await versions(id: id, where: "TRUE", [])
    }

    func seal(_ plain: Data, in context: SealContext, id: String) throws(StoreError) -> Data {
        do {
            return try database.sealer.seal(plain, in: context)
        } catch {
            throw StoreError(error, id: id)
        }
    }

    /// The key of a response whose newest version is the expected one.
    private static func key(of id: String, at version: Int, in database: Database) throws -> Int64 {
        guard let row = try database.row("SELECT key, latest_version FROM response WHERE id = ?", [id]) else {
            throw StoreError.notFound(id: id)
        }
        guard row[1] == version else { throw StoreError.conflict(id: id, latestVersion: row[1]) }
        return row[0]
    }

    private func versions(
        id: String, where condition: String, _ values: StatementArguments
    ) async throws(StoreError) -> [AnswersVersion] {
        let sealer = database.sealer
        return try await database.read(id: id) { database in
            try database.rows(
                """
                SELECT number, sealed, saved_at FROM response JOIN answers_version ON response = key
                WHERE id = ? AND \(condition) ORDER BY number
                """, [id] + values
            ).map { try Self.version($0, of: id, openedBy: sealer) }
        }
    }

    private static func version(_ row: Row, of id: String, openedBy sealer: Sealer) throws -> AnswersVersion {
        let answers = try sealer.open(row[1], in: SealedColumn.answers(id, version: row[0]))
        return AnswersVersion(number: row[0], answers: answers, savedAt: Date(milliseconds: row[2]))
    }
}
