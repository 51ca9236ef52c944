/// What can go wrong with a pack as a whole; faults inside its files are `Diagnostic`s.
public enum ContentError: Error, Hashable, Sendable {
    /// The folder does not exist, cannot be read or holds no YAML file.
    case folderUnreadable(String)
    /// A file cannot be read or is not UTF-8.
    case fileUnreadable(String)
    /// A compiled pack is not JSON of the expected shape.
    case compiledFormUnreadable
    /// The pack cannot be written, for example because a number is not finite.
    case notEncodable
    /// A compiled pack does not have the digest it names.
    case digestMismatch(named: String, found: String)
}
