import Foundation
import GRDB
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct SQLiteLimitTests {
    @Test func surveyTakesNoMoreVersionsThanItMay() async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await database.pool.write { connection in
                try connection.execute(
                    sql: """
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        INSERT INTO answers_version SELECT key, i, x'00', 0 FROM response, n ORDER BY i
                        """, arguments: [StoreLimits.versions])
                try connection.execute(
                    sql: "UPDATE response SET latest_version = ?", arguments: [StoreLimits.versions])
            }
            await #expect(throws: StoreError.tooMany(id: id)) {
                try await database.responses.add("two", to: id, after: StoreLimits.versions)
            }
        }
    }

    /// Sessions of an earlier program: the one that came with the survey stays, those that a link opened end with it.
    @Test func olderSessions_endWithTheLinkToo() async throws {
        try await withFolder { folder in
            let old = try SQLiteDatabase.open(
                folder: folder, sealer: Samples.sealer, options: SQLiteOptions(), upTo: "004-plans")
            let (first, second, id) = (Samples.newToken(), Samples.newToken(), Samples.newID())
            try await old.pool.write { connection in
                try connection.execute(
                    sql: """
                        INSERT INTO response (id, language, pack_version, pack_digest, created_at, last_used_at)
                        VALUES (?, 'en', '1.2.3', 'ab12', 1000, 2000)
                        """, arguments: [id])
                for (token, at) in [(first, 1000), (second, 2000)] {
                    try connection.execute(
                        sql: "INSERT INTO session SELECT ?, key, ?, ? FROM response",
                        arguments: [token.blob, at, at])
                }
            }
            try await old.health.close()
            let new = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            try await new.responses.revokeLink(id: id, keeping: nil)
            #expect(try await new.responses.find(session: first)?.id == id)
            #expect(try await new.responses.find(session: second) == nil)
            try await new.health.close()
        }
    }
}
