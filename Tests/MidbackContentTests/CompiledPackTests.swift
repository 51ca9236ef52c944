import Foundation
import MidbackContent
import MidbackCore
import Testing

@Suite struct CompiledPackTests {
    @Test func compiledForm_givesThePackBack() throws {
        let pack = try pack()
        #expect(try CompiledPack.decode(try CompiledPack.encode(pack)) == pack)
    }

    @Test func sameContent_givesTheSameBytes() throws {
        let first = try CompiledPack.encode(try pack())
        for _ in 0..<5 { #expect(try CompiledPack.encode(try pack()) == first) }
    }

    @Test func orderOfFiles_doesNotMatter() throws {
        let reversed = try #require(PackLoader.load(files: MinimalPack.files.reversed()).pack)
        #expect(reversed.digest == (try pack()).digest)
    }

    /// Written down once: another machine, another run and another version of the code must give the same.
    @Test func digest_isStable() throws {
        #expect(try pack().digest == "5adb95cc87943c6c2948c24442cff42aa4782c8aa4070810fccbe8acbcdae0a4")
    }

    @Test func anyChangedText_changesTheDigest() throws {
        let files = try #require(
            MinimalPack.replacing("It can be the heart.", with: "It may be the heart.", in: "redflags/01-heart.yaml"))
        let changed = try #require(PackLoader.load(files: files).pack)
        #expect(changed.digest != (try pack()).digest)
    }

    @Test func changedCase_changesTheDigest() throws {
        let files = try #require(
            MinimalPack.replacing(
                "chest-tight: true, age-years: 60", with: "chest-tight: true, age-years: 61",
                in: "redflags/01-heart.yaml"))
        let changed = try #require(PackLoader.load(files: files).pack)
        #expect(changed.digest != (try pack()).digest)
    }

    @Test(arguments: [
        ("Tight chest", "Right chest"), ("\"p\":0.8", "\"p\":0.9"), ("\"fires\":true", "\"fires\":false"),
    ])
    func changedByte_isDetected(_ old: String, _ new: String) throws {
        let text = String(decoding: try CompiledPack.encode(try pack()), as: UTF8.self)
        let forged = text.replacing(old, with: new, maxReplacements: 1)
        #expect(forged != text)
        #expect {
            try CompiledPack.decode(Data(forged.utf8))
        } throws: { error in
            if case ContentError.digestMismatch = error { true } else { false }
        }
    }

    @Test func unreadableBytes_throw() {
        #expect(throws: ContentError.compiledFormUnreadable) { try CompiledPack.decode(Data("{}".utf8)) }
    }

    private func pack() throws -> ContentPack { try #require(PackLoader.load(files: MinimalPack.files).pack) }
}
