import Foundation
import MidbackSealing
import Testing

@Suite struct SealerTests {
    private let plain = Data("pain since Tuesday".utf8)
    private let place = SealContext(table: "answers", column: "sealed", row: "a/1")

    @Test(arguments: [0, 1, 15, 16, 17, 100_000])
    func whatIsSealed_opensAgain(size: Int) throws {
        let plain = Data((0..<size).map { UInt8(truncatingIfNeeded: $0) })
        let sealer = Samples.sealer
        #expect(try sealer.open(sealer.seal(plain, in: place), in: place) == plain)
        #expect(try sealer.openText(sealer.sealText(plain, in: place), in: place) == plain)
    }

    @Test
    func sealedValue_hidesThePlainOne() throws {
        #expect(try Samples.sealer.seal(plain, in: place).range(of: Data("Tuesday".utf8)) == nil)
    }

    @Test
    func everyChangedByte_isNoticed() throws {
        let sealed = try Samples.sealer.seal(plain, in: place)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: SealingError.self) { try Samples.sealer.open(changed, in: place) }
        }
    }

    @Test
    func everyShorterOrLongerValue_isNoticed() throws {
        let sealed = try Samples.sealer.seal(plain, in: place)
        for length in 0..<sealed.count {
            #expect(throws: SealingError.self) { try Samples.sealer.open(sealed.prefix(length), in: place) }
        }
        #expect(throws: SealingError.tampered) { try Samples.sealer.open(sealed + Data([0]), in: place) }
    }

    @Test(arguments: [
        SealContext(table: "answer", column: "sealed", row: "a/1"),
        SealContext(table: "answers", column: "payload", row: "a/1"),
        SealContext(table: "answers", column: "sealed", row: "a/2"),
        SealContext(table: "answers", column: "seale", row: "da/1"),
        SealContext(table: "answerss", column: "ealed", row: "a/1"),
    ])
    func valueMovedElsewhere_doesNotOpen(other: SealContext) throws {
        let sealed = try Samples.sealer.seal(plain, in: place)
        #expect(throws: SealingError.tampered) { try Samples.sealer.open(sealed, in: other) }
    }

    @Test
    func otherInstallation_doesNotHaveTheKey() throws {
        let sealed = try Samples.sealer.seal(plain, in: place)
        let other = Sealer(keys: .random(now: Samples.start))
        #expect(throws: SealingError.unknownKey(id: Samples.sealer.currentKeyID)) { try other.open(sealed, in: place) }
    }

    @Test
    func rotation_sealsWithTheNewKey_andReadsTheOldOne() throws {
        let keys = KeyRing.random(now: Samples.start)
        let old = Sealer(keys: keys)
        let new = Sealer(keys: keys.rotated(now: Samples.days(1)))
        #expect(new.currentKeyID != old.currentKeyID)
        #expect(new.keyIDs == [old.currentKeyID, new.currentKeyID])
        #expect(try new.open(old.seal(plain, in: place), in: place) == plain)
        #expect(throws: SealingError.unknownKey(id: new.currentKeyID)) {
            try old.open(new.seal(plain, in: place), in: place)
        }
    }

    @Test
    func keyIDInTheEnvelope_cannotBeExchanged() throws {
        let keys = KeyRing.random(now: Samples.start)
        let ring = Sealer(keys: keys.rotated(now: Samples.start))
        let text = try Sealer(keys: keys).sealText(plain, in: place)
        let exchanged = text.replacing(keys.currentID, with: ring.currentKeyID)
        #expect(throws: SealingError.tampered) { try ring.openText(exchanged, in: place) }
    }

    @Test
    func nonces_neverRepeat() throws {
        let idLength = Samples.sealer.currentKeyID.utf8.count
        let nonces = try (0..<20_000).map { _ in
            try Samples.sealer.seal(Data(), in: place).dropFirst(2 + idLength).prefix(12)
        }
        #expect(Set(nonces).count == nonces.count)
        #expect(nonces.allSatisfy { $0.count == 12 })
    }

    @Test(arguments: ["", "v1", "v1..x.y", "v2.k1.AAAA.AAAA", "v1.K1.AAAA.AAAA", "v1.k1.A+==.AAAA", "v1.k1.AAAA.AAAA"])
    func otherText_isNotSealed(text: String) {
        #expect(throws: SealingError.notSealed) { try Samples.sealer.openText(text, in: place) }
    }

    @Test
    func textForm_hasFourParts_andNoPadding() throws {
        let text = try Samples.sealer.sealText(plain, in: place)
        #expect(text.split(separator: ".").count == 4)
        #expect(text.hasPrefix("v1.\(Samples.sealer.currentKeyID)."))
        #expect(!text.contains { "+/=".contains($0) })
    }
}
