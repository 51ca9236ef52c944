public import MidbackCore
public import MidbackStore

/// One request of a person whose cookie leads to a survey: who it is and what is stored.
public struct Visit: Sendable {
    /// The cookie's secret.
    public let session: SessionToken
    /// What is known about the survey.
    public var record: ResponseRecord
    /// The newest stored answers.
    public var response: QuestionnaireResponse
    /// When the danger rows of the gate were ticked, present and earlier versions.
    var trail: GateTrail

    /// Number of the stored answers; 0 before the first.
    public var version: Int { record.latestVersion }
    /// There is something that could be deleted.
    public var hasAnswers: Bool { record.latestVersion > 0 }
    /// The person has seen a result.
    public var isFinished: Bool { record.finishedAt != nil }
}
