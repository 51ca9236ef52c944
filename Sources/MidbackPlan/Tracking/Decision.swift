/// What a check-in does to the plan.
/// - Source: `plan-logic.md` section 6.
public enum DecisionCode: String, Codable, CaseIterable, Sendable {
    /// A danger sign: back to the danger questions, the plan rests.
    case danger = "DANGER"
    /// A little more.
    case progress = "PROGRESS"
    /// The same again.
    case hold = "HOLD"
    /// A step down.
    case regress = "REGRESS"
    /// A flare: half for some days.
    case flare = "FLARE"
    /// Back after a break.
    case comeBack = "RETURN"
    /// Goals reached: keep it up.
    case graduate = "GRADUATE"
    /// Little was done: shorter.
    case shorten = "SHORTEN"
}

/// A decision and why.
public struct Decision: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Version of the plan it was made on.
    public var planVersion: Int
    /// What happens.
    public var code: DecisionCode
    /// Why, most important first.
    public var reasons: [Reason]
    /// What changes in the exercises.
    public var changes: [Reason]
    /// Triggers that ask for help, most urgent first.
    public var escalations: [Escalation]
    /// What the next version starts from.
    public var next: PlanState
    /// When to look again.
    public var reviewOn: CivilDate
}
