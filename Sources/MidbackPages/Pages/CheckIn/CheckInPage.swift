public import MidbackCore
public import MidbackPlan

/// A check-in: the short danger screen, then the measures that are due. Fields: `sign`, the fields of
/// `CheckInQuestion.all`, `unsettled`, `settle`, `days-off`, `self-care`, `_key`.
public struct CheckInPage: Page {
    /// What is due. Between two weeks of the schedule it is the one before.
    public var due: CheckInPlan
    /// Week of the plan, from 0.
    public var week: Int
    /// The person's own goals, as named in the survey; empty when none was named.
    public var goals: [String]
    /// Key of the form, `_key`.
    public var key: String
    /// The person is back after a break.
    public var isBack: Bool
    /// What was entered, by field, when the page is shown again.
    public var typed: [String: [String]]
    /// Faults by field.
    public var problems: [AnswerProblem]

    /// Makes a check-in page.
    public init(
        due: CheckInPlan, week: Int, goals: [String], key: String, isBack: Bool = false,
        typed: [String: [String]] = [:], problems: [AnswerProblem] = []
    ) {
        self.due = due
        self.week = week
        self.goals = goals
        self.key = key
        self.isBack = isBack
        self.typed = typed
        self.problems = problems
    }

    /// Most sessions of a week that can be told as not settled.
    public static let mostSessions = CheckIn.mostSessionsAWeek
    /// Most days off work that a form may hold; what a plan of this age allows is less.
    public static let mostDaysOff = 400
    /// Days that can have passed since the plan began.
    var daysSinceStart: Int { (week + 1) * 7 }
}
