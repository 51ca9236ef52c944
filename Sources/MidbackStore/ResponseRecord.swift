public import Foundation

/// What is known about one survey apart from its answers. Times are kept in whole milliseconds.
public struct ResponseRecord: Hashable, Sendable {
    /// UUID made by the caller.
    public var id: String
    /// Language tag the person reads, such as "en".
    public var language: String
    /// Semantic version of the content pack the survey was started with.
    public var packVersion: String
    /// SHA-256 of that pack, as the pack names it.
    public var packDigest: String
    /// When it was started.
    public var createdAt: Date
    /// When the person last used it; never goes back.
    public var lastUsedAt: Date
    /// When it was first finished; `nil` while the survey is open.
    public var finishedAt: Date?
    /// Number of the newest answers; 0 means that none are stored yet.
    public var latestVersion: Int
    /// Whether a private link leads here.
    public var hasLink: Bool

    /// Makes a record.
    public init(
        id: String, language: String, packVersion: String, packDigest: String, createdAt: Date, lastUsedAt: Date,
        finishedAt: Date? = nil, latestVersion: Int = 0, hasLink: Bool = false
    ) {
        self.id = id
        self.language = language
        self.packVersion = packVersion
        self.packDigest = packDigest
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.finishedAt = finishedAt
        self.latestVersion = latestVersion
        self.hasLink = hasLink
    }
}
