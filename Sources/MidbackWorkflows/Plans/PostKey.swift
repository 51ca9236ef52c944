import Crypto
import Foundation
import MidbackStore

/// The key that makes a post count once, whoever sends it again.
enum PostKey {
    static func hash(_ key: UUID) -> TokenHash {
        TokenHash(digest: SHA256.hash(data: Data(key.uuidString.lowercased().utf8)))
    }
}
