public import MidbackCore
public import MidbackPlan

/// The guided session of one day. Without a script it is a list to read and a form to send; with one the same page becomes
/// a player.
public struct SessionPage: Page {
    /// The plan it belongs to: limits to mind are shown from it.
    public var plan: CarePlan
    /// Its steps, made from the plan for the day.
    public var script: SessionScript
    /// The day it is done on, `date` of the form; the script puts the device's own day in its place.
    public var date: CivilDate
    /// Key of the form, `id`: makes sending it twice count once. The script makes a new one for each run.
    public var key: String
    /// Mark of the person, `owner`: a result that waited never ends up in another person's plan.
    public var owner: String
    /// What was entered, by field, when the page is shown again.
    public var typed: [String: [String]]
    /// Faults by field: `pain-before`, `pain-during`, `pain-after`, `effort`, `stop`.
    public var problems: [AnswerProblem]

    /// Makes a session page.
    public init(
        plan: CarePlan, script: SessionScript, date: CivilDate, key: String, owner: String = "",
        typed: [String: [String]] = [:],
        problems: [AnswerProblem] = []
    ) {
        self.plan = plan
        self.script = script
        self.date = date
        self.key = key
        self.owner = owner
        self.typed = typed
        self.problems = problems
    }
}
