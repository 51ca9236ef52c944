import Foundation
import MidbackSealing
import Testing

@Suite struct KeyFileTests {
    private let secret = Data(count: 32).base64EncodedString()

    @Test
    func firstStart_makesAPrivateFile_thatTheNextStartReads() async throws {
        try await withFolder { folder in
            let path = folder + "/keys/midback.key"
            let made = try KeyFile.loadOrCreate(at: path, databaseExists: false, now: Samples.start)
            #expect(PrivateFiles.mode(of: path) == 0o600)
            #expect(PrivateFiles.mode(of: folder + "/keys") == 0o700)
            let read = try KeyFile.loadOrCreate(at: path, databaseExists: true, now: Samples.days(1))
            #expect(read.ids == made.ids)
            let place = SealContext(table: "t", column: "c", row: "r")
            let sealed = try Sealer(keys: made).seal(Data("x".utf8), in: place)
            #expect(try Sealer(keys: read).open(sealed, in: place) == Data("x".utf8))
        }
    }

    @Test
    func databaseWithoutKeyFile_isRefused_andNoKeyIsMade() async throws {
        try await withFolder { folder in
            let path = folder + "/keys/midback.key"
            #expect(throws: SealingError.keyFileMissing) {
                try KeyFile.loadOrCreate(at: path, databaseExists: true, now: Samples.start)
            }
            #expect(PrivateFiles.mode(of: path) == nil)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o777] as [UInt32])
    func fileOthersCanReach_isRefused(mode: UInt32) async throws {
        try await withKeyFile("k1 \(secret) 2026-11-01T00:00:00Z\n") { path in
            try PrivateFiles.setMode(mode, of: path)
            #expect(throws: SealingError.keyFileTooOpen(mode: mode)) { try KeyFile.load(at: path) }
        }
    }

    @Test
    func rotation_addsACurrentKey_andKeepsTheFilePrivate() async throws {
        try await withFolder { folder in
            let path = folder + "/midback.key"
            let first = try KeyFile.loadOrCreate(at: path, databaseExists: false, now: Samples.start)
            let rotated = try KeyFile.rotate(at: path, now: Samples.days(1))
            #expect(rotated.ids.first == first.currentID)
            #expect(rotated.ids.count == 2)
            #expect(try KeyFile.load(at: path).currentID == rotated.currentID)
            #expect(PrivateFiles.mode(of: path) == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["midback.key"])
        }
    }

    @Test
    func remarksAndEmptyLines_areAllowed_theLastKeyIsCurrent() async throws {
        let other = Data(repeating: 1, count: 32).base64EncodedString()
        let text = "# note\n\nk1 \(secret) 2026-11-01T00:00:00Z\n  k2\t\(other) 2026-11-02T00:00:00Z\n"
        try await withKeyFile(text) { path in
            let keys = try KeyFile.load(at: path)
            #expect(keys.ids == ["k1", "k2"])
            #expect(keys.currentID == "k2")
        }
    }

    @Test(arguments: [
        ("k1", 2), ("k1 AAAA 2026-11-01T00:00:00Z", 2), ("K1 SECRET 2026-11-01T00:00:00Z", 2), ("k1 SECRET later", 2),
        ("k1 SECRET 2026-11-01T00:00:00Z\nk1 SECRET 2026-11-01T00:00:00Z", 3), ("", 0),
    ])
    func malformedFile_isRefusedWithItsLine(text: String, line: Int) async throws {
        try await withKeyFile("# keys\n" + text.replacing("SECRET", with: secret)) { path in
            #expect(throws: SealingError.keyFileMalformed(line: line)) { try KeyFile.load(at: path) }
        }
    }

    private func withKeyFile(_ text: String, _ body: (String) throws -> Void) async throws {
        try await withFolder { folder in
            try PrivateFiles.makeFolder(folder)
            try PrivateFiles.write(Data(text.utf8), to: folder + "/midback.key", replacing: false)
            try body(folder + "/midback.key")
        }
    }
}
