import MidbackCore

/// Exercises that come into question for a session, and why the others do not. Flags are not read here: what they
/// remove stays in the order, so that adding a flag can only take away.
struct Pool {
    let context: PlanContext
    private(set) var exercises: [ExerciseEntry] = []
    /// Reasons by place of the exercise.
    private(set) var leftOut: [Reason?]

    init(_ context: PlanContext) {
        self.context = context
        leftOut = Array(repeating: nil, count: context.tables.entries.count)
        exercises.reserveCapacity(context.tables.entries.count)
        let outside = context.tables.pack.selection.outsideSessions
        for entry in context.tables.entries {
            leftOut[entry.index] = reason(against: entry)
            if leftOut[entry.index] == nil, !outside.contains(entry.family) { exercises.append(entry) }
        }
    }

    private func reason(against entry: ExerciseEntry) -> Reason? {
        let id = entry.id
        if let missing = missingEquipment(entry) {
            return Reason(.outEquipment, ["exercise": id, "equipment": missing.rawValue])
        }
        if entry.highestLevel(floor: context.profile.floor) == nil { return Reason(.outFloor, ["exercise": id]) }
        if entry.minLevel - 1 > context.baseLevel(entry) { return Reason(.outLevel, ["exercise": id]) }
        if let move = context.worseMove(entry) {
            return Reason(.outDirection, ["exercise": id, "move": move.rawValue])
        }
        if isTooEarlyForEndRange, entry.attributes.intersects(context.tables.endRange) {
            return Reason(.outEndRange, ["exercise": id])
        }
        if let phase = tooEarly(entry) { return Reason(.outPhase, ["exercise": id, "phase": phase.rawValue]) }
        if isOrderedOut(entry) { return Reason(.outClinician, ["exercise": id]) }
        if context.state.dropped.contains(id) { return Reason(.outDropped, ["exercise": id]) }
        return nil
    }

    private func missingEquipment(_ entry: ExerciseEntry) -> Equipment? {
        let has = context.profile.equipment
        return entry.needs.first { need in !need.contains(where: has.contains) }?.first
    }

    private var isTooEarlyForEndRange: Bool {
        context.limit.isMiddleRange || context.isFreshStrain
    }

    private func tooEarly(_ entry: ExerciseEntry) -> Phase? {
        context.track.notBefore.first {
            context.state.phase < $0.phase && entry.attributes.intersects(AttributeSet($0.attributes))
        }?.phase
    }

    private func isOrderedOut(_ entry: ExerciseEntry) -> Bool {
        context.profile.orders.contains { $0.change == .leaveOut(entry.id) }
    }

    /// How many exercises the flags leave at the person's level.
    func count(after gate: SafetyGate) -> Int {
        exercises.count {
            gate.verdict($0).verdict != .exclude && $0.minLevel - 1 <= context.level($0, gate)
        }
    }
}
