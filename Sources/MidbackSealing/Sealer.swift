import Crypto
public import Foundation

/// Seals and opens values with AES-256-GCM. Every value gets its own random 96-bit nonce, which is safe for 2^32 values
/// of one key; rotate the key long before.
public struct Sealer: Sendable {
    private let keys: KeyRing

    /// Uses the current key of the ring for sealing and all of them for opening.
    public init(keys: KeyRing) { self.keys = keys }

    /// Id of the key that seals.
    public var currentKeyID: String { keys.currentID }

    /// Ids of all keys, oldest first.
    public var keyIDs: [String] { keys.ids }

    /// Seals into bytes: format version, key id, nonce, ciphertext and tag.
    public func seal(_ plain: Data, in context: SealContext) throws(SealingError) -> Data {
        try envelope(sealing: plain, in: context).bytes
    }

    /// Opens what `seal` made for the same context.
    /// - Throws: `tampered` when a bit or the place differs, `unknownKey`, or `notSealed`.
    public func open(_ sealed: Data, in context: SealContext) throws(SealingError) -> Data {
        try open(Envelope(bytes: sealed), in: context)
    }

    /// Seals into text: `v1.<key id>.<nonce>.<ciphertext and tag>`.
    public func sealText(_ plain: Data, in context: SealContext) throws(SealingError) -> String {
        try envelope(sealing: plain, in: context).text
    }

    /// Opens what `sealText` made for the same context.
    public func openText(_ sealed: String, in context: SealContext) throws(SealingError) -> Data {
        try open(Envelope(text: sealed), in: context)
    }

    private func envelope(sealing plain: Data, in context: SealContext) throws(SealingError) -> Envelope {
        let key = keys.current
        let nonce = AES.GCM.Nonce()
        let context = context.authenticatedData(keyID: key.id)
        guard let box = try? AES.GCM.seal(plain, using: key.secret, nonce: nonce, authenticating: context) else {
            throw .notSealed
        }
        return Envelope(keyID: key.id, nonce: Data(nonce), box: box.ciphertext + box.tag)
    }

    private func open(_ envelope: Envelope, in context: SealContext) throws(SealingError) -> Data {
        guard let key = keys[envelope.keyID] else { throw .unknownKey(id: envelope.keyID) }
        let context = context.authenticatedData(keyID: key.id)
        guard let box = try? AES.GCM.SealedBox(combined: envelope.nonce + envelope.box),
            let plain = try? AES.GCM.open(box, using: key.secret, authenticating: context)
        else { throw .tampered }
        return plain
    }
}
