import Foundation

@testable import MidbackStoreSQLite

/// The files of a database as they lie on the disk.
struct SQLiteFiles {
    static let names = ["", "-wal", "-shm"].map { DataFolder.databaseName + $0 }

    let folder: String

    /// All bytes of the database and its side files.
    func bytes() -> Data {
        Self.names.reduce(into: Data()) { $0.append((try? Data(contentsOf: url($1))) ?? Data()) }
    }

    /// How many of the canaries are in the files.
    func count(of canaries: [Data]) -> Int {
        let bytes = bytes()
        return canaries.count { bytes.range(of: $0) != nil }
    }

    /// Copies the files as a power loss would leave them: no checkpoint, no closing.
    func copy(to other: String) throws {
        try FileManager.default.createDirectory(
            atPath: other, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in Self.names.prefix(2) {
            try FileManager.default.copyItem(at: url(name), to: SQLiteFiles(folder: other).url(name))
        }
    }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: folder).appendingPathComponent(name) }
}
