public import Foundation

/// The file that holds the keys, outside the database and outside its backups.
///
/// One line per key, `id base64 time`, oldest first; the last one is current. Lines that start with `#` are remarks.
public enum KeyFile {
    /// Reads the keys; makes the file with a first key when there is neither a file nor a database.
    /// - Throws: `keyFileMissing` when there is a database, because a new key could not open what it holds.
    public static func loadOrCreate(
        at path: String, databaseExists: Bool, now: Date
    ) throws(SealingError) -> KeyRing {
        if PrivateFiles.mode(of: path) != nil { return try load(at: path) }
        guard !databaseExists else { throw .keyFileMissing }
        let keys = KeyRing.random(now: now)
        try save(keys, at: path, replacing: false)
        return keys
    }

    /// Reads the keys of a file that must be there, with mode 0600 or narrower.
    public static func load(at path: String) throws(SealingError) -> KeyRing {
        guard let mode = PrivateFiles.mode(of: path) else { throw .keyFileMissing }
        guard !PrivateFiles.isOpenToOthers(mode) else { throw .keyFileTooOpen(mode: mode) }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .keyFileUnreadable }
        return try KeyFileText.parse(String(decoding: data, as: UTF8.self))
    }

    /// Adds a new key, which becomes current. A running server uses it after its next start.
    public static func rotate(at path: String, now: Date) throws(SealingError) -> KeyRing {
        let keys = try load(at: path).rotated(now: now)
        try save(keys, at: path, replacing: true)
        return keys
    }

    private static func save(_ keys: KeyRing, at path: String, replacing: Bool) throws(SealingError) {
        do {
            try PrivateFiles.makeFolder(PrivateFiles.parent(of: path))
            try PrivateFiles.write(Data(KeyFileText.text(of: keys).utf8), to: path, replacing: replacing)
        } catch {
            throw .keyFileUnwritable
        }
    }
}
