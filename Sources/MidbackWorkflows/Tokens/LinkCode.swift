import Crypto
import Foundation
public import MidbackStore

/// The secret of a private link: 130 random bits in 26 characters, and two check characters.
///
/// Characters instead of words from a list: 128 bits need 16 words of a list with 256, which nobody copies without a
/// slip, and the words would differ by language. The alphabet is Crockford's base 32: no difference between capitals
/// and small letters, `O` reads as 0, `I` and `L` as 1, and there is no `U`. The check tells a slip of the pen from a
/// revoked link without asking the store.
public struct LinkCode: Hashable, Sendable {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let dataLength = 26
    private static let checkLength = 2
    private static let groupLength = 4

    /// 28 characters, as in the address.
    public let text: String

    init(_ environment: Environment) {
        let data = String(environment.randomBytes(Self.dataLength).map { Self.alphabet[Int($0 & 31)] })
        text = data + Self.check(of: data)
    }

    /// Reads what a person typed or pasted: the code with or without gaps, or the whole address.
    /// - Returns: `nil` when it cannot be a code, as after a slip of the pen.
    public init?(typed: String) {
        guard typed.utf8.count <= 2_000 else { return nil }
        let part = typed.split(separator: "/").last.map(String.init) ?? typed
        let read = part.lowercased().compactMap(Self.normalized)
        guard read.count == Self.dataLength + Self.checkLength, !read.contains("?") else { return nil }
        let data = String(read.prefix(Self.dataLength))
        guard String(read.suffix(Self.checkLength)) == Self.check(of: data) else { return nil }
        text = String(read)
    }

    /// `nil` for gaps; `?` for a character that is not of the alphabet.
    private static func normalized(_ character: Character) -> Character? {
        switch character {
        case " ", "-", "\u{2013}", "\t", "\r", "\n", ".": nil
        case "o": "0"
        case "i", "l": "1"
        default: alphabet.contains(character) ? character : "?"
        }
    }

    private static func check(of data: String) -> String {
        String(SHA256.hash(data: Data(data.utf8)).prefix(checkLength).map { alphabet[Int($0 & 31)] })
    }

    /// Seven groups of four characters, capitals, for copying by hand.
    public var groups: [String] {
        let characters = Array(text.uppercased())
        return stride(from: 0, to: characters.count, by: Self.groupLength).map {
            String(characters[$0..<min($0 + Self.groupLength, characters.count)])
        }
    }

    /// What the store keeps.
    public var hash: TokenHash { TokenHash(digest: SHA256.hash(data: Data(text.utf8))) }
}
