import Foundation
import GRDB
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct SQLiteDurabilityTests {
    @Test
    func everythingStored_isThereAfterReopening() async throws {
        try await withFolder { folder in
            let link = Samples.newToken()
            let first = try open(folder)
            let id = try await first.responses.start()
            try await first.responses.add("one", to: id, after: 0)
            try await first.responses.setLink(id: id, link: link, keeping: nil)
            let before = try await first.responses.find(id: id)
            try await first.health.close()
            let second = try open(folder)
            #expect(try await second.responses.find(link: link) == before)
            #expect(try await second.responses.latest(id: id)?.answers == Data("one".utf8))
            try await second.health.close()
        }
    }

    @Test
    func acknowledgedAnswers_areInACopyOfTheFiles_madeWithoutClosing() async throws {
        try await withFolder { folder in
            let database = try open(folder)
            var ids: [String] = []
            for _ in 0..<20 {
                let id = try await database.responses.start()
                try await database.responses.add("one", to: id, after: 0)
                ids.append(id)
            }
            let copy = "\(folder)/copy"
            try SQLiteFiles(folder: folder).copy(to: copy)
            let restored = try open(copy)
            for id in ids { #expect(try await restored.responses.latest(id: id)?.answers == Data("one".utf8)) }
            try await restored.health.close()
            try await database.health.close()
        }
    }

    @Test
    func closing_storesEveryAcknowledgedWrite_andLeavesAnEmptySideFile() async throws {
        try await withFolder { folder in
            let database = try open(folder)
            async let stored = acknowledged(of: 100, in: database)
            try await database.health.close()
            let ids = await stored
            let size = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(SQLiteFiles.names[1])")[.size]
            #expect(size as? Int == 0)
            let second = try open(folder)
            for id in ids { #expect(try await second.responses.find(id: id) != nil) }
            let count = try await second.pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM response") }
            #expect(count == ids.count)
            try await second.health.close()
        }
    }

    @Test
    func cancelledCaller_stopsNeitherItsOwnWriteNorOthers() async throws {
        try await withSQLite { database in
            let session = Samples.newToken()
            let task = Task { try await database.responses.start(session: session) }
            task.cancel()
            let id = try await task.value
            #expect(try await database.responses.find(session: session)?.id == id)
        }
    }

    private func acknowledged(of count: Int, in database: SQLiteDatabase) async -> [String] {
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<count { group.addTask { try? await database.responses.start() } }
            return await group.reduce(into: []) { if let id = $1 { $0.append(id) } }
        }
    }

    private func open(_ folder: String) throws -> SQLiteDatabase {
        try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
    }
}
