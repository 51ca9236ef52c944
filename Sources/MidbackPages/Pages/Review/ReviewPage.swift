public import MidbackCore

/// "Check your answers": open safety questions and conflicts first, then the answers by step with change links.
public struct ReviewPage: Page {
    /// All answers.
    public var response: QuestionnaireResponse
    /// linkIds of all steps that are shown for these answers.
    public var visible: Set<String>
    /// Required items without a valid answer, in order; the result waits for them.
    public var missing: [String]
    /// Ids of conflicts that hold.
    public var conflicts: [String]
    /// Version of the stored answers.
    public var version: Int
    /// Only neck or low back is ticked: says that the tool is for the mid-back.
    public var isNotMidback: Bool
    /// Danger rows that were ticked once and are not any more, for the sentence on answers that do not fit.
    public var takenBack: [AnswerReference]

    /// Makes a review page.
    public init(
        response: QuestionnaireResponse, visible: Set<String>, missing: [String], conflicts: [String], version: Int,
        isNotMidback: Bool = false, takenBack: [AnswerReference] = []
    ) {
        self.response = response
        self.visible = visible
        self.missing = missing
        self.conflicts = conflicts
        self.version = version
        self.isNotMidback = isNotMidback
        self.takenBack = takenBack
    }
}
