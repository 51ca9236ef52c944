import Foundation
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

@Suite struct ErasureFileTests {
    private func path(_ folder: String) -> String { folder + "/" + ErasureFile.name }

    @Test func erasureOnRequest_isNotedBesideTheDatabase() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let id = try await database.responses.start()
            try await database.responses.delete(id: id, now: Samples.days(1))
            let expected = [Erasure(idHash: SQLiteErasureLedger.hash(of: id), at: Samples.days(1))]
            #expect(try ErasureFile(folder: folder).read() == expected)
            let mode = try FileManager.default.attributesOfItem(atPath: path(folder))[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(!(try String(contentsOfFile: path(folder), encoding: .utf8)).contains(id))
            try await database.health.close()
        }
    }

    /// A backup is put back: who was erased after it was made is erased again at the start.
    @Test func restoredBackup_bringsNobodyBack() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let (gone, kept) = (try await database.responses.start(), try await database.responses.start())
            try await database.health.checkpoint()
            let backup = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + DataFolder.databaseName))
            try await database.responses.delete(id: gone, now: Samples.days(1))
            try await database.health.close()

            try backup.write(to: URL(fileURLWithPath: folder + "/" + DataFolder.databaseName))
            let restored = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            #expect(try await restored.responses.find(id: gone) != nil)
            #expect(try await restored.reapplyErasures() == 1)
            #expect(try await restored.responses.find(id: gone) == nil)
            #expect(try await restored.responses.find(id: kept) != nil)
            #expect(try await restored.erasures.erasures(since: nil).count == 1)
            #expect(try await restored.reapplyErasures() == 0)
            try await restored.health.close()
        }
    }

    @Test func lostFile_isMadeAgainFromTheDatabase() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let id = try await database.responses.start()
            try await database.responses.delete(id: id, now: Samples.days(1))
            try FileManager.default.removeItem(atPath: path(folder))
            #expect(try await database.reapplyErasures() == 0)
            #expect(try ErasureFile(folder: folder).read().count == 1)
            try await database.health.close()
        }
    }

    @Test func tornLine_losesNoOther() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("midback-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let one = Erasure(idHash: Samples.newToken(), at: Samples.days(1))
        let two = Erasure(idHash: Samples.newToken(), at: Samples.days(2))
        let ledger = ErasureFile(path: file.path)
        try ledger.append([one])
        let torn = try Data(contentsOf: file) + Data("0123 99\nnonsense\nabc".utf8)
        try torn.write(to: file)
        try ledger.append([two])
        #expect(try ledger.read() == [one, two])
    }

    @Test func manyAtOnce_areAllThere() async throws {
        try await withSQLite { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        let id = try await database.responses.start()
                        try await database.responses.delete(id: id, now: Samples.days(1))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try database.erasureFile.read().count == 40)
        }
    }
}
