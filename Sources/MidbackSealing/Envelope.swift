import Foundation

/// The parts of a sealed value: format version, key id, nonce, and ciphertext with its tag.
/// Bytes: version (1), length of the key id (1), key id, nonce (12), ciphertext, tag (16).
struct Envelope {
    static let version: UInt8 = 1
    static let nonceLength = 12
    static let tagLength = 16

    var keyID: String
    var nonce: Data
    var box: Data

    var bytes: Data {
        Data([Self.version, UInt8(keyID.utf8.count)]) + Data(keyID.utf8) + nonce + box
    }

    init(keyID: String, nonce: Data, box: Data) {
        self.keyID = keyID
        self.nonce = nonce
        self.box = box
    }

    init(bytes: Data) throws(SealingError) {
        guard bytes.count > 2, bytes.first == Self.version else { throw .notSealed }
        let length = Int(bytes[bytes.startIndex + 1])
        let rest = bytes.dropFirst(2)
        guard rest.count >= length + Self.nonceLength + Self.tagLength else { throw .notSealed }
        let id = String(decoding: rest.prefix(length), as: UTF8.self)
        guard SealingKey.isValidID(id) else { throw .notSealed }
        let tail = rest.dropFirst(length)
        self.init(
            keyID: id, nonce: Data(tail.prefix(Self.nonceLength)), box: Data(tail.dropFirst(Self.nonceLength)))
    }
}

/// The text form `v1.<key id>.<nonce>.<ciphertext and tag>`, in base64url without padding.
extension Envelope {
    var text: String {
        "v\(Self.version).\(keyID).\(Base64URL.encode(nonce)).\(Base64URL.encode(box))"
    }

    init(text: String) throws(SealingError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "v\(Self.version)", SealingKey.isValidID(parts[1]),
            let nonce = Base64URL.decode(parts[2]), let box = Base64URL.decode(parts[3]),
            nonce.count == Self.nonceLength, box.count >= Self.tagLength
        else { throw .notSealed }
        self.init(keyID: String(parts[1]), nonce: nonce, box: box)
    }
}
