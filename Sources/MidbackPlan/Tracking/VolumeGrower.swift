import MidbackCore

/// Adds one kind of change to each exercise, as long as the weekly volume grows by no more than the rules allow and the
/// session still fits its minutes.
/// - Source: `plan-logic.md` section 6.
struct VolumeGrower {
    let plan: CarePlan
    let pack: PlanPack
    /// Nothing goes up a level before a clinician has cleared it.
    var isGuarded = false

    private var rules: ProgressionRules { pack.progression }
    private var dosing: Dosing { Dosing(rules: pack.doses) }

    private struct Change {
        var kept: PlanState.Kept
        var seconds: Int
        var reason: Reason
    }

    /// What was added so far.
    private struct Budget {
        /// Weekly seconds before.
        var weekly: Int
        /// Weekly seconds added.
        var added = 0
        /// Seconds of a session.
        var session: Int
    }

    /// Changes the exercises that stay and says what was added, or why not.
    func grow(_ state: inout PlanState) -> [Reason] {
        guard let limit = pack.doses.limit(state.irritability) else { return [] }
        let trained = plan.exercises.filter { $0.slot != .relaxation }
        var budget = Budget(
            weekly: trained.reduce(0) { $0 + $1.seconds * $1.days.count },
            session: plan.exercises.reduce(0) { $0 + $1.seconds })
        var reasons: [Reason] = []
        for index in state.kept.indices {
            guard let item = trained.first(where: { $0.exercise == state.kept[index].exercise }),
                let exercise = pack.library.exercise(item.exercise).map({ ExerciseEntry($0) })
            else { continue }
            // What waits for room comes first.
            if let pending = dose(state.kept[index], exercise, limit, item.slot),
                dosing.isLess(item.dose, than: pending, exercise)
            {
                budget.added += max(0, dosing.seconds(pending, exercise) - item.seconds) * item.days.count
                continue
            }
            let changes = changes(state.kept[index], item, exercise, limit, state)
            guard !changes.isEmpty else { continue }
            guard let change = changes.first(where: { obstacle($0, item, budget) == nil }) else {
                reasons += obstacle(changes[0], item, budget).map { [$0] } ?? []
                continue
            }
            state.kept[index] = change.kept
            budget.added += (change.seconds - item.seconds) * item.days.count
            budget.session += change.seconds - item.seconds
            reasons.append(change.reason)
        }
        return reasons
    }

    private func obstacle(_ change: Change, _ item: PlannedExercise, _ budget: Budget) -> Reason? {
        let more = change.seconds - item.seconds
        if (budget.added + more * item.days.count) * 100 > budget.weekly * rules.mostVolume {
            return Reason(.notAddedVolume, ["exercise": item.exercise, "percent": String(rules.mostVolume)])
        }
        guard budget.session + more > plan.minutes * 60 else { return nil }
        return Reason(.notAddedTime, ["exercise": item.exercise, "minutes": String(plan.minutes)])
    }

    /// Possible changes in order: repetitions, then a set, then a longer hold, then the next level; then the next level
    /// within the time of this one, so that a full session can still become harder; last a single repetition.
    private func changes(
        _ kept: PlanState.Kept, _ item: PlannedExercise, _ exercise: ExerciseEntry, _ limit: DoseRules.Limit,
        _ state: PlanState
    ) -> [Change] {
        let id = exercise.id
        var candidates: [(PlanState.Kept, Reason)] = []
        if kept.repetitions <= 0, kept.hold == 0, item.dose.repetitions != nil {
            var more = kept
            more.repetitions += rules.addRepetitions
            candidates.append(
                (more, Reason(.addedRepetitions, ["exercise": id, "number": String(rules.addRepetitions)])))
        }
        if kept.sets == 0, kept.hold == 0 {
            var more = kept
            more.sets = 1
            candidates.append((more, Reason(.addedSet, ["exercise": id])))
        }
        if kept.hold == 0, item.dose.hold != nil {
            var more = kept
            more.hold = rules.addHold
            candidates.append((more, Reason(.addedHold, ["exercise": id, "number": String(more.hold)])))
        }
        if var next = nextLevel(kept, item, exercise, limit) {
            let reason = Reason(.addedLevel, ["exercise": id, "level": String(next.level)])
            candidates.append((next, reason))
            next.seconds = item.seconds
            candidates.append((next, reason))
        }
        if kept.repetitions <= 0, kept.hold == 0, item.dose.repetitions != nil {
            // One is better than nothing when the week has no room for more.
            var more = kept
            more.repetitions += 1
            candidates.append((more, Reason(.addedRepetitions, ["exercise": id, "number": "1"])))
        }
        return candidates.compactMap { kept, reason in change(kept, reason, item, exercise, limit) }
    }

    private func change(
        _ kept: PlanState.Kept, _ reason: Reason, _ item: PlannedExercise, _ exercise: ExerciseEntry,
        _ limit: DoseRules.Limit
    ) -> Change? {
        guard let dose = dose(kept, exercise, limit, item.slot), dose != item.dose,
            !dosing.isLess(dose, than: item.dose, exercise)
        else { return nil }
        return Change(kept: kept, seconds: dosing.seconds(dose, exercise), reason: reason)
    }

    private func nextLevel(
        _ kept: PlanState.Kept, _ item: PlannedExercise, _ exercise: ExerciseEntry, _ limit: DoseRules.Limit
    ) -> PlanState.Kept? {
        let next = kept.level + 1
        guard !isGuarded, next <= min(limit.levelCeiling, exercise.maxLevel),
            let dose = exercise.exercise.dose(at: next)
        else { return nil }
        if next == 4, (kept.weeksAtLevel ?? 0) < rules.weeksBeforeLevel4 { return nil }
        var result = kept
        result.level = next
        // The next level starts with as many sets and repetitions as this one had.
        if let had = item.dose.repetitions, let has = dose.repetitions { result.repetitions = had - has }
        result.sets = item.dose.sets - dose.sets
        result.weeksAtLevel = nil
        result.hold = 0
        result.seconds = nil
        return result
    }

    private func dose(
        _ kept: PlanState.Kept, _ exercise: ExerciseEntry, _ limit: DoseRules.Limit, _ slot: Slot
    ) -> Dose? {
        guard var dose = exercise.dose(atMost: kept.level < exercise.minLevel ? 1 : kept.level) else { return nil }
        dose.sets += kept.sets
        dose.repetitions = dose.repetitions.map { $0 + kept.repetitions }
        dose.hold = dose.hold.map { $0 + kept.hold }
        let limited = dosing.limited(dose, exercise, limit, slot)
        guard let cap = kept.seconds else { return limited }
        return dosing.fitted(limited, exercise, within: cap)
    }
}
