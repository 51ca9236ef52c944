import Foundation
import GRDB
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

/// Promises that the schema itself keeps, whatever a later program does.
@Suite struct SQLiteSchemaTests {
    @Test(arguments: [
        "UPDATE answers_version SET saved_at = 1", "DELETE FROM answers_version",
        "INSERT OR REPLACE INTO answers_version SELECT response, number, x'00', 1 FROM answers_version",
        "INSERT INTO answers_version SELECT response, 9, x'00', 1 FROM answers_version",
        "UPDATE triage SET language = 'xx'", "DELETE FROM triage",
        "INSERT OR REPLACE INTO triage SELECT id, response, number + 1, answers_number, 'x', 'x', 'x', 'x', x'00', x'00', 1"
            + " FROM triage",
        "UPDATE acknowledgement SET at = 1", "DELETE FROM acknowledgement", "DELETE FROM response",
        "UPDATE response SET id = '00000000-0000-0000-0000-000000000000'", "UPDATE response SET pack_digest = 'x'",
        "UPDATE response SET created_at = 1", "UPDATE erasure SET at = 1", "DELETE FROM erasure",
        "UPDATE plan_entry SET recorded_at = 1", "DELETE FROM plan_entry",
        "INSERT OR REPLACE INTO plan_entry SELECT response, number, kind, x'00', 1 FROM plan_entry",
        "INSERT INTO plan_entry SELECT response, 9, kind, x'00', 1 FROM plan_entry",
    ])
    func recordedRows_cannotBeChangedOrRemoved(sql: String) async throws {
        try await withSQLite { database in
            try await fill(database)
            await #expect(throws: DatabaseError.self) { try await database.pool.write { try $0.execute(sql: sql) } }
        }
    }

    @Test(arguments: [
        "INSERT INTO session VALUES (x'01', 1, 1, 1)", "INSERT INTO session VALUES (zeroblob(32), 99, 1, 1)",
        "INSERT INTO claim VALUES (99, zeroblob(32), 1)", "UPDATE response SET last_used_at = 1",
        "UPDATE response SET link_hash = x'01'", "UPDATE response SET language = ''",
        "UPDATE response SET last_used_at = 'soon'", "INSERT INTO plan_entry VALUES (99, 1, 'plan', x'00', 1)",
        "INSERT INTO plan_entry SELECT response, 2, 'diary', x'00', 1 FROM plan_entry",
        "INSERT INTO plan_entry SELECT response, 2, kind, x'', 1 FROM plan_entry",
        "INSERT INTO plan_entry SELECT response, 2, kind, x'00', 'soon' FROM plan_entry",
        "INSERT INTO plan_feed VALUES (99, zeroblob(32))", "UPDATE plan_feed SET token_hash = x'01'",
    ])
    func rowsThatMakeNoSense_cannotExist(sql: String) async throws {
        try await withSQLite { database in
            try await fill(database)
            await #expect(throws: DatabaseError.self) { try await database.pool.write { try $0.execute(sql: sql) } }
        }
    }

    @Test
    func everyTableOfAResponse_isErasedWithIt() async throws {
        try await withSQLite { database in
            let id = try await fill(database)
            try await database.responses.delete(id: id, now: Samples.start)
            let left = try await database.pool.read { database in
                try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
                    .filter { try database.columns(in: $0).contains { $0.name == "response" } }
                    .map { try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \($0)") ?? -1 }
            }
            #expect(left.count == 8)
            #expect(left.allSatisfy { $0 == 0 })
        }
    }

    @Test
    func connection_isDurableAndStrict() async throws {
        try await withSQLite { database in
            let settings = try await database.pool.writeWithoutTransaction { database in
                try ["synchronous", "foreign_keys", "secure_delete", "recursive_triggers"].map {
                    try Int.fetchOne(database, sql: "PRAGMA \($0)") ?? -1
                }
            }
            #expect(settings == [2, 1, 1, 1])
            let journal = try await database.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
            #expect(journal == "wal")
        }
    }

    @Test
    func everyTable_isStrict() async throws {
        try await withSQLite { database in
            let loose = try await database.pool.read {
                try String.fetchAll(
                    $0,
                    sql: """
                        SELECT name FROM pragma_table_list
                        WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                        """)
            }
            #expect(loose.isEmpty)
        }
    }

    /// A response with a row in every table, and an entry in the ledger.
    @discardableResult
    private func fill(_ database: SQLiteDatabase) async throws -> String {
        let id = try await database.responses.start()
        let draft = Samples.draft()
        try await database.responses.add("one", to: id, after: 0)
        try await database.responses.recordTriage(draft, for: id, now: Samples.start)
        try await database.responses.acknowledge(
            Acknowledgement(page: "stop", triageID: draft.id, at: Samples.start), for: id)
        _ = try await database.idempotency.claim(key: Samples.newToken(), for: id, now: Samples.start)
        try await database.plans.add("one", to: id, after: 0)
        try await database.plans.setFeed(id: id, feed: Samples.newToken())
        _ = try await database.erasures.reapply([Erasure(idHash: Samples.newToken(), at: Samples.start)])
        return id
    }
}
