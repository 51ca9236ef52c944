import MidbackCore

/// Turns a code into the state of the next version and says what changes.
/// - Source: `plan-logic.md` section 6.
struct PlanStepper {
    let judge: ProgressionJudge
    let code: DecisionCode

    private var plan: CarePlan { judge.history.plan }
    private var rules: ProgressionRules { judge.pack.progression }
    private var week: Int { max(0, plan.startedOn.days(to: judge.today) / 7) }

    /// When to look again: soon after a flare, else in a week; monthly after graduation.
    func review(_ code: DecisionCode) -> CivilDate {
        switch code {
        case .flare: judge.today.adding(days: rules.flareDays[0])
        case .graduate: judge.today.adding(days: 28)
        default: judge.today.adding(days: 7)
        }
    }

    func step() -> (state: PlanState, changes: [Reason]) {
        var state = base()
        var changes: [Reason] = []
        switch code {
        case .danger: break
        case .progress: progress(&state, &changes)
        case .hold: hold(&state, &changes)
        case .regress: regress(&state, &changes)
        case .flare: flare(&state, &changes)
        case .comeBack: comeBack(&state, &changes)
        case .graduate: graduate(&state, &changes)
        case .shorten: shorten(&state, &changes)
        }
        return (state, changes)
    }

    /// The state of the plan that counts now, one version on.
    private func base() -> PlanState {
        var state = plan.state
        state.version = plan.version + 1
        state.week = week
        state.irritability = irritability()
        state.rotates = false
        state.volume = 100
        state.walkMinutes = plan.habits.first { $0.kind == .aerobic }?.minutes ?? state.walkMinutes
        if state.kept.isEmpty || state.kept.map(\.exercise) != plan.exercises.map(\.exercise) {
            state.kept = keptOfPlan()
        }
        if state.mode != .maintenance, state.mode != .short { state.mode = .normal }
        return state
    }

    private func keptOfPlan() -> [PlanState.Kept] {
        plan.exercises.map { item in
            let known = plan.state.kept.first { $0.exercise == item.exercise }
            return PlanState.Kept(
                exercise: item.exercise, slot: item.slot, level: known?.level ?? max(1, level(item)),
                repetitions: known?.repetitions ?? 0, sets: known?.sets ?? 0, hold: known?.hold ?? 0, since: item.since)
        }
    }

    private func level(_ item: PlannedExercise) -> Int {
        item.reasons.first { $0.id == .levelStart }?.value("level").flatMap(Int.init) ?? item.dose.level
    }

    /// From the pain of the check-in; unsettled sessions count as "until the next day".
    private func irritability() -> Irritability {
        guard let average = judge.review.pain else { return plan.state.irritability }
        let worst = judge.checkIn.score(.painWorst, judge.pack) ?? average
        let settle: SettleTime
        if judge.review.unsettled > 0 {
            settle = .nextDayOrMore
        } else {
            settle = judge.checkIn.settle ?? (judge.review.isSettled && worst <= 4 ? .minutes : .hours)
        }
        return .rated(average: Int(average), worst: Int(max(worst, average)), settle: settle)
    }

    // MARK: Up

    private func progress(_ state: inout PlanState, _ changes: inout [Reason]) {
        // After a flare the first good week starts from the last good one, reduced.
        if case .flare = plan.state.mode { return afterFlare(&state, &changes) }
        state.settledWeeks += 1
        state.level3Weeks = state.kept.contains { $0.level >= 3 } ? state.level3Weeks + 1 : 0
        advance(&state, &changes)
        if isLighterWeek {
            state.volume = rules.lighterVolume
            changes.append(Reason(.lighterWeek, ["percent": String(100 - rules.lighterVolume)]))
        } else {
            let grower = VolumeGrower(stepper: self, plan: plan, pack: judge.pack, profile: judge.profile)
            changes += grower.grow(&state)
            walkFurther(&state, &changes)
        }
        state.goodWeek = state.kept
        rotate(&state, &changes)
    }

    private var isLighterWeek: Bool {
        week > 0 && week % rules.lighterEvery == 0 && (judge.review.effort ?? 0) >= rules.lighterEffort
    }

    private func walkFurther(_ state: inout PlanState, _ changes: inout [Reason]) {
        guard let now = state.walkMinutes, let limit = judge.pack.doses.limit(state.irritability) else { return }
        let next = min(max(now, limit.aerobicMinutes[2]), max(now + 1, now + now * rules.addWalk / 100))
        guard next > now else { return }
        state.walkMinutes = next
        changes.append(Reason(.addedWalk, ["minutes": String(next)]))
    }

    private func advance(_ state: inout PlanState, _ changes: inout [Reason]) {
        let next: Phase
        switch state.phase {
        case .a: next = week >= rules.weeksOfPhaseA && state.irritability < .high ? .b : .a
        case .b: next = state.settledWeeks >= rules.settledWeeksUntilC ? .c : .b
        case .c: next = .c
        }
        guard next != state.phase else { return }
        state.phase = next
        state.rotates = true
        changes.append(Reason(.phase, ["phase": next.rawValue]))
    }

    private func rotate(_ state: inout PlanState, _ changes: inout [Reason]) {
        guard week > 0, week % judge.pack.selection.rotateEvery == 0, !state.rotates else { return }
        state.rotates = true
        changes.append(Reason(.rotated))
    }

    // MARK: The same, or less

    private func hold(_ state: inout PlanState, _ changes: inout [Reason]) {
        if case .flare = plan.state.mode { return afterFlare(&state, &changes) }
        if judge.review.unsettled == 0, judge.review.sessions.count >= rules.leastSessions { state.settledWeeks += 1 }
        if isLighterWeek {
            state.volume = rules.lighterVolume
            changes.append(Reason(.lighterWeek, ["percent": String(100 - rules.lighterVolume)]))
        }
        advance(&state, &changes)
    }

    private func lower(_ state: inout PlanState, _ changes: inout [Reason]) {
        for index in state.kept.indices {
            state.kept[index].level = max(1, state.kept[index].level - 1)
            state.kept[index].repetitions = 0
            state.kept[index].sets = 0
            state.kept[index].hold = 0
        }
        changes.append(Reason(.loweredLevel))
        state.settledWeeks = 0
        state.level3Weeks = 0
    }

    private func regress(_ state: inout PlanState, _ changes: inout [Reason]) {
        lower(&state, &changes)
        state.volume = rules.regressVolume
        state.addsRelaxation = true
        changes.append(Reason(.loweredVolume, ["percent": String(100 - rules.regressVolume)]))
        let newest = state.kept.max { ($0.since, state.kept.firstIndex(of: $0) ?? 0) < ($1.since, state.kept.firstIndex(of: $1) ?? 0) }
        if let newest, newest.since > 0 {
            state.kept.removeAll { $0.exercise == newest.exercise }
            if !state.dropped.contains(newest.exercise) { state.dropped.append(newest.exercise) }
            changes.append(Reason(.droppedNewest, ["exercise": newest.exercise]))
        }
    }

    private func flare(_ state: inout PlanState, _ changes: inout [Reason]) {
        let until = judge.today.adding(days: rules.flareDays[1])
        if case .flare = plan.state.mode {} else { state.goodWeek = plan.state.goodWeek.isEmpty ? state.kept : plan.state.goodWeek }
        state.mode = .flare(until: until)
        state.volume = rules.flareVolume
        state.settledWeeks = 0
        state.addsRelaxation = true
        changes.append(Reason(.flareUntil, ["number": String(rules.flareDays[1])]))
    }

    private func afterFlare(_ state: inout PlanState, _ changes: inout [Reason]) {
        if !state.goodWeek.isEmpty { state.kept = state.goodWeek }
        state.volume = rules.afterFlareVolume
        changes.append(Reason(.afterFlare, ["percent": String(rules.afterFlareVolume)]))
    }

    private func comeBack(_ state: inout PlanState, _ changes: inout [Reason]) { lower(&state, &changes) }

    private func graduate(_ state: inout PlanState, _ changes: inout [Reason]) {
        state.mode = .maintenance
        state.settledWeeks += 1
        changes.append(Reason(.maintenance, ["number": String(rules.maintenanceDays)]))
    }

    private func shorten(_ state: inout PlanState, _ changes: inout [Reason]) {
        state.mode = .short
        changes.append(
            Reason(.shortened, ["minutes": String(rules.shortMinutes), "number": String(rules.shortExercises)]))
    }
}

/// Adds one kind of change to each exercise, as long as the weekly volume grows by no more than the rules allow.
struct VolumeGrower {
    let stepper: PlanStepper
    let plan: CarePlan
    let pack: PlanPack
    let profile: PlanProfile

    private var rules: ProgressionRules { pack.progression }

    func grow(_ state: inout PlanState) -> [Reason] {
        guard let limit = pack.doses.limit(state.irritability) else { return [] }
        let now = weekly(plan.exercises)
        var added = 0
        var seconds = plan.exercises.reduce(0) { $0 + $1.seconds }
        var reasons: [Reason] = []
        for index in state.kept.indices {
            guard let item = plan.exercises.first(where: { $0.exercise == state.kept[index].exercise }),
                let exercise = pack.library.exercise(item.exercise), item.slot != .relaxation,
                let step = self.step(state.kept[index], item, exercise, limit, state)
            else { continue }
            let more = step.seconds - item.seconds
            if (added + more * item.days.count) * 100 > now * rules.mostVolume {
                reasons.append(Reason(.notAddedVolume, ["exercise": item.exercise, "percent": String(rules.mostVolume)]))
            } else if seconds + more > plan.minutes * 60 {
                reasons.append(Reason(.notAddedTime, ["exercise": item.exercise, "minutes": String(plan.minutes)]))
            } else {
                state.kept[index] = step.kept
                added += more * item.days.count
                seconds += more
                reasons.append(step.reason)
            }
        }
        return reasons
    }

    private func weekly(_ items: [PlannedExercise]) -> Int {
        items.filter { $0.slot != .relaxation }.reduce(0) { $0 + $1.seconds * $1.days.count }
    }

    /// The next change of one exercise: repetitions, then a set, then a longer hold, then the next level.
    private func step(
        _ kept: PlanState.Kept, _ item: PlannedExercise, _ exercise: Exercise, _ limit: DoseRules.Limit,
        _ state: PlanState
    ) -> (kept: PlanState.Kept, seconds: Int, reason: Reason)? {
        let dosing = Dosing(rules: pack.doses)
        let id = exercise.id
        var candidates: [(PlanState.Kept, Reason)] = []
        var more = kept
        if kept.repetitions == 0, kept.sets == 0, kept.hold == 0, item.dose.repetitions != nil {
            more.repetitions += rules.addRepetitions
            candidates.append((more, Reason(.addedRepetitions, ["exercise": id, "number": String(rules.addRepetitions)])))
        }
        if kept.sets == 0, kept.hold == 0 {
            more = kept
            more.sets += 1
            candidates.append((more, Reason(.addedSet, ["exercise": id])))
        }
        if kept.hold == 0, item.dose.hold != nil {
            more = kept
            more.hold += rules.addHold
            candidates.append((more, Reason(.addedHold, ["exercise": id, "number": String(rules.addHold)])))
        }
        if let next = nextLevel(kept, exercise, limit, state) {
            candidates.append((next, Reason(.addedLevel, ["exercise": id, "level": String(next.level)])))
        }
        for (candidate, reason) in candidates {
            guard let dose = self.dose(candidate, exercise, limit, item.slot), dose != item.dose else { continue }
            return (candidate, dosing.seconds(dose, exercise), reason)
        }
        return nil
    }

    private func nextLevel(
        _ kept: PlanState.Kept, _ exercise: Exercise, _ limit: DoseRules.Limit, _ state: PlanState
    ) -> PlanState.Kept? {
        let next = kept.level + 1
        guard next <= limit.levelCeiling, exercise.dose(at: next) != nil else { return nil }
        if next == 4, state.level3Weeks < rules.weeksBeforeLevel4 { return nil }
        var result = kept
        result.level = next
        result.repetitions = 0
        result.sets = 0
        result.hold = 0
        return result
    }

    private func dose(
        _ kept: PlanState.Kept, _ exercise: Exercise, _ limit: DoseRules.Limit, _ slot: Slot
    ) -> Dose? {
        guard var dose = exercise.dose(at: kept.level < exercise.minLevel ? 1 : kept.level) ?? exercise.doses.first else {
            return nil
        }
        dose.sets += kept.sets
        dose.repetitions = dose.repetitions.map { $0 + kept.repetitions }
        dose.hold = dose.hold.map { $0 + kept.hold }
        return Dosing(rules: pack.doses).limited(dose, exercise, limit, slot)
    }
}
