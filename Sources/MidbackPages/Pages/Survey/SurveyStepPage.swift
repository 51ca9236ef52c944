public import MidbackCore

/// One step of the survey, 0 (gate) to 8.
public struct SurveyStepPage: Page {
    /// A message above the questions.
    public enum Notice: Hashable, Sendable {
        /// Ticked rows need details, which are now open (page shown again without script).
        case detailsOpened
        /// The answers were changed elsewhere: these are the newest, what was typed now is shown for comparison.
        case changedElsewhere
        /// The person said on the stop page that help was had; the stop page can be opened again.
        case stopConfirmed
        /// Part of what was sent could not be read.
        case unreadable
        /// The form belonged to another visit.
        case sendAgain
        /// A sign was ticked in a danger screen: its questions are asked again.
        case afterSign
        /// Something of the first lists is ticked and its details are open: what to do if it is happening now.
        case mayBeEmergency
        /// An age under this one was entered: is it a slip? Nothing is stored or deleted before the answer.
        case underAge(Int)
        /// Pages came faster than anybody types.
        case tooFast
        /// The survey takes no more changes.
        case full
    }

    /// Number of the step.
    public var step: Int
    /// linkIds of the step that are shown for the present answers; others are rendered closed for the script.
    public var visible: Set<String>
    /// Answers shown as chosen: stored ones, or what was just posted when the page is shown again.
    public var response: QuestionnaireResponse
    /// Form values of items whose entry is no valid answer, by linkId (`age-years` → `["abc"]`); shown as entered.
    public var typed: [String: [String]]
    /// Faults by item, in page order.
    public var problems: [AnswerProblem]
    /// Version of the stored answers, for the hidden field `_version`.
    public var version: Int
    /// Message above the questions.
    public var notice: Notice?
    /// The person came from the review page: a second button saves and goes back there.
    public var isFromReview: Bool

    /// Makes a step page.
    public init(
        step: Int, visible: Set<String>, response: QuestionnaireResponse, typed: [String: [String]] = [:],
        problems: [AnswerProblem] = [], version: Int, notice: Notice? = nil, isFromReview: Bool = false
    ) {
        self.step = step
        self.visible = visible
        self.response = response
        self.typed = typed
        self.problems = problems
        self.version = version
        self.notice = notice
        self.isFromReview = isFromReview
    }
}
