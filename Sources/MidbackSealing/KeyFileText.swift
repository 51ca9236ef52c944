import Crypto
import Foundation

/// The text of a key file.
enum KeyFileText {
    static let remark = """
        # Keys of this Midback installation. Whoever has them can read every answer; without them nobody can.
        # Keep a copy in a safe place, apart from the backups of the database.

        """

    static func text(of keys: KeyRing) -> String {
        remark + keys.keys.map { line(of: $0) + "\n" }.joined()
    }

    static func parse(_ text: String) throws(SealingError) -> KeyRing {
        var keys: [SealingKey] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard let key = key(words), !keys.contains(where: { $0.id == key.id }) else {
                throw .keyFileMalformed(line: index + 1)
            }
            keys.append(key)
        }
        guard let ring = KeyRing(keys: keys) else { throw .keyFileMalformed(line: 0) }
        return ring
    }

    private static func line(of key: SealingKey) -> String {
        let secret = key.secret.withUnsafeBytes { Data($0) }.base64EncodedString()
        return "\(key.id) \(secret) \(key.createdAt.formatted(.iso8601))"
    }

    private static func key(_ words: [Substring]) -> SealingKey? {
        guard words.count == 3, SealingKey.isValidID(words[0]),
            let secret = Data(base64Encoded: String(words[1])), secret.count == SealingKey.byteCount,
            let createdAt = try? Date(String(words[2]), strategy: .iso8601)
        else { return nil }
        return SealingKey(id: String(words[0]), secret: SymmetricKey(data: secret), createdAt: createdAt)
    }
}
