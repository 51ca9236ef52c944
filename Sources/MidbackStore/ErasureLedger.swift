public import Foundation

/// One erasure on request: when, and the SHA-256 of the random response id, which leads back to nobody.
public struct Erasure: Hashable, Sendable {
    /// SHA-256 of the response's id in UTF-8.
    public var idHash: TokenHash
    /// When it was erased.
    public var at: Date

    /// Makes an entry.
    public init(idHash: TokenHash, at: Date) {
        self.idHash = idHash
        self.at = at
    }
}

/// Erasures on request, kept so that a restored backup does not bring erased people back.
public protocol ErasureLedger: Sendable {
    /// Entries from `since` on, oldest first; `nil` means all.
    func erasures(since: Date?) async throws(StoreError) -> [Erasure]

    /// Erases again what a restored backup brought back, and adds the entries that the backup did not have.
    /// - Returns: how many responses were erased.
    func reapply(_ erasures: [Erasure]) async throws(StoreError) -> Int
}
