public import MidbackCore

/// Heat, cold, massage or hands-on care.
/// - Source: `plan-logic.md` sections 8.1 to 8.3.
public struct Remedy: Codable, Hashable, Sendable {
    /// Id.
    public var id: String
    /// Name.
    public var name: LocalizedText
    /// How to do it.
    public var text: LocalizedText
    /// Why and what to expect.
    public var effect: LocalizedText
    /// Expression over answers: not for this person. "Not sure" counts as yes.
    public var notWhen: String?
    /// Flags of the plan with which it is left out.
    public var notWith: [PlanFlag]
    /// Stages in which it is offered; empty means all.
    public var stages: [Stage]
    /// Allowed at the comfort level.
    public var isComfort: Bool
    /// Left out at a limited level.
    public var isHandsOn: Bool
    /// Named because people ask; we advise against it.
    public var isAdvisedAgainst: Bool
    /// Who should not use it.
    public var cautions: [LocalizedText]
    /// How sure we are.
    public var strength: EvidenceStrength
    /// Citations.
    public var sources: [String]
}

/// A remedy in a plan.
public struct RemedyAdvice: Codable, Hashable, Sendable {
    /// The remedy.
    public var remedy: String
    /// Whether it is offered.
    public var isOffered: Bool
    /// Why not, or why with care.
    public var reasons: [Reason]
}
