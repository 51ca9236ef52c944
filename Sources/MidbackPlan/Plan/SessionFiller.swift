import MidbackCore

/// Fills the slots of a session.
///
/// It is done twice: once without flags, which gives the slots and the seconds each may take, and once with them. With
/// flags a slot never takes more seconds or days than without, nor more than any exercise that a flag removed from it:
/// adding a flag never adds load. The property is proved by `PlanPropertyTests`.
/// - Source: `plan-logic.md` section 4.
struct SessionFiller {
    /// An exercise in its slot.
    struct Filled {
        var exercise: ExerciseEntry
        var slot: Slot
        var level: Int
        var dose: Dose
        var seconds: Int
        var daysPerWeek: Int
        var verdict: SafetyGate.Verdict
        var since: Int
        var reasons: [Reason]
    }

    let context: PlanContext
    let pool: Pool
    let score: Score
    let sessions: Int
    /// Reasons by place of the exercise.
    private(set) var leftOut: [Reason?]
    private var orders: [(slot: Slot, order: [ExerciseEntry])] = []

    init(_ context: PlanContext, _ pool: Pool, sessions: Int) {
        self.context = context
        self.pool = pool
        self.sessions = sessions
        leftOut = pool.leftOut
        score = Score(context)
    }

    /// The session with the flags of the context.
    mutating func fill() -> [Filled] {
        let reference = reference()
        guard !context.gate.isOpen else { return reference }
        return preferringBones(restricted(reference))
    }

    // MARK: Without flags

    private mutating func reference() -> [Filled] {
        var filled: [Filled] = []
        var used: Set<Int> = []
        var ends = AttributeSet()
        for slot in SessionSlots(context: context, pool: pool, score: score).all() {
            for exercise in order(slot) {
                let isFree = !used.contains(exercise.index) && !ends.intersects(endRange(exercise))
                if !isFree { ends.formUnion(endRange(exercise)) }
                guard isFree, let choice = choice(exercise, slot, context.openGate) else { continue }
                filled.append(choice)
                used.insert(exercise.index)
                ends.formUnion(endRange(exercise))
                break
            }
        }
        return trimmed(capped(filled))
    }

    /// Best first; what was there last week keeps its place, unless this is a week of change.
    private mutating func order(_ slot: Slot) -> [ExerciseEntry] {
        if let known = orders.first(where: { $0.slot == slot }) { return known.order }
        var order = score.order(pool.exercises, slot)
        if !context.state.rotates, !context.state.kept.isEmpty {
            let kept = context.state.kept.filter { $0.slot == slot }.map(\.exercise)
            order = order.filter { kept.contains($0.id) } + order.filter { !kept.contains($0.id) }
        }
        orders.append((slot, order))
        return order
    }

    private func endRange(_ exercise: ExerciseEntry) -> AttributeSet {
        exercise.attributes.intersection(context.tables.endRange)
    }

    private func choice(_ exercise: ExerciseEntry, _ slot: Slot, _ gate: SafetyGate) -> Filled? {
        let kept = context.state.kept.first { $0.exercise == exercise.id }
        let ceiling = kept.map { min($0.level, context.limit.levelCeiling) } ?? context.baseLevel(exercise)
        let level = context.capped(ceiling, exercise, gate)
        guard exercise.minLevel - 1 <= level, let dose = dose(exercise, level, slot, kept) else { return nil }
        return Filled(
            exercise: exercise, slot: slot, level: level, dose: dose,
            seconds: context.dosing.seconds(dose, exercise),
            daysPerWeek: context.days(exercise, dose, sessions: sessions), verdict: gate.verdict(exercise),
            since: kept?.since ?? context.state.week, reasons: [])
    }

    private func dose(_ exercise: ExerciseEntry, _ level: Int, _ slot: Slot, _ kept: PlanState.Kept?) -> Dose? {
        guard let kept, kept.level == level else { return context.dose(exercise, at: level, slot) }
        guard var dose = context.libraryDose(exercise, at: level) else { return nil }
        dose.sets += kept.sets
        dose.repetitions = dose.repetitions.map { $0 + kept.repetitions }
        dose.hold = dose.hold.map { $0 + kept.hold }
        dose = context.dosing.limited(dose, exercise, context.limit, slot)
        if let cap = kept.seconds { dose = context.dosing.fitted(dose, exercise, within: cap) ?? dose }
        return context.dosing.scaled(dose, percent: context.state.volume)
    }

    /// Not too many exercises: the last ones go first; relaxation does not count.
    private mutating func capped(_ filled: [Filled]) -> [Filled] {
        let isFirst = context.state.week == 0
        let most = mostExercises(isFirst)
        var result = filled
        while result.count(where: { $0.slot != .relaxation }) > most {
            guard let last = result.lastIndex(where: { $0.slot != .relaxation }) else { break }
            let id = result[last].exercise.id
            leftOut[result[last].exercise.index] = Reason(.outFirstWeek, ["exercise": id, "number": String(most)])
            result.remove(at: last)
        }
        return result
    }

    private func mostExercises(_ isFirst: Bool) -> Int {
        if context.state.mode == .short { return context.tables.pack.progression.shortExercises }
        return isFirst ? context.tables.pack.selection.mostFirstWeek : context.tables.pack.selection.most
    }

    /// Never longer than the minutes given: the last slot is shortened, then left out.
    private mutating func trimmed(_ filled: [Filled]) -> [Filled] {
        var result = filled
        while result.reduce(0, { $0 + $1.seconds }) > context.minutes * 60, var last = result.popLast() {
            let left = context.minutes * 60 - result.reduce(0) { $0 + $1.seconds }
            if let dose = context.dosing.fitted(last.dose, last.exercise, within: left) {
                last.dose = dose
                last.seconds = context.dosing.seconds(dose, last.exercise)
                last.reasons.append(Reason(.doseTime, ["minutes": String(context.minutes)]))
                result.append(last)
                break
            }
            let id = last.exercise.id
            leftOut[last.exercise.index] = Reason(
                .outTime, ["exercise": id, "minutes": String(context.minutes), "slot": last.slot.rawValue])
        }
        return result
    }

    // MARK: With flags

    private mutating func restricted(_ reference: [Filled]) -> [Filled] {
        var filled: [Filled] = []
        var used: Set<Int> = []
        var ends = AttributeSet()
        var usedBefore: Set<Int> = []
        for slot in reference {
            if let choice = replacement(for: slot, used, usedBefore, &ends) {
                filled.append(choice)
                used.insert(choice.exercise.index)
                ends.formUnion(endRange(choice.exercise))
            }
            usedBefore.insert(slot.exercise.index)
        }
        return filled
    }

    private mutating func replacement(
        for slot: Filled, _ used: Set<Int>, _ usedBefore: Set<Int>, _ ends: inout AttributeSet
    ) -> Filled? {
        var cap = (seconds: slot.seconds, days: slot.daysPerWeek)
        for exercise in order(slot.slot) {
            let isFree = !used.contains(exercise.index) && !ends.intersects(endRange(exercise))
            if isFree, let choice = fitted(exercise, slot, cap) { return choice }
            ends.formUnion(endRange(exercise))
            guard !usedBefore.contains(exercise.index), let open = choice(exercise, slot.slot, context.openGate) else {
                continue
            }
            cap.seconds = ceiling(open, downTo: 1, within: cap.seconds)
            cap.days = min(cap.days, open.daysPerWeek)
        }
        return nil
    }

    // MARK: With weak bones

    /// With weak bones the core of the track for bones takes the places it fits, with no more seconds or days than what
    /// stood there.
    private func preferringBones(_ filled: [Filled]) -> [Filled] {
        guard !context.boneCore.isEmpty else { return filled }
        var result = filled
        for index in result.indices where !isBoneCore(result[index].exercise) {
            result[index] = preferred(result[index], result.map(\.exercise.index))
        }
        return result
    }

    private func isBoneCore(_ exercise: ExerciseEntry) -> Bool {
        context.boneCore.contains { $0.index == exercise.index }
    }

    private func preferred(_ item: Filled, _ used: [Int]) -> Filled {
        var cap = (seconds: item.seconds, days: item.daysPerWeek)
        for exercise in context.boneCore where takesPlace(exercise, of: item) {
            if used.contains(exercise.index) { continue }
            if let choice = fitted(exercise, item, cap) { return choice }
            guard let open = choice(exercise, item.slot, context.openGate) else { continue }
            cap.seconds = ceiling(open, downTo: 1, within: cap.seconds)
            cap.days = min(cap.days, open.daysPerWeek)
        }
        var rest = item
        guard let dose = context.dosing.fitted(item.dose, item.exercise, within: cap.seconds) else { return item }
        rest.dose = dose
        rest.seconds = context.dosing.seconds(dose, item.exercise)
        rest.daysPerWeek = min(item.daysPerWeek, cap.days)
        return rest
    }

    /// Strength proper is not replaced by control.
    private func takesPlace(_ exercise: ExerciseEntry, of item: Filled) -> Bool {
        pool.exercises.contains { $0.index == exercise.index } && score.fits(exercise, item.slot)
            && (exercise.needsRestDay || !item.exercise.needsRestDay)
    }

    private func fitted(_ exercise: ExerciseEntry, _ slot: Filled, _ cap: (seconds: Int, days: Int)) -> Filled? {
        guard context.gate.verdict(exercise).verdict != .exclude,
            let open = choice(exercise, slot.slot, context.openGate),
            var choice = choice(exercise, slot.slot, context.gate)
        else { return nil }
        let ceiling = ceiling(open, downTo: choice.level + 1, within: cap.seconds)
        guard let dose = context.dosing.fitted(choice.dose, exercise, within: ceiling) else { return nil }
        if exercise.id != slot.exercise.id, dose != choice.dose {
            choice.reasons.append(Reason(.doseReplaced, ["exercise": slot.exercise.id]))
        }
        choice.dose = dose
        choice.seconds = context.dosing.seconds(dose, exercise)
        choice.daysPerWeek = min(choice.daysPerWeek, cap.days)
        return choice
    }

    /// Seconds that an exercise would really take at each level from the open one down to `level`, the least of them:
    /// whole sets and repetitions seldom fill a limit, and a lower level must not fill it better.
    private func ceiling(_ open: Filled, downTo level: Int, within cap: Int) -> Int {
        stride(from: open.level, through: level, by: -1).reduce(cap) { cap, level in
            let dose = level == open.level ? open.dose : context.dose(open.exercise, at: level, open.slot)
            guard let dose, let fitted = context.dosing.fitted(dose, open.exercise, within: cap) else { return cap }
            return min(cap, context.dosing.seconds(fitted, open.exercise))
        }
    }
}
