import MidbackCore

/// Decides for one person what the flags do to each exercise. Several flags: the strictest wins.
/// - Source: `exercises.md` section 3.
struct SafetyGate {
    /// What the flags say about one exercise.
    struct Verdict {
        var verdict: SafetyVerdict = .allow
        /// Flags behind it, in the order of `PlanFlag`.
        var flags: [PlanFlag] = []
        /// Highest level, if a flag sets one.
        var maxLevel: Int?
        /// The level of urgency rules it out.
        var isLimited = false
    }

    let flags: [PlanFlag]
    /// Whether it leaves out nothing at all.
    let isOpen: Bool
    private let tables: PlanTables
    private let verdicts: [Verdict]
    private let fracture: FracturePhase?
    private let told: [PlanFlag]
    private let own: Set<PlanFlag>

    /// - Parameters:
    ///   - flags: limits that apply.
    ///   - limitedExclude: attributes that the level of urgency rules out.
    init(
        _ flags: Set<PlanFlag>, profile: PlanProfile, tables: PlanTables, limitedExclude: [SafetyAttribute] = []
    ) {
        let ordered = flags.isEmpty ? [] : PlanFlag.allCases.filter(flags.contains)
        let fracture = flags.contains(.fracture) ? Self.phase(tables.pack.library.safety, profile) : nil
        let limited = AttributeSet(limitedExclude)
        self.flags = ordered
        self.tables = tables
        self.fracture = fracture
        isOpen = ordered.isEmpty && limitedExclude.isEmpty
        own = profile.flagSet
        told = profile.flags.filter { $0.origin == .answer }.map(\.flag)
        verdicts =
            isOpen
            ? []
            : tables.entries.map { entry in
                Self.verdict(entry, ordered, tables, fracture, limited)
            }
    }

    private static func phase(_ safety: ExerciseSafety, _ profile: PlanProfile) -> FracturePhase? {
        let isLater = profile.clearance.fractureIsCleared && profile.stage != .acute
        return safety.fracturePhases.last { !$0.needsClearance || isLater }
    }

    private static func verdict(
        _ entry: ExerciseEntry, _ flags: [PlanFlag], _ tables: PlanTables, _ fracture: FracturePhase?,
        _ limited: AttributeSet
    ) -> Verdict {
        var result = Verdict()
        result.isLimited = entry.attributes.intersects(limited)
        if result.isLimited { result.verdict = .exclude }
        for flag in flags {
            var verdict = tables.verdict(flag, entry)
            if flag == .fracture, let fracture {
                if let allowance = fracture.allow.first(where: { $0.exercise == entry.id }) {
                    // The list of the phase wins over the attributes.
                    verdict = min(verdict, .modify)
                    // The easiest level only; the next one after clearance.
                    let level = allowance.maxLevel ?? (fracture.needsClearance ? 2 : 1)
                    result.maxLevel = min(result.maxLevel ?? level, level)
                } else {
                    verdict = .exclude
                }
            }
            guard verdict != .allow else { continue }
            result.flags.append(flag)
            result.verdict = max(result.verdict, verdict)
        }
        if result.verdict == .modify {
            let level = tables.pack.doses.modifiedLevel
            result.maxLevel = min(result.maxLevel ?? level, level)
        }
        return result
    }

    func verdict(_ entry: ExerciseEntry) -> Verdict { isOpen ? Verdict() : verdicts[entry.index] }

    /// Whether one flag alone removes an exercise.
    func isExcluded(_ entry: ExerciseEntry, by flag: PlanFlag) -> Bool {
        if flag == .fracture, let fracture { return !fracture.allow.contains { $0.exercise == entry.id } }
        return tables.verdict(flag, entry) == .exclude
    }

    /// How an exercise must be done with a possible fracture.
    func how(_ entry: ExerciseEntry) -> LocalizedText? { fracture?.allow.first { $0.exercise == entry.id }?.how }

    /// Every reason why an exercise is out; empty when it is in.
    func reasons(against entry: ExerciseEntry) -> [Reason] {
        let verdict = verdict(entry)
        guard verdict.verdict == .exclude else { return [] }
        let flags = verdict.flags.filter { isExcluded(entry, by: $0) }
        // A flag that only the level sets is no flag of the person.
        let isLimited = verdict.isLimited || flags.contains { !own.contains($0) }
        let limited = isLimited ? [Reason(.outLimited, ["exercise": entry.id])] : []
        return limited + flags.filter(own.contains).map { reason($0, entry) }
    }

    private func reason(_ flag: PlanFlag, _ entry: ExerciseEntry) -> Reason {
        switch flag {
        case .surgery: Reason(.outSurgery, ["exercise": entry.id])
        case .fracture: Reason(.outFracture, ["exercise": entry.id])
        default:
            Reason(told.contains(flag) ? .outFlag : .outFlagOther, ["exercise": entry.id, "flag": flag.rawValue])
        }
    }
}
