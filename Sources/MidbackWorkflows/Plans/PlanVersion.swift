public import MidbackPlan

/// One version of a plan with what it was made from, so that it can be explained and made again.
public struct PlanVersion: Codable, Hashable, Sendable {
    /// The plan.
    public var plan: CarePlan
    /// What led to it; `nil` for a plan made from the answers alone.
    public var decision: Decision?
    /// What was known about the person.
    public var profile: PlanProfile
    /// The answers it rests on.
    public var answersVersion: Int
    /// Version of the content.
    public var packVersion: String
    /// SHA-256 of the survey and its rules.
    public var packDigest: String
    /// SHA-256 of the compiled plan content.
    public var planDigest: String
}

/// The person looked at the short danger screen.
public struct SignScreen: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Signs that were ticked; empty means "none of these".
    public var signs: [String]
    /// The answers before the screen asked for new ones.
    public var answersVersion: Int
}

/// The person asked for a lighter plan because the pain flared.
public struct FlareReport: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Version of the plan that was followed.
    public var planVersion: Int
}
