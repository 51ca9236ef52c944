import Foundation

/// Where a sealed value lives. It is authenticated together with the value, so that a value moved to another row or
/// column no longer opens.
public struct SealContext: Hashable, Sendable {
    /// Table name.
    public var table: String
    /// Column name.
    public var column: String
    /// What names the row for ever, such as a UUID, or a UUID and a version number.
    public var row: String

    /// Makes a context.
    public init(table: String, column: String, row: String) {
        self.table = table
        self.column = column
        self.row = row
    }

    /// Each part carries its length, so that no two contexts give the same bytes.
    func authenticatedData(keyID: String) -> Data {
        var data = Data([Envelope.version])
        for part in [table, column, row, keyID] {
            let bytes = Array(part.utf8)
            withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { data.append(contentsOf: $0) }
            data.append(contentsOf: bytes)
        }
        return data
    }
}
