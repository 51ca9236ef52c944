public import MidbackCore
public import MidbackPlan

/// Flare-up: first the short danger screen, then less for some days and the way back.
public struct FlareUpPage: Page {
    /// Where the person stands.
    public enum State: Sendable {
        /// The danger screen, with the key of the form, what was entered and faults. Fields: `sign`, `_key`.
        case asking(key: String, typed: [String: [String]] = [:], problems: [AnswerProblem] = [])
        /// No sign was ticked: the reduced plan, and the day it is shown on.
        case helping(plan: CarePlan, today: CivilDate)
    }

    /// Where the person stands.
    public var state: State

    /// Makes a flare-up page.
    public init(state: State) { self.state = state }
}
