import Foundation
import MidbackSealing
import Testing

@testable import MidbackStoreSQLite

@Suite struct SQLiteFolderTests {
    @Test
    func newFolderAndFiles_areClosedToOthers() async throws {
        try await withFolder { folder in
            #expect(!SQLiteDatabase.exists(inFolder: folder))
            let database = try open(folder)
            #expect(SQLiteDatabase.exists(inFolder: folder))
            _ = try await database.responses.start()
            #expect(PrivateFiles.mode(of: folder) == 0o700)
            for name in SQLiteFiles.names { #expect(PrivateFiles.mode(of: "\(folder)/\(name)") == 0o600) }
            try await database.health.close()
        }
    }

    @Test
    func emptyFolder_isClosed_oneWithOtherFilesIsRefused() async throws {
        try await withFolder { folder in
            try PrivateFiles.makeFolder(folder)
            try PrivateFiles.setMode(0o755, of: folder)
            try await open(folder).health.close()
            #expect(PrivateFiles.mode(of: folder) == 0o700)
            try PrivateFiles.setMode(0o755, of: folder)
            #expect(throws: OpenError.folderTooOpen(mode: 0o755)) { try open(folder) }
        }
    }

    @Test
    func folderThatHoldsOnlyTheKeys_isClosed() async throws {
        try await withFolder { folder in
            try PrivateFiles.makeFolder(folder + "/keys")
            try PrivateFiles.setMode(0o755, of: folder)
            try await open(folder).health.close()
            #expect(PrivateFiles.mode(of: folder) == 0o700)
        }
    }

    @Test
    func restoredFiles_areClosedAgain() async throws {
        try await withFolder { folder in
            try await open(folder).health.close()
            let path = "\(folder)/\(DataFolder.databaseName)"
            try PrivateFiles.setMode(0o644, of: path)
            try await open(folder).health.close()
            #expect(PrivateFiles.mode(of: path) == 0o600)
        }
    }

    @Test
    func fileInPlaceOfTheFolder_isRefused() async throws {
        try await withFolder { folder in
            try PrivateFiles.makeFile(folder)
            #expect(throws: OpenError.self) { try open(folder) }
        }
    }

    @Test
    func fileThatIsNoDatabase_isRefused() async throws {
        try await withFolder { folder in
            try PrivateFiles.makeFolder(folder)
            let text = Data(String(repeating: "no database ", count: 500).utf8)
            try PrivateFiles.write(text, to: "\(folder)/\(DataFolder.databaseName)", replacing: false)
            #expect(throws: OpenError.databaseUnusable(code: 26)) { try open(folder) }
        }
    }

    private func open(_ folder: String) throws -> SQLiteDatabase {
        try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
    }
}
