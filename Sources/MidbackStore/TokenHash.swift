/// The SHA-256 of a secret that only the visitor's programs keep: session token, private link, calendar feed, or key of
/// a repeated post. Stores see nothing else of it.
public struct TokenHash: Hashable, Sendable {
    /// Length of a SHA-256 in bytes.
    public static let byteCount = 32

    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes a finished digest, such as `SHA256.hash(data:)`; anything but 32 bytes is a mistake of the caller.
    public init(digest: some Sequence<UInt8>) {
        bytes = Array(digest)
        precondition(bytes.count == Self.byteCount, "a token hash has 32 bytes")
    }
}
