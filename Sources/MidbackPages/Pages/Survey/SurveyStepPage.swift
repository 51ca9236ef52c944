public import MidbackCore

/// What is wrong with what was entered for one item.
public struct SurveyProblem: Hashable, Sendable {
    /// What kind of fault it is; the page words it.
    public enum Kind: Hashable, Sendable {
        /// Nothing was entered and the item demands an answer.
        case missing
        /// Not a whole number.
        case notANumber
        /// Outside the range of the item.
        case outOfRange(min: Int, max: Int)
        /// An option that cannot stand beside others was ticked with others.
        case exclusive
        /// More than one option where one is allowed.
        case severalChosen
        /// An option the item does not have.
        case unknownOption
        /// Too many lines of text.
        case tooManyLines(max: Int)
        /// A line is too long.
        case lineTooLong(max: Int)
    }

    /// The item.
    public var linkId: String
    /// The fault.
    public var kind: Kind

    /// Makes a problem.
    public init(linkId: String, kind: Kind) {
        self.linkId = linkId
        self.kind = kind
    }
}

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
    }

    /// Number of the step.
    public var step: Int
    /// linkIds of the step that are shown for the present answers; others are rendered closed for the script.
    public var visible: Set<String>
    /// Answers shown as chosen: stored ones, or what was just posted when the page is shown again.
    public var response: QuestionnaireResponse
    /// What was typed where it is no valid answer, by linkId (`age-years` → "abc"); wins over `response`.
    public var typed: [String: String]
    /// Faults by item, in page order.
    public var problems: [SurveyProblem]
    /// Version of the stored answers, for the hidden field `_version`.
    public var version: Int
    /// Message above the questions.
    public var notice: Notice?

    /// Makes a step page.
    public init(
        step: Int, visible: Set<String>, response: QuestionnaireResponse, typed: [String: String] = [:],
        problems: [SurveyProblem] = [], version: Int, notice: Notice? = nil
    ) {
        self.step = step
        self.visible = visible
        self.response = response
        self.typed = typed
        self.problems = problems
        self.version = version
        self.notice = notice
    }
}
