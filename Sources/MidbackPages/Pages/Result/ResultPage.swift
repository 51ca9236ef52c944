public import Foundation
public import MidbackCore

/// The explained result: one next step, why, causes in bands, what is not known, what would change it.
public struct ResultPage: Page {
    /// The decision.
    public var assessment: Assessment
    /// Why each fired rule fired, in the order of `assessment.triage.fired`.
    public var rules: [RuleExplanation]
    /// Why each shown cause is where it is.
    public var causes: [CauseExplanation]
    /// "Why not less?" and "what would make it more urgent?"; `nil` leaves the part out.
    public var counterfactuals: Counterfactuals?
    /// The answers, for quotes.
    public var response: QuestionnaireResponse
    /// When it was decided.
    public var decidedAt: Date
    /// Pack version the decision was made with; shown in the footer of the page.
    public var packVersion: String
    /// Only neck or low back is ticked: no mid-back causes, a text instead.
    public var isNotMidback: Bool
    /// A crisis page applied: its contacts are repeated first.
    public var stopKinds: [StopPage.Kind]
    /// Decided more than a week ago: asks to answer the danger questions again.
    public var isOld: Bool
    /// Danger rows that were ticked once and are not any more, for the sentence on answers that do not fit.
    public var takenBack: [AnswerReference]

    /// Makes a result page.
    public init(
        assessment: Assessment, rules: [RuleExplanation], causes: [CauseExplanation],
        counterfactuals: Counterfactuals?, response: QuestionnaireResponse, decidedAt: Date, packVersion: String,
        isNotMidback: Bool = false, stopKinds: [StopPage.Kind] = [], isOld: Bool = false,
        takenBack: [AnswerReference] = []
    ) {
        self.assessment = assessment
        self.rules = rules
        self.causes = causes
        self.counterfactuals = counterfactuals
        self.response = response
        self.decidedAt = decidedAt
        self.packVersion = packVersion
        self.isNotMidback = isNotMidback
        self.stopKinds = stopKinds
        self.isOld = isOld
        self.takenBack = takenBack
    }
}
