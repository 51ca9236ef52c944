import Crypto
import Foundation

/// One key of a ring. Its bytes leave this room only into the key file.
struct SealingKey: Sendable {
    /// 256 bits.
    static let byteCount = 32

    let id: String
    let secret: SymmetricKey
    let createdAt: Date

    /// A new random key with a random id, so that ids of two installations never meet.
    static func random(now: Date) -> SealingKey {
        let id = "k" + (0..<4).map { _ in hexByte(.random(in: .min ... .max)) }.joined()
        return SealingKey(id: id, secret: SymmetricKey(size: .bits256), createdAt: now)
    }

    /// Ids go into every sealed value and into dotted text.
    static func isValidID(_ id: some StringProtocol) -> Bool {
        (1...32).contains(id.utf8.count) && id.utf8.allSatisfy(isOfAnID)
    }

    /// Lower-case letters, digits and the hyphen.
    private static func isOfAnID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func hexByte(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }
}
