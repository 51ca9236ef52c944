import MidbackCore

/// Exercises that come into question for a session, and why the others do not. Flags are not read here: what they
/// remove stays in the order, so that adding a flag can only take away.
struct Pool {
    let context: PlanContext
    private(set) var exercises: [Exercise] = []
    private(set) var leftOut: [String: Reason] = [:]

    init(_ context: PlanContext) {
        self.context = context
        for exercise in context.library {
            if let reason = reason(against: exercise) {
                leftOut[exercise.id] = reason
            } else if !context.selection.outsideSessions.contains(exercise.family) {
                exercises.append(exercise)
            }
        }
    }

    private func reason(against exercise: Exercise) -> Reason? {
        let id = exercise.id
        if let missing = missingEquipment(exercise) {
            return Reason(.outEquipment, ["exercise": id, "equipment": missing.rawValue])
        }
        if !context.profile.floor, exercise.needsFloor { return Reason(.outFloor, ["exercise": id]) }
        if exercise.minLevel - 1 > context.baseLevel(exercise) { return Reason(.outLevel, ["exercise": id]) }
        if isEndRange(exercise), isTooEarlyForEndRange { return Reason(.outEndRange, ["exercise": id]) }
        if let phase = tooEarly(exercise) { return Reason(.outPhase, ["exercise": id, "phase": phase.rawValue]) }
        if isOrderedOut(exercise) { return Reason(.outClinician, ["exercise": id]) }
        if context.state.dropped.contains(id) { return Reason(.outDropped, ["exercise": id]) }
        return nil
    }

    private func missingEquipment(_ exercise: Exercise) -> Equipment? {
        let has = context.profile.equipment
        return exercise.needs.first { need in !need.contains(where: has.contains) }?.first
    }

    private func isEndRange(_ exercise: Exercise) -> Bool {
        context.selection.endRange.contains(where: exercise.attributes.contains)
    }

    private var isTooEarlyForEndRange: Bool {
        context.limit.isMiddleRange || (context.profile.isFresh && context.track.id == .calm && context.state.week == 0)
    }

    private func tooEarly(_ exercise: Exercise) -> Phase? {
        context.track.notBefore.first {
            context.state.phase < $0.phase && $0.attributes.contains(where: exercise.attributes.contains)
        }?.phase
    }

    private func isOrderedOut(_ exercise: Exercise) -> Bool {
        context.profile.orders.contains { $0.change == .leaveOut(exercise.id) }
    }

    /// How many exercises the flags leave.
    func count(after gate: SafetyGate) -> Int {
        exercises.count { gate.verdict($0).verdict != .exclude && isReachable($0, gate) }
    }

    /// Whether the person's level allows it.
    func isReachable(_ exercise: Exercise, _ gate: SafetyGate) -> Bool {
        exercise.minLevel - 1 <= context.level(exercise, gate)
    }
}

/// Points of an exercise for a person.
/// - Source: `plan-logic.md` section 4.
struct Score {
    let context: PlanContext
    private let core: [String]
    private let shares: [String: Double]

    init(_ context: PlanContext) {
        self.context = context
        core = context.core()
        shares = Dictionary(
            context.profile.shares.map { ($0.cause, $0.share) }, uniquingKeysWith: { first, _ in first })
    }

    func points(_ exercise: Exercise, _ slot: Slot) -> Double {
        let weights = context.selection.weights
        var points = weights.cause * exercise.suits.reduce(0) { $0 + (shares[$1] ?? 0) }
        if core.contains(exercise.id) { points += weights.core }
        if exercise.goals.contains(where: context.profile.goals.contains) { points += weights.goal }
        if context.profile.likes.contains(exercise.id) { points += weights.liked }
        if context.profile.dislikes.contains(exercise.id) { points += weights.disliked }
        if exercise.isSeed { points += weights.seed }
        let level = context.baseLevel(exercise)
        if level > exercise.maxLevel || level < exercise.minLevel { points += weights.otherLevel }
        let isUsed = context.state.kept.contains { $0.exercise == exercise.id && $0.slot == slot }
        if context.state.rotates, isUsed { points += weights.usedLastWeek }
        // Nine decimals, so that other machines order alike.
        return (points * 1e9).rounded() / 1e9
    }

    /// Whether an exercise can stand in a slot.
    func fits(_ exercise: Exercise, _ slot: Slot) -> Bool {
        let targets = exercise.targets
        switch slot {
        case .warm:
            return exercise.minLevel == 1 && !isEnd(exercise) && targets.first == .mobility && !isQuiet(exercise)
        case .control: return exercise.minLevel == 1 && targets == [.motorControl]
        case .mobility: return targets.contains(.mobility) && targets.first != .relaxation && !isQuiet(exercise)
        case .strength: return isStrong(exercise)
        case .function: return exercise.family == "function"
        case .relaxation: return targets.first == .relaxation || isQuiet(exercise)
        case .main: return fits(exercise, context.limit.isIsometric ? .mobility : .strength)
        }
    }

    private func isEnd(_ exercise: Exercise) -> Bool {
        context.selection.endRange.contains(where: exercise.attributes.contains)
    }

    private func isQuiet(_ exercise: Exercise) -> Bool { exercise.family == "relaxation" }

    /// While it flares easily only quiet holds, and what the track holds for core.
    private func isStrong(_ exercise: Exercise) -> Bool {
        guard exercise.targets.contains(.strength) || exercise.targets.contains(.motorControl) else { return false }
        guard context.limit.isIsometric else { return true }
        if core.contains(exercise.id) { return true }
        return !exercise.targets.contains(.strength) && (exercise.dose(at: 1)?.hold ?? 0) >= 3
    }

    /// Candidates of a slot, best first. Strength proper comes before control, unless it flares easily; breathing and
    /// letting go come before rolling.
    func order(_ pool: [Exercise], _ slot: Slot) -> [Exercise] {
        let wantsStrength = slot == .strength || slot == .main
        func rank(_ exercise: Exercise) -> Int {
            if slot == .relaxation { return isQuiet(exercise) ? 0 : 1 }
            return wantsStrength && !context.limit.isIsometric && !exercise.targets.contains(.strength) ? 1 : 0
        }
        return pool.filter { fits($0, slot) }
            .map { (exercise: $0, rank: rank($0), points: points($0, slot)) }
            .sorted { ($0.rank, -$0.points, $0.exercise.number) < ($1.rank, -$1.points, $1.exercise.number) }
            .map(\.exercise)
    }
}
