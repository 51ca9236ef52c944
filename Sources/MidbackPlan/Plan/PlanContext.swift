import MidbackCore

/// Everything the steps of one build share. Built once per plan; holds no choice yet.
struct PlanContext {
    let profile: PlanProfile
    let pack: PlanPack
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

    var selection: SelectionRules { pack.selection }
    var library: [Exercise] { pack.library.exercises }

    /// Core exercises: those of the phase; who starts later has not done the earlier ones yet.
    func core() -> [String] {
        var result = track.core(in: state.phase)
        if state.week == 0, state.phase > .a { result += track.core(in: .a) }
        return result
    }

    /// Level of the person for an exercise, before any flag.
    func baseLevel(_ exercise: Exercise) -> Int {
        let isExperienced =
            profile.stage == .chronic && profile.activity.isActive && profile.risk.level == .low
            && state.irritability == .low
        var level = exercise.targets.contains(.strength) ? limit.strengthLevel : limit.mobilityLevel
        if profile.activity.isActive { level = max(level, limit.activeLevel) }
        if isExperienced { level = max(level, pack.doses.experiencedLevel) }
        if state.week == 0, let age = profile.age, age >= pack.doses.capAge { level = min(level, pack.doses.capLevel) }
        if state.week == 0, profile.risk.level == .high { level = min(level, pack.doses.riskLevel) }
        for order in profile.orders {
            if case .capLevel(let cap) = order.change { level = min(level, max(1, cap)) }
        }
        return level
    }

    /// Level of the person for an exercise.
    func level(_ exercise: Exercise, _ gate: SafetyGate) -> Int { capped(baseLevel(exercise), exercise, gate) }

    /// A level under the caps of flags and added tracks.
    func capped(_ level: Int, _ exercise: Exercise, _ gate: SafetyGate) -> Int {
        var level = level
        if state.week == 0, gate.flags.contains(.balance) { level = min(level, pack.doses.capLevel) }
        if let cap = gate.verdict(exercise).maxLevel { level = min(level, cap) }
        for modifier in modifiers(gate) {
            guard let cap = modifier.modifier.levelCap else { continue }
            if state.week < modifier.modifier.capWeeks ?? .max { level = min(level, cap) }
        }
        return max(1, level)
    }

    /// Added tracks count with the flags only: without flags the reference has none.
    private func modifiers(_ gate: SafetyGate) -> [Track] { gate.flags.isEmpty ? [] : modifiers }

    /// The dose of the library at a level, or at the next lower one that has a dose.
    func libraryDose(_ exercise: Exercise, at level: Int) -> Dose? {
        stride(from: level, through: 1, by: -1).lazy.compactMap { exercise.dose(at: $0) }.first
            ?? exercise.doses.first
    }

    /// The dose at a level, within the limits of the irritability and with the week's share of volume.
    func dose(_ exercise: Exercise, at level: Int, _ slot: Slot) -> Dose? {
        // Below its own levels an exercise is used with its level 1 dose.
        let used = level < exercise.minLevel ? 1 : level
        guard let dose = libraryDose(exercise, at: used) else { return nil }
        return dosing.scaled(dosing.limited(dose, exercise, limit, slot), percent: state.volume)
    }

    /// Days a week of a dose.
    func days(_ exercise: Exercise, _ dose: Dose, sessions: Int) -> Int {
        let most = dosing.needsRestDay(exercise) ? min(dose.daysPerWeek, limit.strengthDays) : dose.daysPerWeek
        return min(most, sessions)
    }
}
