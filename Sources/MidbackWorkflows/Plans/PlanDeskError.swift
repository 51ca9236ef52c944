public import MidbackPlan

/// What the plan desk could not do. Ids and numbers only.
public enum PlanDeskError: Error, Hashable, Sendable {
    /// The stores or the survey; nothing was stored.
    case intake(IntakeError)
    /// There is no plan yet.
    case noPlan
    /// The plan rests; its reason is in the file.
    case resting
    /// What was told cannot be right; nothing was stored.
    case rejected([TrackingProblem])
}
