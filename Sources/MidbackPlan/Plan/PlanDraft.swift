import MidbackCore

/// One plan in the making.
struct PlanDraft {
    let profile: PlanProfile
    let tables: PlanTables
    let today: CivilDate
    let state: PlanState
    let access: PlanAccess
    let flags: Set<PlanFlag>

    init(
        _ profile: PlanProfile, _ tables: PlanTables, _ today: CivilDate, _ state: PlanState, _ access: PlanAccess
    ) {
        self.profile = profile
        self.tables = tables
        self.today = today
        self.state = state
        self.access = access
        flags = profile.flagSet.union(access.scope == .limited ? tables.pack.levels.boneFlags : [])
    }

    /// A plan without exercises, with its reasons.
    func empty(_ reasons: [Reason]) -> CarePlan {
        var unanswered: [String] = []
        if access.scope == .unanswered { unanswered = profile.unanswered }
        return CarePlan(
            version: state.version, engine: PlanBuilder.version, startedOn: state.startedOn, validFrom: today,
            weekNumber: state.week, level: level, scope: access.scope, unanswered: unanswered, track: nil,
            modifiers: [], phase: state.phase, summary: summary(), painCeiling: 0, painRise: 0, minutes: 0,
            sessionsPerWeek: 0, exercises: [], habits: [], week: [], leftOut: [], pacing: nil, remedies: [],
            medicines: [], education: [], forecast: nil, advice: [], escalations: [], reasons: reasons, state: state)
    }

    /// A plan that rests because of weak bones asks for a clinician soon.
    private var level: Disposition {
        access.reasons.contains { $0.id == .weakBonesFlare } ? min(profile.level, .urgent24To72h) : profile.level
    }

    /// Limits that only the level of urgency sets; nil when there are none.
    private var levelFlags: [PlanFlag]? {
        let only = flags.subtracting(profile.flagSet)
        return only.isEmpty ? nil : PlanFlag.allCases.filter(only.contains)
    }

    private func summary() -> CarePlan.Summary {
        CarePlan.Summary(
            stage: profile.stage, severity: profile.severity, irritability: state.irritability,
            risk: profile.risk.level, riskPoints: profile.risk.points,
            flags: PlanFlag.allCases.filter(flags.contains), firedRules: profile.firedRules,
            topCause: profile.leadingCause ?? profile.topCause?.cause, levelFlags: levelFlags)
    }

    // MARK: Comfort measures

    /// Gentle walking, breathing, relaxation, shoulder-blade squeeze and heat.
    mutating func comfort(_ limit: DoseRules.Limit) -> CarePlan {
        var plan = empty(access.reasons)
        guard let context = context(.general, [], tables.pack.doses.limit(.high) ?? limit) else { return plan }
        plan.painCeiling = context.limit.painCeiling
        plan.painRise = context.limit.painRise
        plan.minutes = profile.minutes
        plan.sessionsPerWeek = profile.daysPerWeek
        let filled = quiet(tables.pack.library.safety.comfort, context)
        assemble(filled, context, sessions: profile.daysPerWeek, into: &plan)
        plan.habits = Habits(context: context).all(in: filled).filter { $0.kind == .aerobic }.map(gentle)
        plan.leftOut = leftOut(context, filled, []).filter { tables.pack.library.safety.comfort.contains($0.exercise) }
        plan.remedies = RemedyChooser(profile: profile, tables: tables, flags: flags, scope: .comfort).advice()
        return plan
    }

    /// Walks of the comfort level are short and not many.
    private func gentle(_ habit: PlannedHabit) -> PlannedHabit {
        var habit = habit
        habit.exercise = "walking"
        habit.activity = .walk
        habit.minutes = min(habit.minutes, 5)
        habit.minutesUpTo = habit.minutes
        habit.timesPerDay = min(habit.timesPerDay, 2)
        return habit
    }

    /// Named quiet exercises at level 1, as far as flags and minutes allow.
    private func quiet(_ ids: [String], _ context: PlanContext) -> [SessionFiller.Filled] {
        var left = context.minutes * 60
        return ids.compactMap { id in
            guard let exercise = tables.byId[id], !exercise.targets.contains(.aerobic),
                exercise.highestLevel(floor: profile.floor) != nil, !isOrderedOut(id)
            else { return nil }
            let verdict = context.gate.verdict(exercise)
            let slot: Slot = exercise.family == "relaxation" ? .relaxation : .strength
            guard verdict.verdict != .exclude, let dose = context.dose(exercise, at: 1, slot),
                let fitted = context.dosing.fitted(dose, exercise, within: left)
            else { return nil }
            let seconds = context.dosing.seconds(fitted, exercise)
            left -= seconds
            return SessionFiller.Filled(
                exercise: exercise, slot: slot, level: 1, dose: fitted, seconds: seconds,
                daysPerWeek: profile.daysPerWeek, verdict: verdict, since: state.week, reasons: [])
        }
    }

    private func isOrderedOut(_ id: String) -> Bool { profile.orders.contains { $0.change == .leaveOut(id) } }

    // MARK: Exercises

    /// The whole plan.
    mutating func exercises(_ limit: DoseRules.Limit) -> CarePlan {
        let chooser = TrackChooser(profile: profile, tables: tables)
        let main = chooser.main()
        let modifiers = chooser.modifiers(main.track, flags: flags)
        var plan = empty(access.reasons)
        guard let context = context(main.track, modifiers, limit) else { return plan }
        let most = state.mode == .maintenance ? tables.pack.progression.maintenanceDays : limit.sessions
        let sessions = min(profile.daysPerWeek, most)
        plan.track = main.track
        plan.modifiers = modifiers
        plan.painCeiling = context.painLimit.painCeiling
        plan.painRise = context.painLimit.painRise
        plan.minutes = context.minutes
        plan.sessionsPerWeek = sessions
        plan.reasons += PlanReasons(context: context).all(main.reason, sessions: sessions)
        fill(context, sessions, &plan)
        finish(context, &plan)
        return plan
    }

    private func fill(_ first: PlanContext, _ sessions: Int, _ plan: inout CarePlan) {
        let context = isThin(first, sessions) ? steady(first) ?? first : first
        let pool = Pool(context)
        var filler = SessionFiller(context, pool, sessions: sessions)
        var filled = filler.fill()
        if pool.count(after: context.gate) < tables.pack.library.safety.fewest {
            filled = quiet(tables.pack.library.safety.fallback, context)
            plan.reasons.append(Reason(.fewLeft))
            plan.escalations.append(Escalation(id: .fewExercises, level: nil))
        }
        if WeekLimits(context: context).apply(&filled) {
            plan.reasons.append(Reason(.weekCapped, ["percent": String(tables.pack.progression.mostVolume)]))
        }
        assemble(filled, context, sessions: sessions, into: &plan)
        plan.habits = Habits(context: context).all(in: filled)
        plan.leftOut = leftOut(context, filled, filler.leftOut)
    }

    /// Whether a week of change would hold fewer exercises than the one before, because new ones do not fit its limits.
    private func isThin(_ context: PlanContext, _ sessions: Int) -> Bool {
        guard state.rotates, let before = state.before else { return false }
        var filler = SessionFiller(context, Pool(context), sessions: sessions)
        var filled = filler.fill()
        _ = WeekLimits(context: context).apply(&filled)
        let had = before.count { tables.byId[$0.exercise].map { $0.family != "relaxation" } ?? false }
        return filled.count { $0.slot != .relaxation } < had
    }

    /// The same week without the change: what is known stays, new exercises wait for room.
    private func steady(_ context: PlanContext) -> PlanContext? {
        var calm = state
        calm.rotates = false
        let draft = PlanDraft(profile, tables, today, calm, access)
        return draft.context(context.track.id, context.modifiers.map(\.id), context.limit)
    }

    private func finish(_ context: PlanContext, _ plan: inout CarePlan) {
        let companion = PlanCompanion(context: context)
        plan.pacing = companion.pacing(plan.habits)
        plan.remedies = RemedyChooser(profile: profile, tables: tables, flags: flags, scope: access.scope).advice()
        plan.medicines = tables.pack.medicine.advice(profile.medicine, age: profile.age, pain: profile.painAverage)
        plan.education = companion.education()
        plan.forecast = companion.forecast()
        plan.advice = companion.advice()
        if case .flare(let until) = state.mode, until <= today {
            plan.escalations.append(Escalation(id: .flare7Days, level: .routine2Weeks))
        }
        if profile.risk.level == .high { plan.escalations.append(Escalation(id: .supportFromStart, level: nil)) }
        let isBurdened = [MeasureID.mood, .worry].contains { id in
            profile.baseline.contains { $0.measure == id && $0.value >= 3 }
        }
        if isBurdened, state.week == 0 { plan.escalations.append(Escalation(id: .moodOrWorry, level: nil)) }
        if profile.workImpact == .offWork, profile.stage != .acute {
            plan.escalations.append(Escalation(id: .offWork, level: nil))
        }
    }

    private func context(_ main: TrackID, _ modifiers: [TrackID], _ limit: DoseRules.Limit) -> PlanContext? {
        guard let track = tables.pack.track(main) else { return nil }
        let excluded = access.scope == .limited ? tables.pack.levels.limitedExclude : []
        let isShort = state.mode == .short
        return PlanContext(
            profile, tables, state, track, modifiers.compactMap { tables.pack.track($0) }, limit,
            gate: SafetyGate(flags, profile: profile, tables: tables, limitedExclude: excluded),
            minutes: isShort ? min(profile.minutes, tables.pack.progression.shortMinutes) : profile.minutes)
    }

    /// Days, seconds and reasons of the chosen exercises.
    private func assemble(
        _ filled: [SessionFiller.Filled], _ context: PlanContext, sessions: Int, into plan: inout CarePlan
    ) {
        let writer = ExerciseReasons(context: context)
        let placed = filled.map(\.exercise.id)
        plan.exercises = filled.map { item in
            var item = item
            item.reasons.removeAll { $0.id == .doseReplaced && !isReplacement($0, placed) }
            let needsRest = item.exercise.needsRestDay && !context.limit.isIsometric
            let days = WeekLayout.days(of: item.daysPerWeek, sessions: sessions, needsRest: needsRest)
            return PlannedExercise(
                exercise: item.exercise.id, slot: item.slot, dose: item.dose,
                isHalfRange: writer.isHalfRange(item), cautions: context.ownFlags(item),
                how: context.gate.how(item.exercise), seconds: item.seconds, days: days, since: item.since,
                easier: writer.easier(item), reasons: writer.reasons(item, days: days.count))
        }
        plan.week = WeekLayout.days(sessions).compactMap { day in
            let ofDay = plan.exercises.filter { $0.days.contains(day) }
            guard !ofDay.isEmpty else { return nil }
            return PlannedDay(
                day: day, exercises: ofDay.map(\.exercise), seconds: ofDay.reduce(0) { $0 + $1.seconds })
        }
        plan.sessionsPerWeek = plan.week.count
    }

    /// "Takes the place of" is said only of an exercise that the person knows and that is gone.
    private func isReplacement(_ reason: Reason, _ placed: [String]) -> Bool {
        guard state.week > 0, let id = reason.value("exercise"), !placed.contains(id) else { return false }
        return state.before?.contains { $0.exercise == id } == true
    }

    /// Every exercise that is out for a reason, in library order. One that only scored less needs none.
    private func leftOut(
        _ context: PlanContext, _ filled: [SessionFiller.Filled], _ reasons: [Reason?]
    ) -> [LeftOut] {
        tables.entries.compactMap { entry in
            guard !filled.contains(where: { $0.exercise.index == entry.index }) else { return nil }
            var all = context.gate.reasons(against: entry)
            if reasons.indices.contains(entry.index), let reason = reasons[entry.index] { all.append(reason) }
            return all.isEmpty ? nil : LeftOut(exercise: entry.id, reasons: all)
        }
    }
}
