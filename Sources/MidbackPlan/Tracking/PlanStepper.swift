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
        case .danger: rest(&state)
        case .progress: progress(&state, &changes)
        case .hold: hold(&state, &changes)
        case .regress: regress(&state, &changes)
        case .flare: flare(&state, &changes)
        case .comeBack: comeBack(&state, &changes)
        case .graduate: graduate(&state, &changes)
        case .shorten: shorten(&state, &changes)
        }
        limit(&state)
        return (state, changes)
    }

    /// The state of the plan that counts now, one version on.
    private func base() -> PlanState {
        var state = plan.state
        state.version = plan.version + 1
        state.week = week
        state.irritability = judge.irritability
        state.rotates = false
        state.volume = 100
        state.weeklyCap = nil
        state.walkCap = nil
        state.keepsTotals = nil
        state.addsNothing = nil
        if code != .danger { state.rest = nil }
        state.walkMinutes = plan.habits.first { $0.kind == .aerobic }?.minutes ?? state.walkMinutes
        // Comfort measures are not what the plan goes on from.
        let isTraining = plan.scope == .limited || plan.scope == .full
        if isTraining {
            state.kept = keptOfPlan()
        }
        if isTraining {
            state.before = plan.exercises.map { item in
                .init(exercise: item.exercise, level: item.personLevel, dose: item.dose, days: item.days.count)
            }
        }
        if case .flare = state.mode { state.mode = .normal }
        return state
    }

    /// What the person really did; a level that a limit lowered is not jumped back to.
    private func keptOfPlan() -> [PlanState.Kept] {
        let isFlare = if case .flare = plan.state.mode { true } else { false }
        return plan.exercises.map { item in
            let level = item.personLevel
            let known = plan.state.kept.first { $0.exercise == item.exercise }
            if var known, isFlare || known.level == level {
                known.slot = item.slot
                known.since = item.since
                return known
            }
            return PlanState.Kept(
                exercise: item.exercise, slot: item.slot, level: level, repetitions: 0, sets: 0, hold: 0,
                seconds: nil, since: item.since)
        }
    }

    /// Limits of the next week, from the last one with exercises: it grows by no more than the rules allow and, except
    /// after a good week, not at all.
    private func limit(_ state: inout PlanState) {
        guard code != .danger,
            let last = judge.history.plans.last(where: { $0.scope == .limited || $0.scope == .full }),
            !last.exercises.isEmpty
        else { return }
        let isFlare = if case .flare = last.state.mode { true } else { false }
        let (training, walking) =
            switch code {
            case .progress: (100 + rules.mostVolume, 100 + rules.mostVolume)
            // A week that was cut already is not cut again; the walk is.
            case .regress:
                (judge.history.decisions.last?.code == .regress ? 100 : rules.regressVolume, rules.regressVolume)
            case .flare: isFlare ? (100, 100) : (rules.flareVolume, rules.flareVolume)
            case .comeBack: (100, rules.returnWalk)
            case .graduate: (100 + rules.mostVolume, 100 + rules.mostVolume)
            default: (100, 100)
            }
        if let good = weekToReturnTo { return limitAfterFlare(&state, good) }
        state.weeklyCap = WeekLoad.training(last) * training / 100
        let walk = WeekLoad.walking(last)
        if walk > 0 { state.walkCap = walk * walking / 100 }
        let isSteady = state.volume == 100 && state.irritability <= plan.state.irritability
        state.keepsTotals = isSteady && [.progress, .hold].contains(code) ? true : nil
        state.addsNothing = [.regress, .flare].contains(code) ? true : nil
        keepWalking(&state, walking)
    }

    /// When a flare is over the next week is measured against the last good one.
    private var weekToReturnTo: CarePlan? {
        guard case .flare = plan.state.mode, code == .progress || code == .hold, judge.isFlareOver else { return nil }
        return judge.weekBeforeFlare
    }

    private func limitAfterFlare(_ state: inout PlanState, _ good: CarePlan) {
        state.weeklyCap = WeekLoad.training(good) * rules.afterFlareVolume / 100
        let cap = WeekLoad.walking(good) * rules.afterFlareVolume / 100
        guard cap > 0, let limit = judge.pack.doses.limit(state.irritability) else { return }
        let isPaced = plan.track.flatMap(judge.pack.track)?.isPaced == true
        let even = cap / max(1, (isPaced ? 1 : limit.aerobicBouts) * limit.aerobicDays)
        state.walkCap = cap
        state.walkMinutes = max(state.walkMinutes ?? 1, even)
    }

    /// Who flares less easily walks on fewer days: each walk becomes longer, so that the week does not collapse.
    private func keepWalking(_ state: inout PlanState, _ percent: Int) {
        guard code == .progress || code == .hold, state.irritability < plan.state.irritability,
            let now = state.walkMinutes, let cap = state.walkCap,
            let limit = judge.pack.doses.limit(state.irritability)
        else { return }
        let even = cap / max(1, limit.aerobicBouts * limit.aerobicDays)
        state.walkMinutes = max(now, min(limit.aerobicMinutes[0], even))
    }

    /// Percent of each dose. When the pain flares more easily now, the limits of that cut the doses already: then the
    /// weekly cap alone sees to the share, so that a half does not become a fifth.
    private func volume(_ percent: Int, _ state: PlanState) -> Int {
        state.irritability > plan.state.irritability ? 100 : percent
    }

    // MARK: Rest

    private func rest(_ state: inout PlanState) {
        guard state.rest == nil, judge.isWeakBonesFlare else { return }
        state.rest = PlanState.Rest(since: judge.today, wasSeenBefore: judge.profile.clearance.clinicianHasSeen)
    }

    // MARK: Up

    private func progress(_ state: inout PlanState, _ changes: inout [Reason]) {
        // After a flare the first good week starts from the last good one, reduced.
        if case .flare = plan.state.mode { return afterFlare(&state, &changes) }
        state.settledWeeks += 1
        countWeeksAtLevel(&state)
        if !judge.isStalled { advance(&state, &changes) }
        if isLighterWeek {
            state.volume = rules.lighterVolume
            changes.append(Reason(.lighterWeek, ["percent": String(100 - rules.lighterVolume)]))
        } else {
            changes += VolumeGrower(plan: plan, pack: judge.pack, isGuarded: judge.isGuarded).grow(&state)
            walkFurther(&state, &changes)
        }
        state.goodWeek = state.kept
        lengthen(&state, &changes)
        rotate(&state, &changes)
    }

    /// A full settled week counts for the level each exercise was really done at.
    private func countWeeksAtLevel(_ state: inout PlanState) {
        let isFull = plan.state.volume == 100 && plan.state.mode == .normal
        for index in state.kept.indices where isFull {
            let done = plan.exercises.first { $0.exercise == state.kept[index].exercise }
            guard done?.dose.level == state.kept[index].level else { continue }
            state.kept[index].weeksAtLevel = (state.kept[index].weeksAtLevel ?? 0) + 1
        }
        state.level3Weeks = state.kept.filter { $0.level >= 3 }.compactMap(\.weeksAtLevel).max() ?? 0
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
        guard !judge.isGuarded else { return }
        let next: Phase
        switch state.phase {
        case .a: next = week >= rules.weeksOfPhaseA && state.irritability < .high ? .b : .a
        case .b: next = state.settledWeeks >= rules.settledWeeksUntilC && judge.hasImproved ? .c : .b
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
        if case .flare = plan.state.mode {
            guard judge.isFlareOver else { return stayInFlare(&state) }
            return afterFlare(&state, &changes)
        }
        if judge.review.unsettled == 0, judge.review.sessions.count >= rules.leastSessions { state.settledWeeks += 1 }
        if isLighterWeek {
            state.volume = rules.lighterVolume
            changes.append(Reason(.lighterWeek, ["percent": String(100 - rules.lighterVolume)]))
        }
        if !judge.waitsForReview, !judge.isStalled { advance(&state, &changes) }
    }

    /// Half goes on until the pain is back to where it was.
    private func stayInFlare(_ state: inout PlanState) {
        state.mode = plan.state.mode
        state.volume = plan.state.volume
        for item in plan.exercises {
            guard let index = state.kept.firstIndex(where: { $0.exercise == item.exercise }) else { continue }
            state.kept[index].level = min(state.kept[index].level, item.personLevel)
        }
        state.settledWeeks = 0
    }

    private func lower(_ state: inout PlanState, _ changes: inout [Reason]) {
        for index in state.kept.indices {
            state.kept[index].level = max(1, state.kept[index].level - 1)
            state.kept[index].repetitions = 0
            state.kept[index].sets = 0
            state.kept[index].hold = 0
            state.kept[index].seconds = nil
            state.kept[index].weeksAtLevel = nil
        }
        changes.append(Reason(.loweredLevel))
        state.settledWeeks = 0
        state.level3Weeks = 0
    }

    private func regress(_ state: inout PlanState, _ changes: inout [Reason]) {
        lower(&state, &changes)
        state.volume = volume(rules.regressVolume, state)
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
        state.volume = volume(rules.flareVolume, state)
        state.settledWeeks = 0
        state.addsRelaxation = true
        // A flare that goes on does not start anew: its last day stays, so that the clinic is asked in time.
        if case .flare = plan.state.mode {
            state.mode = plan.state.mode
            return
        }
        state.goodWeek = plan.state.goodWeek.isEmpty ? state.kept : plan.state.goodWeek
        state.mode = .flare(until: judge.today.adding(days: rules.flareDays[1]))
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
