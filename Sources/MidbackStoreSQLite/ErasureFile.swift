import Foundation
import MidbackSealing
public import MidbackStore

/// The erasures on request as lines of text beside the database, so that a database that is put back from a backup
/// does not take the knowledge of them along: `<SHA-256 of the id in hexadecimal> <milliseconds since 1970>`.
public struct ErasureFile: Sendable {
    /// Name inside the data folder. Backups leave it out.
    public static let name = "erasures.ledger"

    private let path: String

    /// The file with this path; it need not be there.
    public init(path: String) { self.path = path }

    /// The file of a data folder.
    public init(folder: String) { self.init(path: URL(fileURLWithPath: folder).appendingPathComponent(Self.name).path) }

    /// What it lists; nothing when it is missing. Lines that cannot be read, as after a power loss, are left out.
    public func read() throws -> [Erasure] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        return text.split(separator: "\n").compactMap { Self.erasure($0) }
    }

    /// Adds lines at the end and returns when they are on the disk.
    func append(_ erasures: [Erasure]) throws {
        guard !erasures.isEmpty else { return }
        try PrivateFiles.append(lines: erasures.map(Self.line), to: path)
    }

    /// One line without its end.
    public static func line(of erasure: Erasure) -> String {
        let hash = erasure.idHash.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "\(hash) \(erasure.at.milliseconds)"
    }

    private static func erasure(_ line: Substring) -> Erasure? {
        let words = line.split(separator: " ")
        guard words.count == 2, let at = Int64(words[1]), let bytes = bytes(words[0]) else { return nil }
        return Erasure(idHash: TokenHash(digest: bytes), at: Date(milliseconds: at))
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let digits = hex.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == TokenHash.byteCount * 2, !digits.contains(nil) else { return nil }
        let known = digits.compactMap { $0 }
        return stride(from: 0, to: known.count, by: 2).map { UInt8(known[$0] << 4 | known[$0 + 1]) }
    }
}
