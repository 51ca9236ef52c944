/// Sizes that every store enforces, so that one visitor cannot fill the disk.
public enum StoreLimits {
    /// Largest payload in bytes before sealing; the longest possible survey is far below.
    public static let payload = 262_144
    /// Longest language tag, version, digest or page name, in bytes.
    public static let word = 128
}
