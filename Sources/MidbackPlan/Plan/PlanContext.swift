import MidbackCore

/// Everything the steps of one build share; holds no choice yet. A class, so that passing it on costs nothing.
final class PlanContext {
    let profile: PlanProfile
    let tables: PlanTables
    let state: PlanState
    let track: Track
    let modifiers: [Track]
    let limit: DoseRules.Limit
    let dosing: Dosing
    /// Limits that apply, those of the level included.
    let gate: SafetyGate
    /// Leaves out nothing: what the plan would be without any flag.
    let openGate: SafetyGate
    let minutes: Int
    /// Core exercises: those of the phase; who starts later has not done the earlier ones yet.
    let core: [String]
    /// Directions that wait now: they make the pain worse, and it is early or flares easily.
    let avoided: [(move: WorseMove, attributes: AttributeSet)]
    /// Core exercises of the track for weak bones, when it is added; they come first then.
    let boneCore: [ExerciseEntry]
    /// Level before any flag, for strength and for everything else.
    private let strengthLevel: Int
    private let mobilityLevel: Int
    /// Highest level a clinician or the main track allows.
    private let orderedCap: Int
    /// Highest level of the flags and added tracks together.
    private let flagCap: Int

    init(
        _ profile: PlanProfile, _ tables: PlanTables, _ state: PlanState, _ track: Track, _ modifiers: [Track],
        _ limit: DoseRules.Limit, gate: SafetyGate, minutes: Int
    ) {
        self.profile = profile
        self.tables = tables
        self.state = state
        self.track = track
        self.modifiers = modifiers
        self.limit = limit
        self.gate = gate
        self.minutes = minutes
        dosing = Dosing(rules: tables.pack.doses)
        openGate = SafetyGate([], profile: profile, tables: tables)
        core = track.core(in: state.phase) + (state.week == 0 && state.phase > .a ? track.core(in: .a) : [])
        let isCareful = state.phase == .a || state.irritability == .high
        let worse = isCareful ? profile.worseMoves ?? [] : []
        avoided = tables.directions.filter { worse.contains($0.move) }
        let bone = profile.flagSet.contains(.osteoporosis) ? modifiers.first { $0.id == .bone } : nil
        boneCore = (bone.map { Self.core($0, state.phase) } ?? []).compactMap { tables.byId[$0] }
        orderedCap = min(Self.orderedCap(profile), Self.cap(track, state) ?? .max)
        let rise = Self.levels(profile, state, limit, tables.pack.doses)
        strengthLevel = min(rise.strength, orderedCap)
        mobilityLevel = min(rise.mobility, orderedCap)
        flagCap = Self.flagCap(gate, state, modifiers, tables.pack.doses)
    }

    /// Core exercises of a phase and of the calm one before it.
    private static func core(_ track: Track, _ phase: Phase) -> [String] {
        track.core(in: phase) + (phase > .a ? track.core(in: .a) : [])
    }

    private static func orderedCap(_ profile: PlanProfile) -> Int {
        profile.orders.reduce(.max) { cap, order in
            if case .capLevel(let level) = order.change { min(cap, max(1, level)) } else { cap }
        }
    }

    /// Highest level of a track in a week.
    private static func cap(_ track: Track, _ state: PlanState) -> Int? {
        state.week < track.modifier.capWeeks ?? .max ? track.modifier.levelCap : nil
    }

    private static func levels(
        _ profile: PlanProfile, _ state: PlanState, _ limit: DoseRules.Limit, _ doses: DoseRules
    ) -> (strength: Int, mobility: Int) {
        let isActive = profile.activity.isActive
        let isExperienced =
            profile.stage == .chronic && isActive && profile.risk.level == .low && state.irritability == .low
        func level(_ start: Int) -> Int {
            var level = isActive ? max(start, limit.activeLevel) : start
            if isExperienced { level = max(level, doses.experiencedLevel) }
            guard state.week == 0 else { return level }
            if let age = profile.age, age >= doses.capAge { level = min(level, doses.capLevel) }
            return profile.risk.level == .high ? min(level, doses.riskLevel) : level
        }
        return (level(limit.strengthLevel), level(limit.mobilityLevel))
    }

    /// Added tracks count with the flags only: without flags the reference has none.
    private static func flagCap(
        _ gate: SafetyGate, _ state: PlanState, _ modifiers: [Track], _ doses: DoseRules
    ) -> Int {
        guard !gate.flags.isEmpty else { return .max }
        let start = state.week == 0 && gate.flags.contains(.balance) ? doses.capLevel : .max
        return modifiers.reduce(start) { cap, track in
            min(cap, Self.cap(track, state) ?? .max)
        }
    }

    /// Level of the person for an exercise, before any flag.
    func baseLevel(_ entry: ExerciseEntry) -> Int { entry.needsRestDay ? strengthLevel : mobilityLevel }

    /// Level of the person for an exercise.
    func level(_ entry: ExerciseEntry, _ gate: SafetyGate) -> Int { capped(baseLevel(entry), entry, gate) }

    /// A level under the caps of the exercise, flags, tracks and clinicians.
    func capped(_ level: Int, _ entry: ExerciseEntry, _ gate: SafetyGate) -> Int {
        let highest = entry.highestLevel(floor: profile.floor) ?? entry.maxLevel
        let open = min(level, orderedCap, highest)
        guard !gate.isOpen else { return max(1, open) }
        return max(1, min(open, flagCap, gate.verdict(entry).maxLevel ?? .max))
    }

    /// The dose of the library at a level; below its own levels an exercise is used with its level 1 dose.
    func libraryDose(_ entry: ExerciseEntry, at level: Int) -> Dose? {
        entry.dose(atMost: level < entry.minLevel ? 1 : level)
    }

    /// The dose at a level, within the limits of the irritability and with the week's share of volume.
    func dose(_ entry: ExerciseEntry, at level: Int, _ slot: Slot) -> Dose? {
        guard let dose = libraryDose(entry, at: level) else { return nil }
        return dosing.scaled(dosing.limited(dose, entry, limit, slot), percent: state.volume)
    }

    /// Days a week of a dose.
    func days(_ entry: ExerciseEntry, _ dose: Dose, sessions: Int) -> Int {
        let most = entry.needsRestDay ? min(dose.daysPerWeek, limit.strengthDays) : dose.daysPerWeek
        return min(most, sessions)
    }

    /// Whether everything an exercise needs is at hand and possible.
    func isPossible(_ entry: ExerciseEntry) -> Bool {
        let hasEquipment = entry.needs.allSatisfy { $0.contains(where: profile.equipment.contains) }
        return hasEquipment && entry.highestLevel(floor: profile.floor) != nil
    }
}

extension PlanContext {
    /// The first days of a strain: no end range, and the low limit of pain. The survey cannot tell three days from
    /// seven, so the careful reading lasts for the first week.
    /// - Source: `plan-logic.md` section 4, track CALM.
    var isFreshStrain: Bool { profile.isFresh && track.id == .calm && state.week == 0 }

    /// Flags behind an exercise that the person has; those of the level alone left aside.
    func ownFlags(_ item: SessionFiller.Filled) -> [PlanFlag] {
        let own = profile.flagSet
        return item.verdict.flags.filter(own.contains)
    }

    /// A direction that waits and that an exercise moves in.
    func worseMove(_ entry: ExerciseEntry) -> WorseMove? {
        avoided.first { entry.attributes.intersects($0.attributes) }?.move
    }

    /// Bones that may be broken or ill: a fracture, cleared or not, or a rule about bones, cancer, infection or the cord.
    var hasBoneRisk: Bool {
        gate.flags.contains(.fracture) || profile.overrides.contains(.fracture)
            || profile.firedRules.contains(where: tables.boneRules.contains)
    }

    /// The limit of pain that holds now.
    var painLimit: DoseRules.Limit {
        isFreshStrain || profile.isGuarded(tables.pack.levels) ? tables.pack.doses.limit(.high) ?? limit : limit
    }
}
