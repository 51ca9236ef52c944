public import Foundation

/// How long things are kept. Every span counts from the last use.
public struct RetentionPolicy: Hashable, Sendable {
    /// One day in seconds.
    public static let day: TimeInterval = 86_400

    /// An unfinished survey, in seconds.
    public var unfinished: TimeInterval
    /// A finished survey, in seconds.
    public var finished: TimeInterval
    /// A session (the visitor's cookie), in seconds.
    public var session: TimeInterval
    /// The key of a post that may be sent twice, in seconds.
    public var claim: TimeInterval

    /// Makes a policy; the defaults are 30 days, 90 days, 30 days and 30 days.
    public init(
        unfinished: TimeInterval = 30 * day, finished: TimeInterval = 90 * day, session: TimeInterval = 30 * day,
        claim: TimeInterval = 30 * day
    ) {
        self.unfinished = unfinished
        self.finished = finished
        self.session = session
        self.claim = claim
    }

    /// Whether the response may still be shown at `now`; the purge job erases what may not.
    public func keeps(_ record: ResponseRecord, now: Date) -> Bool {
        let span = record.finishedAt == nil ? unfinished : finished
        return record.lastUsedAt >= now.addingTimeInterval(-span)
    }
}

/// What a purge erased.
public struct PurgeCounts: Hashable, Sendable {
    /// Unfinished surveys.
    public var unfinished: Int
    /// Finished surveys.
    public var finished: Int
    /// Sessions of surveys that stay.
    public var sessions: Int
    /// Keys of repeated posts.
    public var claims: Int

    /// Makes counts.
    public init(unfinished: Int = 0, finished: Int = 0, sessions: Int = 0, claims: Int = 0) {
        self.unfinished = unfinished
        self.finished = finished
        self.sessions = sessions
        self.claims = claims
    }
}
