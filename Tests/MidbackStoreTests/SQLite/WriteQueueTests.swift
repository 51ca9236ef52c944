import Foundation
import GRDB
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct WriteQueueTests {
    @Test
    func failingWrite_doesNotFailItsNeighbours() async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            let outcomes = await outcomes(of: 100) { index in
                guard index.isMultiple(of: 2) else {
                    return await succeeds { try await database.responses.add("x", to: id, after: 50) }
                }
                return await succeeds { _ = try await database.responses.start() }
            }
            #expect(outcomes.count { $0 } == 50)
            let count = try await database.pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM response") }
            #expect(count == 51)
        }
    }

    @Test
    func failingWrite_undoesItsFirstHalf() async throws {
        try await withSQLite { database in
            let id = Samples.newID()
            let session = Samples.newToken()
            _ = try await database.responses.start(session: session)
            await #expect(throws: StoreError.alreadyExists(id: id)) {
                try await database.responses.create(
                    id: id, session: session, language: "en", packVersion: "1", packDigest: "a", now: Samples.start)
            }
            #expect(try await database.responses.find(id: id) == nil)
        }
    }

    @Test
    func waitingWrites_shareCommits() async throws {
        try await withSQLite { database in
            let before = await database.queue.commits
            _ = await outcomes(of: 200) { _ in await succeeds { _ = try await database.responses.start() } }
            let commits = await database.queue.commits - before
            #expect((1..<100).contains(commits))
        }
    }

    @Test
    func fullDisk_isUnavailable_andServesAgainLater() async throws {
        try await withSQLite { database in
            let id = try await database.responses.start()
            try await limitPages(database, to: pages(database))
            let answers = Data(count: 200_000)
            await #expect(throws: StoreError.unavailable(.full)) {
                try await database.responses.append(answers: answers, to: id, expectedVersion: 0, now: Samples.start)
            }
            try await database.health.ping()
            try await limitPages(database, to: 1_000_000)
            let number = try await database.responses.append(
                answers: answers, to: id, expectedVersion: 0, now: Samples.start)
            #expect(number == 1)
        }
    }

    @Test
    func fullDisk_failsOnlyTheWritesThatDoNotFit() async throws {
        try await withSQLite { database in
            let large = try await database.responses.start()
            let small = try await database.responses.start()
            try await limitPages(database, to: pages(database) + 4)
            let outcomes = await outcomes(of: 20) { index in
                await succeeds {
                    guard index == 10 else { return try await database.responses.revokeLink(id: small, keeping: nil) }
                    try await database.responses.append(
                        answers: Data(count: 200_000), to: large, expectedVersion: 0, now: Samples.start)
                }
            }
            #expect(outcomes.count { $0 } == 19)
            #expect(try await database.responses.latest(id: large) == nil)
        }
    }

    @Test
    func databaseHeldByAnotherProcess_isUnavailable() async throws {
        try await withFolder { folder in
            let options = SQLiteOptions(busyTimeout: 0.05)
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer, options: options)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let path = "\(folder)/\(DataFolder.databaseName)"
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.beginTransaction(.exclusive) }
            await #expect(throws: StoreError.unavailable(.busy)) { try await database.responses.start() }
            try await other.writeWithoutTransaction { try $0.rollback() }
            try other.close()
            _ = try await database.responses.start()
            try await database.health.close()
        }
    }

    @Test
    func tooLongAQueue_isRefusedAtOnce() async throws {
        try await withSQLite(options: SQLiteOptions(largestBatch: 1, longestQueue: 5)) { database in
            let outcomes = await outcomes(of: 100) { _ in
                await succeeds { _ = try await database.responses.start() }
            }
            let count = try await database.pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM response") }
            #expect(count == outcomes.count { $0 })
            #expect(outcomes.contains(false))
        }
    }

    private func succeeds(_ work: () async throws -> Void) async -> Bool {
        do {
            try await work()
            return true
        } catch {
            return false
        }
    }

    private func outcomes(of count: Int, _ work: @escaping @Sendable (Int) async -> Bool) async -> [Bool] {
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<count { group.addTask { await work(index) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func pages(_ database: SQLiteDatabase) async throws -> Int {
        try await database.pool.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    }

    /// SQLite then says that the disk is full.
    private func limitPages(_ database: SQLiteDatabase, to count: Int) async throws {
        try await database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
    }
}
