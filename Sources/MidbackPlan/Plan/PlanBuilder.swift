import MidbackCore

/// Builds plans with one pack, worked out once: from profile to exercises, doses, week, remedies, messages, forecast and
/// triggers. Pure: the same arguments give the same plan, byte for byte.
/// - Source: `plan-logic.md` section 1.
public struct PlanEngine: Sendable {
    let tables: PlanTables

    /// Works the pack out.
    public init(_ pack: PlanPack) { tables = PlanTables(pack) }

    /// The pack it builds with.
    public var pack: PlanPack { tables.pack }

    /// The first version of a plan.
    public func build(_ profile: PlanProfile, today: CivilDate) -> CarePlan {
        build(profile, today: today, state: startState(profile, today: today))
    }

    /// A later version, from the state a decision left. Exercises the pack no longer has are chosen anew.
    public func build(_ profile: PlanProfile, today: CivilDate, state: PlanState) -> CarePlan {
        var state = state
        if profile.isGuarded(tables.pack.levels) { state.phase = .a }
        let access = PlanAccess(profile, tables, state)
        var draft = PlanDraft(profile, tables, today, state, access)
        guard let limit = tables.pack.doses.limit(state.irritability) else { return draft.empty(access.reasons) }
        switch access.scope {
        case .none, .unanswered: return draft.empty(access.reasons)
        case .comfort: return draft.comfort(limit)
        case .limited, .full: return draft.exercises(limit)
        }
    }

    /// What a first version starts from.
    public func startState(_ profile: PlanProfile, today: CivilDate) -> PlanState {
        PlanState(
            version: 1, startedOn: today, week: 0,
            phase: TrackChooser(profile: profile, tables: tables).startPhase(), settledWeeks: 0, level3Weeks: 0,
            irritability: profile.irritability, mode: .normal, kept: [], dropped: [], rotates: false, volume: 100,
            weeklyCap: nil, walkMinutes: nil, addsRelaxation: false, goodWeek: [])
    }
}

/// Builds single plans. Whoever builds many keeps a `PlanEngine`.
public enum PlanBuilder {
    /// Version of the algorithm; every plan names it.
    public static let version = "1.0.0"

    /// The first version of a plan.
    public static func build(_ profile: PlanProfile, _ pack: PlanPack, today: CivilDate) -> CarePlan {
        PlanEngine(pack).build(profile, today: today)
    }

    /// A later version, from the state a decision left.
    public static func build(
        _ profile: PlanProfile, _ pack: PlanPack, today: CivilDate, state: PlanState
    ) -> CarePlan {
        PlanEngine(pack).build(profile, today: today, state: state)
    }
}

extension PlanProfile {
    /// A possible fracture, or a rule about bone, that no clinician has cleared: phase A, the low limit of pain, no
    /// step up.
    func isGuarded(_ levels: LevelRules) -> Bool {
        guard !clearance.fractureIsCleared else { return false }
        if flags.contains(where: { $0.flag == .fracture }) { return true }
        return !clearance.clinicianHasSeen && firedRules.contains(where: levels.boneRules.contains)
    }

    /// Bones that may break without a fall.
    var hasWeakBones: Bool { flags.contains { $0.flag == .osteoporosis || $0.flag == .fracture } }
}

/// What the urgency, the age and the answers allow.
/// - Source: `red-flags.md` section 1 item 5.
struct PlanAccess {
    private(set) var scope: PlanScope = .full
    private(set) var reasons: [Reason] = []
    /// A rule about fracture, cancer, infection or the cord fired.
    let hasBoneRule: Bool

    init(_ profile: PlanProfile, _ tables: PlanTables, _ state: PlanState) {
        let level = profile.level.id
        hasBoneRule = profile.firedRules.contains(where: tables.boneRules.contains)
        if tables.pack.levels.noPlan.contains(level) {
            set(.none, Reason(.noPlanLevel, ["level": level]))
        } else if let age = profile.age, age < tables.pack.levels.neverUnder {
            set(.none, Reason(.underAge, ["number": String(tables.pack.levels.neverUnder)]))
        } else if !profile.isMidBack {
            set(.none, Reason(.notMidBack))
        } else if let rest = state.rest, rest.wasSeenBefore || !profile.clearance.clinicianHasSeen {
            set(.none, Reason(.weakBonesFlare))
        } else if profile.orders.contains(where: { $0.change == .hold }) {
            set(.none, Reason(.clinicianHold))
        } else if let age = profile.age, age < tables.pack.levels.clinicianUnder, !profile.clearance.clinicianHasSeen {
            set(.none, Reason(.clinicianFirst))
        } else if level == tables.pack.levels.comfort, !profile.clearance.clinicianHasSeen {
            set(.comfort, Reason(.comfortOnly))
        } else if !profile.unanswered.isEmpty {
            set(.unanswered, Reason(.answerFirst))
        } else if level != Disposition.selfCare.id, hasBoneRule {
            set(.limited, Reason(profile.clearance.clinicianHasSeen ? .limitedSeen : .limitedLevel))
        }
    }

    private mutating func set(_ scope: PlanScope, _ reason: Reason) {
        self.scope = scope
        reasons.append(reason)
    }
}
