/// What a workflow could not do. Cases carry numbers only, so an error may be logged as it is.
public enum IntakeError: Error, Hashable, Sendable {
    /// The survey was deleted or has expired.
    case gone
    /// The answers were changed meanwhile; `latestVersion` is what is stored now.
    case changedMeanwhile(latestVersion: Int)
    /// The survey or its plan holds as much as one may hold; nothing was stored.
    case tooMany
    /// The store refuses or cannot serve now; nothing was stored. `code` is for the log.
    case unavailable(code: String)
    /// What is stored cannot be read.
    case unreadable
}
