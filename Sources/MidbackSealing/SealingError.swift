/// What went wrong with keys or sealed values. Cases carry ids and numbers only, so an error may be logged as it is.
public enum SealingError: Error, Hashable, Sendable {
    /// There is a database but no key file: its contents cannot be read, and a new key would not help.
    case keyFileMissing
    /// Others may read or write the key file; `mode` is what `stat` says, 0600 is asked for.
    case keyFileTooOpen(mode: UInt32)
    /// The key file could not be read.
    case keyFileUnreadable
    /// The key file could not be written.
    case keyFileUnwritable
    /// A line of the key file, counted from 1, is not `id base64 time`, or repeats an id; 0 means that it has no key.
    case keyFileMalformed(line: Int)
    /// Sealed with a key that is not in the key file.
    case unknownKey(id: String)
    /// Not a sealed value, or of a later format.
    case notSealed
    /// Changed, or moved from another row or column.
    case tampered
}
