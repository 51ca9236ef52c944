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
    func review(_ state: PlanState) -> CivilDate {
        switch state.mode {
        case .flare: judge.today.adding(days: rules.flareDays[0])
        case .maintenance: judge.today.adding(days: 28)
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
        state.weeklyCap = nil
        state.walkMinutes = plan.habits.first { $0.kind == .aerobic }?.minutes ?? state.walkMinutes
        // Comfort measures are not what the plan goes on from.
        let isTraining = plan.scope == .limited || plan.scope == .full
        if isTraining, state.kept.isEmpty || state.kept.map(\.exercise) != plan.exercises.map(\.exercise) {
            state.kept = keptOfPlan()
        }
        if case .flare = state.mode { state.mode = .normal }
        return state
    }

    private func keptOfPlan() -> [PlanState.Kept] {
        plan.exercises.map { item in
            let known = plan.state.kept.first { $0.exercise == item.exercise }
            return PlanState.Kept(
                exercise: item.exercise, slot: item.slot, level: known?.level ?? max(1, level(item)),
                repetitions: known?.repetitions ?? 0, sets: known?.sets ?? 0, hold: known?.hold ?? 0,
                seconds: known?.seconds, since: item.since)
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
        let rated = Irritability.rated(average: Int(average), worst: Int(max(worst, average)), settle: settle)
        // It rises at once and falls by one step a week, so that no good week doubles the work.
        let isTwoSteps = plan.state.irritability == .high && rated == .low
        return isTwoSteps ? .moderate : rated
    }

    /// Weekly training may grow by no more than the rules allow, unless the pain changed its kind.
    private func capWeek(_ state: inout PlanState) {
        let weekly = plan.exercises.filter { $0.slot != .relaxation }.reduce(0) { $0 + $1.seconds * $1.days.count }
        guard weekly > 0, state.irritability == plan.state.irritability, plan.state.mode != .maintenance else { return }
        state.weeklyCap = weekly * (100 + rules.mostVolume) / 100
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
            changes += VolumeGrower(plan: plan, pack: judge.pack).grow(&state)
            walkFurther(&state, &changes)
        }
        state.goodWeek = state.kept
        lengthen(&state, &changes)
        rotate(&state, &changes)
        capWeek(&state)
    }

    /// Who found time again for two weeks gets the full session back.
    private func lengthen(_ state: inout PlanState, _ changes: inout [Reason]) {
        guard state.mode == .short else { return }
        let span = rules.fewDoneWeeks * 7
        let done = Adherence(judge.history, from: judge.today.adding(days: -span), to: judge.today)
        guard done.percent >= rules.progressDone else { return }
        state.mode = .normal
        changes.append(Reason(.lengthened))
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
        capWeek(&state)
    }

    private func lower(_ state: inout PlanState, _ changes: inout [Reason]) {
        for index in state.kept.indices {
            state.kept[index].level = max(1, state.kept[index].level - 1)
            state.kept[index].repetitions = 0
            state.kept[index].sets = 0
            state.kept[index].hold = 0
            state.kept[index].seconds = nil
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
        let newest = state.kept.max {
            ($0.since, state.kept.firstIndex(of: $0) ?? 0) < ($1.since, state.kept.firstIndex(of: $1) ?? 0)
        }
        if let newest, newest.since > 0 {
            state.kept.removeAll { $0.exercise == newest.exercise }
            if !state.dropped.contains(newest.exercise) { state.dropped.append(newest.exercise) }
            changes.append(Reason(.droppedNewest, ["exercise": newest.exercise]))
        }
    }

    private func flare(_ state: inout PlanState, _ changes: inout [Reason]) {
        let until = judge.today.adding(days: rules.flareDays[1])
        if case .flare = plan.state.mode {
        } else {
            state.goodWeek = plan.state.goodWeek.isEmpty ? state.kept : plan.state.goodWeek
        }
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
