import MidbackCore

/// Decides for one person what the flags do to each exercise. Several flags: the strictest wins.
/// - Source: `exercises.md` section 3.
struct SafetyGate {
    /// What the flags say about one exercise.
    struct Verdict {
        var verdict: SafetyVerdict
        /// Flags behind it, in the order of `PlanFlag`.
        var flags: [PlanFlag]
        /// Highest level, if a flag sets one.
        var maxLevel: Int?
        /// How it must be done.
        var how: LocalizedText?
        /// Why it is out.
        var reason: Reason?
    }

    let flags: [PlanFlag]
    private let rules: [PlanFlag: SafetyRule]
    private let fracture: FracturePhase?
    private let limitedExclude: [SafetyAttribute]
    /// Whether the level of urgency rules something out.
    var hasLimits: Bool { !limitedExclude.isEmpty }
    private let modifiedLevel: Int
    private let told: Set<PlanFlag>

    /// - Parameters:
    ///   - flags: limits that apply.
    ///   - limitedExclude: attributes that the level of urgency rules out.
    init(_ flags: Set<PlanFlag>, profile: PlanProfile, pack: PlanPack, limitedExclude: [SafetyAttribute] = []) {
        self.flags = PlanFlag.allCases.filter(flags.contains)
        let safety = pack.library.safety
        rules = Dictionary(
            safety.rules.compactMap { rule in PlanFlag(rawValue: rule.flag).map { ($0, rule) } },
            uniquingKeysWith: { first, _ in first })
        fracture = flags.contains(.fracture) ? Self.phase(safety, profile) : nil
        self.limitedExclude = limitedExclude
        modifiedLevel = pack.doses.modifiedLevel
        told = Set(profile.flags.filter { $0.origin == .answer }.map(\.flag))
    }

    private static func phase(_ safety: ExerciseSafety, _ profile: PlanProfile) -> FracturePhase? {
        let isLater = profile.clearance.fractureIsCleared && profile.stage != .acute
        return safety.fracturePhases.last { !$0.needsClearance || isLater }
    }

    func verdict(_ exercise: Exercise) -> Verdict {
        var result = Verdict(verdict: .allow, flags: [], maxLevel: nil, how: nil, reason: nil)
        if limitedExclude.contains(where: exercise.attributes.contains) {
            result.verdict = .exclude
            result.reason = Reason(.outLimited, ["exercise": exercise.id])
        }
        for flag in flags { apply(flag, exercise, &result) }
        if result.verdict == .modify { result.maxLevel = min(result.maxLevel ?? modifiedLevel, modifiedLevel) }
        return result
    }

    private func apply(_ flag: PlanFlag, _ exercise: Exercise, _ result: inout Verdict) {
        guard let rule = rules[flag] else { return }
        var verdict = rule.verdict(on: exercise)
        if flag == .fracture, let fracture {
            guard let allowance = fracture.allow.first(where: { $0.exercise == exercise.id }) else {
                return note(.exclude, flag, reason(flag, exercise), &result)
            }
            verdict = min(verdict, .modify)
            result.how = allowance.how
            if let level = allowance.maxLevel { result.maxLevel = min(result.maxLevel ?? level, level) }
        }
        guard verdict != .allow else { return }
        note(verdict, flag, reason(flag, exercise), &result)
    }

    /// Why one flag removes an exercise.
    func reason(_ flag: PlanFlag, _ exercise: Exercise) -> Reason {
        switch flag {
        case .surgery: Reason(.outSurgery, ["exercise": exercise.id])
        case .fracture: Reason(.outFracture, ["exercise": exercise.id])
        default:
            Reason(told.contains(flag) ? .outFlag : .outFlagOther, ["exercise": exercise.id, "flag": flag.rawValue])
        }
    }

    private func note(_ verdict: SafetyVerdict, _ flag: PlanFlag, _ reason: Reason, _ result: inout Verdict) {
        result.flags.append(flag)
        if verdict == .exclude, result.reason == nil { result.reason = reason }
        result.verdict = max(result.verdict, verdict)
    }
}
