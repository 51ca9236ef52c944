import Crypto
import Foundation
public import MidbackStore

/// The secret in a visitor's cookie: 256 random bits. Stores see its hash only.
public struct SessionToken: Hashable, Sendable {
    /// Length in bytes.
    static let byteCount = 32

    /// As it stands in the cookie: 64 hexadecimal digits, lower case.
    public let text: String

    init(_ environment: Environment) { text = Hex.encode(environment.randomBytes(Self.byteCount)) }

    /// Reads a cookie's value; `nil` for anything that cannot be a token.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == Self.byteCount * 2, text.utf8.allSatisfy(Hex.isDigit) else { return nil }
        self.text = String(text)
    }

    /// What the store keeps.
    public var hash: TokenHash { TokenHash(digest: SHA256.hash(data: Data(text.utf8))) }

    /// Proof that a form was made for this session: an HMAC keyed with the session's own secret, which the browser
    /// keeps in a cookie that no script reads. It needs no key of the server, so it stays valid over restarts and
    /// copies.
    public var formToken: String {
        let key = SymmetricKey(data: Data(text.utf8))
        return Hex.encode(HMAC<SHA256>.authenticationCode(for: Data("midback form 1".utf8), using: key))
    }

    /// Whether a form carries the token of this session; takes the same time for every wrong one.
    public func accepts(formToken: String) -> Bool {
        let expected = Array(self.formToken.utf8)
        let given = Array(formToken.utf8)
        guard given.count == expected.count else { return false }
        return zip(given, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
