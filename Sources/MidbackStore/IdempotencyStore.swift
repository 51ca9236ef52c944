public import Foundation

/// Remembers which posts were handled, so that one sent again, as after working offline, is not handled twice.
public protocol IdempotencyStore: Sendable {
    /// Claims a key for a response.
    /// - Returns: `true` for the first caller, `false` for every later one. Keys of different responses are apart.
    /// - Throws: `notFound` for the response.
    func claim(key: TokenHash, for id: String, now: Date) async throws(StoreError) -> Bool
}
