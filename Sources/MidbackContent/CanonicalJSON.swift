import Crypto
import Foundation

/// JSON whose bytes are the same on every machine (sorted keys, no spaces), and the digest of such bytes.
enum CanonicalJSON {
    static func encode(_ value: some Encodable) throws(ContentError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { throw .notEncodable }
        return data
    }

    /// SHA-256 in hexadecimal digits.
    static func digest(of data: Data) -> String {
        SHA256.hash(data: data).map { byte in
            let hex = String(byte, radix: 16)
            return byte < 16 ? "0" + hex : hex
        }.joined()
    }
}
