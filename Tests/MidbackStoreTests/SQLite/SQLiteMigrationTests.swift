import Foundation
import GRDB
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct SQLiteMigrationTests {
    @Test
    func names_areNumberedWithoutGaps() {
        for (index, migration) in Migrations.all.enumerated() {
            #expect(Int(migration.name.prefix(3)) == index + 1)
        }
    }

    @Test
    func emptyFolder_getsTheNewestSchema() async throws {
        try await withSQLite { database in
            let version = try await database.health.schemaVersion()
            #expect(version == Migrations.all.count)
        }
    }

    @Test(arguments: Migrations.all.map(\.name))
    func olderDatabase_isBroughtUpToDate_andKeepsItsAnswers(name: String) async throws {
        try await withFolder { folder in
            let old = try SQLiteDatabase.open(
                folder: folder, sealer: Samples.sealer, options: SQLiteOptions(), upTo: name)
            let id = try await old.responses.start()
            try await old.responses.add("one", to: id, after: 0)
            try await old.health.close()
            let new = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            #expect(try await new.health.schemaVersion() == Migrations.all.count)
            #expect(try await new.responses.latest(id: id)?.answers == Data("one".utf8))
            #expect(try await new.idempotency.claim(key: Samples.newToken(), for: id, now: Samples.start))
            #expect(try await new.plans.add("one", to: id, after: 0) == .stored(last: 1))
            try await new.plans.setFeed(id: id, feed: Samples.newToken())
            try await new.responses.delete(id: id, now: Samples.start)
            try await new.health.close()
        }
    }

    @Test
    func databaseOfALaterProgram_isRefused() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            try await database.pool.write {
                try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999-later')")
            }
            try await database.health.close()
            #expect(throws: OpenError.newerSchema) {
                try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            }
        }
    }
}
