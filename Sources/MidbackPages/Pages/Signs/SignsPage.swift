public import MidbackCore
public import MidbackPlan

/// The short danger screen alone: after a stopped session, or when a person asks for it. Fields: `sign`, `_key`.
public struct SignsPage: Page {
    /// Why the session before was stopped, if one was.
    public var stopped: StopReason?
    /// Key of the form, `_key`.
    public var key: String
    /// What was entered, by field, when the page is shown again.
    public var typed: [String: [String]]
    /// Faults of the field `sign`.
    public var problems: [AnswerProblem]

    /// Makes the danger screen.
    public init(
        stopped: StopReason? = nil, key: String, typed: [String: [String]] = [:], problems: [AnswerProblem] = []
    ) {
        self.stopped = stopped
        self.key = key
        self.typed = typed
        self.problems = problems
    }

    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let writer = FormWriter(canvas: canvas, typed: typed, problems: problems)
        let card = DangerScreen(writer: writer).card
        let main = canvas["signs"].fill([
            "lead": canvas.words.html(leadId), "errors": writer.errors([card]), "token": canvas.token,
            "action": HTML(Routes.signs(canvas.language)), "key": HTML(key), "card": card.markup,
        ])
        return Sheet(
            title: canvas.words.plain("signs.title"), main: main, styles: ["plan", "session"], scripts: ["survey"])
    }

    private var leadId: String {
        switch stopped {
        case .pain, .painBefore: "signs.lead-pain"
        case .newSign: "signs.lead-sign"
        case .ended, nil: "signs.lead"
        }
    }
}
