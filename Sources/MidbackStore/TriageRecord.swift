public import Foundation

/// A decision before it is stored: enough to show later what the person saw, and to compute it again.
public struct TriageDraft: Hashable, Sendable {
    /// UUID made by the caller.
    public var id: String
    /// The answers it was computed from.
    public var answersVersion: Int
    /// Semantic version of the content pack used.
    public var packVersion: String
    /// SHA-256 of that pack.
    public var packDigest: String
    /// Version of the program.
    public var engineVersion: String
    /// Language the result was shown in.
    public var language: String
    /// Level, fired rules, causes and the rest as JSON; sealed at rest, never empty.
    public var payload: Data
    /// Ids of the texts that were shown, in order; sealed at rest, because they tell the level.
    public var shownTexts: [String]

    /// Makes a draft.
    public init(
        id: String, answersVersion: Int, packVersion: String, packDigest: String, engineVersion: String,
        language: String, payload: Data, shownTexts: [String]
    ) {
        self.id = id
        self.answersVersion = answersVersion
        self.packVersion = packVersion
        self.packDigest = packDigest
        self.engineVersion = engineVersion
        self.language = language
        self.payload = payload
        self.shownTexts = shownTexts
    }
}

/// A stored decision. It is never changed; a new decision gets a new record.
public struct TriageRecord: Hashable, Sendable {
    /// The response it belongs to.
    public var responseID: String
    /// 1, 2, 3 and so on within the response, without gaps.
    public var number: Int
    /// What was decided and shown.
    public var decision: TriageDraft
    /// When it was stored.
    public var recordedAt: Date
    /// When the person first confirmed to have read the emergency advice of this decision.
    public var acknowledgedAt: Date?

    /// Makes a record.
    public init(
        responseID: String, number: Int, decision: TriageDraft, recordedAt: Date, acknowledgedAt: Date? = nil
    ) {
        self.responseID = responseID
        self.number = number
        self.decision = decision
        self.recordedAt = recordedAt
        self.acknowledgedAt = acknowledgedAt
    }
}
