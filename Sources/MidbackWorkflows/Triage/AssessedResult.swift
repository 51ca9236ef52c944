public import Foundation
public import MidbackCore

/// A stored decision together with everything a page says about it.
public struct AssessedResult: Sendable {
    /// The decision.
    public var assessment: Assessment
    /// The answers it was made from.
    public var response: QuestionnaireResponse
    /// Why each fired rule fired, in the order of the triage.
    public var rules: [RuleExplanation]
    /// Why each shown cause is where it is.
    public var causes: [CauseExplanation]
    /// "Why not less?" and "what would make it more urgent?".
    public var counterfactuals: Counterfactuals
    /// When it was decided.
    public var decidedAt: Date
    /// Version of the content it was decided with.
    public var packVersion: String
    /// Only neck or low back is ticked: no mid-back causes.
    public var isNotMidback: Bool
    /// Contacts to repeat whatever the level.
    public var support: [StopNotice.Kind]
    /// Decided so long ago that the danger questions should be answered again.
    public var isOld: Bool
    /// Danger rows that were ticked once and are not any more.
    public var takenBack: [AnswerReference]

    /// Seconds for which a result counts as of today: a week.
    public static let freshFor: TimeInterval = 7 * 86_400
}
