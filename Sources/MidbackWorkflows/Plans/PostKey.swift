import Crypto
import Foundation
import MidbackStore

/// The key that makes a post count once, whoever sends it again.
enum PostKey {
    /// - Parameter what: the form and what it tells of danger: a sign is never taken for a copy of "none of these".
    static func hash(_ key: UUID, _ what: String) -> TokenHash {
        TokenHash(digest: SHA256.hash(data: Data("\(what) \(key.uuidString.lowercased())".utf8)))
    }

    static func screen(_ form: String, _ signs: [String]) -> String { ([form] + signs.sorted()).joined(separator: "+") }
}
