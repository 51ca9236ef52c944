public import MidbackPlan

/// What a check-in led to: the decision in words, what changed in the plan and why, where to get help, when to look again.
public struct CheckInDonePage: Page {
    /// The decision.
    public var decision: Decision
    /// The plan before.
    public var before: CarePlan
    /// The plan from now on; the same as before when it rests.
    public var after: CarePlan

    /// Makes the page.
    public init(decision: Decision, before: CarePlan, after: CarePlan) {
        self.decision = decision
        self.before = before
        self.after = after
    }
}
