public import MidbackSealing

/// Why a database could not be opened. Each case stops the start of the program.
public enum OpenError: Error, Hashable, Sendable {
    /// Others may look into the data folder; `mode` is what `stat` says, 0700 is asked for.
    case folderTooOpen(mode: UInt32)
    /// The folder or a file in it could not be made; `code` is the system's error number.
    case folderUnusable(code: Int32)
    /// A later version of the program has written this database.
    case newerSchema
    /// The file is no database, is damaged, or is held by another process; `code` is SQLite's extended result code.
    case databaseUnusable(code: Int32)
    /// A key that the database was written with is missing or differs.
    case wrongKeys(SealingError)
}
