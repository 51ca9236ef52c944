import Foundation
import GRDB
import MidbackSealing
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct SQLitePlanTests {
    @Test
    func entriesFeedAndKeys_areThereAfterReopening() async throws {
        try await withFolder { folder in
            let (feed, key) = (Samples.newToken(), Samples.newToken())
            let first = try open(folder)
            let id = try await first.responses.start()
            try await first.plans.add("one", "two", kind: .flare, to: id, after: 0, key: key, now: Samples.days(1))
            try await first.plans.setFeed(id: id, feed: feed)
            let before = try await first.plans.entries(id: id)
            try await first.health.close()
            let second = try open(folder)
            #expect(before.count == 2)
            #expect(try await second.plans.entries(id: id) == before)
            #expect(try await second.plans.find(feed: feed)?.id == id)
            #expect(try await second.plans.add("one", to: id, after: 0, key: key) == .alreadyHandled)
            #expect(try await second.plans.add("three", to: id, after: 2) == .stored(last: 3))
            try await second.health.close()
        }
    }

    @Test
    func storedEntries_areInACopyOfTheFiles_madeWithoutClosing() async throws {
        try await withFolder { folder in
            let database = try open(folder)
            let key = Samples.newToken()
            let id = try await database.responses.start()
            try await database.plans.add("one", "two", to: id, after: 0, key: key)
            let copy = "\(folder)/copy"
            try SQLiteFiles(folder: folder).copy(to: copy)
            let restored = try open(copy)
            #expect(try await restored.plans.entries(id: id).map(\.payload) == [Data("one".utf8), Data("two".utf8)])
            #expect(try await restored.plans.add("one", to: id, after: 0, key: key) == .alreadyHandled)
            try await restored.health.close()
            try await database.health.close()
        }
    }

    /// The schema refuses the second entry after key and first entry are written.
    @Test
    func failureInTheMiddle_undoesEverything() async throws {
        try await withSQLite { database in
            let key = Samples.newToken()
            let id = try await database.responses.start()
            try await refuse(number: 2, in: database)
            await #expect(throws: StoreError.rejected(id: id)) {
                try await database.plans.add("one", "two", to: id, after: 0, key: key, now: Samples.days(1))
            }
            #expect(try await database.plans.entries(id: id).isEmpty)
            #expect(try await database.responses.find(id: id)?.lastUsedAt == Samples.start)
            #expect(try await database.plans.add("one", to: id, after: 0, key: key) == .stored(last: 1))
        }
    }

    @Test(arguments: [
        "payload = substr(payload, 1, length(payload) - 1)", "number = number + 7", "kind = 'flare'", "kind = 'diary'",
    ])
    func changedEntry_doesNotOpen(change: String) async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await database.plans.add("one", kind: .screen, to: id, after: 0)
            try await tamper(database, change)
            await #expect(throws: StoreError.unreadable(id: id)) { try await database.plans.entries(id: id) }
        }
    }

    @Test
    func payloadMovedToAnotherPerson_doesNotOpen() async throws {
        try await withSQLite { database in
            let (mine, other) = (try await database.responses.start(), try await database.responses.start())
            try await database.plans.add("mine", to: mine, after: 0)
            try await database.plans.add("other", to: other, after: 0)
            try await tamper(database, "payload = (SELECT payload FROM plan_entry ORDER BY response LIMIT 1)")
            #expect(try await database.plans.entries(id: mine).map(\.payload) == [Data("mine".utf8)])
            await #expect(throws: StoreError.unreadable(id: other)) { try await database.plans.entries(id: other) }
        }
    }

    @Test
    func payloadMovedToAnotherNumber_doesNotOpen() async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await database.plans.add("one", "two", to: id, after: 0)
            try await tamper(
                database, "payload = (SELECT payload FROM plan_entry WHERE number = 1) WHERE number = 2")
            await #expect(throws: StoreError.unreadable(id: id)) { try await database.plans.entries(id: id) }
        }
    }

    /// Both are sealed with the same key for the same response and number.
    @Test
    func answersInPlaceOfAnEntry_doNotOpen() async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await database.responses.add("answers", to: id, after: 0)
            try await database.plans.add("one", to: id, after: 0)
            try await tamper(database, "payload = (SELECT sealed FROM answers_version)")
            await #expect(throws: StoreError.unreadable(id: id)) { try await database.plans.entries(id: id) }
        }
    }

    @Test
    func rotatedKey_readsOldEntries_andSealsNewOnes() async throws {
        try await withFolder { folder in
            let keys = KeyRing.random(now: Samples.start)
            let old = try open(folder, sealer: Sealer(keys: keys))
            let id = try await old.responses.start()
            try await old.plans.add("one", to: id, after: 0)
            try await old.health.close()
            let rotated = try open(folder, sealer: Sealer(keys: keys.rotated(now: Samples.start)))
            try await rotated.plans.add("two", to: id, after: 1)
            let payloads = try await rotated.plans.entries(id: id).map(\.payload)
            #expect(payloads == [Data("one".utf8), Data("two".utf8)])
            try await rotated.health.close()
        }
    }

    private func open(_ folder: String, sealer: Sealer = Samples.sealer) throws -> SQLiteDatabase {
        try SQLiteDatabase.open(folder: folder, sealer: sealer)
    }

    private func refuse(number: Int, in database: SQLiteDatabase) async throws {
        let sql = """
            CREATE TRIGGER refuse BEFORE INSERT ON plan_entry WHEN NEW.number = \(number)
            BEGIN SELECT RAISE(ABORT, 'refused'); END
            """
        try await database.pool.write { try $0.execute(sql: sql) }
    }

    /// Changes rows behind the back of the schema, as an intruder with write access could.
    private func tamper(_ database: SQLiteDatabase, _ change: String) async throws {
        try await database.pool.write {
            try $0.execute(sql: "DROP TRIGGER plan_entry_no_update")
            try $0.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try $0.execute(sql: "UPDATE plan_entry SET \(change)")
        }
    }
}
