public import MidbackPlan

/// How it goes: charts of pain, interference, goals and sessions, and every version of the plan with the decision behind it.
public struct ProgressPage: Page {
    /// Everything that happened.
    public var history: PlanHistory
    /// Scores at the start.
    public var baseline: [MeasureValue]
    /// The day it is shown on.
    public var today: CivilDate

    /// Makes a progress page.
    public init(history: PlanHistory, baseline: [MeasureValue], today: CivilDate) {
        self.history = history
        self.baseline = baseline
        self.today = today
    }
}
