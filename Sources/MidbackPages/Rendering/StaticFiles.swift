/// One file under `/static/`, its name carrying a hash of its bytes, so that it may be cached for ever.
public struct StaticFile: Sendable {
    /// Name with hash, for example `midback.1f0c….css`.
    public let name: String
    /// Media type.
    public let contentType: String
    /// Content.
    public let bytes: [UInt8]
}
