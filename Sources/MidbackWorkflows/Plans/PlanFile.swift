public import MidbackCore
public import MidbackPlan

/// A person's plan as it stands: what is stored, and what the present answers say about it.
public struct PlanFile: Sendable {
    /// Why the stored plan must not be followed as it is.
    public enum Rest: Hashable, Sendable {
        /// Questions of the survey are open, for example after a new sign.
        case openQuestions
        /// A session was stopped for pain or a new sign, and the danger screen after it is not answered yet.
        case openScreen
        /// The answers changed since the plan was made.
        case newAnswers
        /// The exercises or rules changed since the plan was made.
        case newContent
    }

    /// What is stored.
    public var log: PlanLog
    /// What the present answers mean.
    public var assessment: Assessment
    /// What a plan made now would be made from.
    public var profile: PlanProfile
    /// What a first plan made now would be; shown as an offer, never followed before it is stored.
    public var offer: CarePlan
    /// Why the stored plan rests; `nil` when it may be followed or when there is none.
    public var rest: Rest?
    /// The clinic's day.
    public var today: CivilDate

    /// The stored plan; `nil` before the first one.
    public var plan: CarePlan? { log.history?.plan }
}
