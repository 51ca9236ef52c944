/// Sizes that every store enforces, so that one visitor cannot fill the disk.
public enum StoreLimits {
    /// Largest payload in bytes before sealing; the longest possible survey is far below.
    public static let payload = 262_144
    /// Most versions of the answers of one survey. Nine pages, corrected every day for half a year, are fewer.
    public static let versions = 2_000
    /// Most entries of one plan: five a day for a year are fewer.
    public static let planEntries = 2_000
    /// Longest language tag, version, digest or page name, in bytes.
    public static let word = 128
}
