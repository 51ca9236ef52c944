public import Foundation

/// One thing that happened to a person's plan. Entries are only ever added; the plan as it stands follows from all.
public struct PlanEntry: Hashable, Sendable {
    /// What happened. The raw values are stored: never change them.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A plan was made or changed.
        case plan
        /// A session ended, done or stopped.
        case session
        /// The person answered a check-in.
        case checkIn = "check-in"
        /// The person reported a flare-up.
        case flare
        /// The person answered the short danger screen.
        case screen
    }

    /// 1, 2, 3 and so on within the response, without gaps; all kinds share the count.
    public var number: Int
    /// What happened; readable in the files.
    public var kind: Kind
    /// The bytes that were handed in, usually JSON; sealed at rest.
    public var payload: Data
    /// When it was stored.
    public var recordedAt: Date

    /// Makes an entry.
    public init(number: Int, kind: Kind, payload: Data, recordedAt: Date) {
        self.number = number
        self.kind = kind
        self.payload = payload
        self.recordedAt = recordedAt
    }
}

/// An entry before it is stored; the store gives it a number and a time.
public struct PlanEntryDraft: Hashable, Sendable {
    /// What happened.
    public var kind: PlanEntry.Kind
    /// What is told of it, usually JSON; never empty.
    public var payload: Data

    /// Makes a draft.
    public init(kind: PlanEntry.Kind, payload: Data) {
        self.kind = kind
        self.payload = payload
    }
}
