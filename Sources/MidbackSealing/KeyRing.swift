public import Foundation

/// The keys of one installation. The current key seals; every key opens what it sealed.
public struct KeyRing: Sendable {
    /// Oldest first; the last one is current.
    let keys: [SealingKey]
    private let byID: [String: SealingKey]

    /// Fails without keys.
    init?(keys: [SealingKey]) {
        guard let last = keys.last else { return nil }
        self.init(older: keys.dropLast(), current: last)
    }

    private init(older: some Collection<SealingKey>, current: SealingKey) {
        self.current = current
        keys = Array(older) + [current]
        byID = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
    }

    let current: SealingKey

    /// A ring with one new random key.
    public static func random(now: Date) -> KeyRing { KeyRing(older: [], current: .random(now: now)) }

    /// The same ring with a new random key as current one; earlier keys stay for reading.
    public func rotated(now: Date) -> KeyRing { KeyRing(older: keys, current: .random(now: now)) }

    /// Id of the key that seals.
    public var currentID: String { current.id }

    /// Ids of all keys, oldest first.
    public var ids: [String] { keys.map(\.id) }

    subscript(id: String) -> SealingKey? { byID[id] }
}
