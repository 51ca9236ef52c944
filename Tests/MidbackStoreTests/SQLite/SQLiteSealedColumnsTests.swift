import Foundation
import GRDB
import MidbackSealing
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct SQLiteSealedColumnsTests {
    @Test
    func answersMovedToAnotherPerson_doNotOpen() async throws {
        try await withSQLite { database in
            let (mine, other) = (try await database.responses.start(), try await database.responses.start())
            try await database.responses.add("mine", to: mine, after: 0)
            try await database.responses.add("other", to: other, after: 0)
            try await tamper(
                database, table: "answers_version", "sealed = (SELECT sealed FROM answers_version LIMIT 1)")
            #expect(try await database.responses.latest(id: mine)?.answers == Data("mine".utf8))
            await #expect(throws: StoreError.unreadable(id: other)) { try await database.responses.latest(id: other) }
        }
    }

    @Test
    func answersMovedToAnotherVersion_doNotOpen() async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await database.responses.add("one", to: id, after: 0)
            try await database.responses.add("two", to: id, after: 1)
            try await tamper(
                database, table: "answers_version",
                "sealed = (SELECT sealed FROM answers_version WHERE number = 1)")
            #expect(try await database.responses.version(1, of: id) != nil)
            await #expect(throws: StoreError.unreadable(id: id)) { try await database.responses.latest(id: id) }
        }
    }

    @Test(arguments: [
        "payload = shown_texts", "shown_texts = payload", "answers_number = 2",
        "payload = substr(payload, 1, length(payload) - 1)",
    ])
    func changedDecision_doesNotOpen(change: String) async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await database.responses.add("one", to: id, after: 0)
            try await database.responses.add("two", to: id, after: 1)
            try await database.responses.recordTriage(Samples.draft(), for: id, now: Samples.start)
            try await tamper(database, table: "triage", change)
            await #expect(throws: StoreError.unreadable(id: id)) { try await database.responses.triages(id: id) }
        }
    }

    @Test
    func rotatedKey_readsOldAnswers_andSealsNewOnes() async throws {
        try await withFolder { folder in
            let keys = KeyRing.random(now: Samples.start)
            let old = try SQLiteDatabase.open(folder: folder, sealer: Sealer(keys: keys))
            let id = try await old.responses.start()
            try await old.responses.add("one", to: id, after: 0)
            try await old.health.close()
            let newKeys = keys.rotated(now: Samples.start)
            let rotated = try SQLiteDatabase.open(folder: folder, sealer: Sealer(keys: newKeys))
            try await rotated.responses.add("two", to: id, after: 1)
            let answers = try await rotated.responses.versions(id: id).map(\.answers)
            #expect(answers == [Data("one".utf8), Data("two".utf8)])
            try await rotated.health.close()
            #expect(throws: OpenError.self) { try SQLiteDatabase.open(folder: folder, sealer: Sealer(keys: keys)) }
        }
    }

    @Test
    func databaseOfOtherKeys_isRefusedAtTheStart() async throws {
        try await withFolder { folder in
            let keys = KeyRing.random(now: Samples.start)
            try await SQLiteDatabase.open(folder: folder, sealer: Sealer(keys: keys)).health.close()
            #expect(throws: OpenError.wrongKeys(.unknownKey(id: keys.currentID))) {
                try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            }
        }
    }

    /// Changes rows behind the back of the triggers, as an intruder with write access could.
    private func tamper(_ database: SQLiteDatabase, table: String, _ change: String) async throws {
        try await database.pool.write {
            try $0.execute(sql: "DROP TRIGGER \(table)_no_update")
            try $0.execute(sql: "UPDATE \(table) SET \(change)")
        }
    }
}
