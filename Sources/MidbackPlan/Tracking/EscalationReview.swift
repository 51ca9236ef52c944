import MidbackCore

/// Which triggers ask for help at a check-in.
/// - Source: `plan-logic.md` section 12.
struct EscalationReview {
    let history: PlanHistory
    let checkIn: CheckIn
    let profile: PlanProfile
    let pack: PlanPack
    let today: CivilDate

    /// Triggers that hold, in the order of the content.
    func all() -> [Escalation] {
        pack.escalation.triggers.filter { holds($0.id) }.map { trigger in
            var level = trigger.level.flatMap(Disposition.init(id:))
            if trigger.id == .dangerSign { level = checkIn.level }
            return Escalation(id: trigger.id, level: level)
        }
    }

    /// What the person reads: of the triggers that ask for a visit only the most urgent one, and offers that were not
    /// made at the check-in before. The offer about mood is always made.
    func shown() -> [Escalation] {
        let all = all()
        let visits = all.filter { $0.level != nil }
        let first = visits.min { ($0.level ?? .selfCare) < ($1.level ?? .selfCare) }
        let made = history.decisions.last?.escalations.map(\.id) ?? []
        let offers = all.filter { $0.level == nil && ($0.id == .moodOrWorry || !made.contains($0.id)) }
        return (first.map { [$0] } ?? []) + offers
    }

    private var week: Int { history.plan.startedOn.days(to: today) / 7 }

    /// Drop of the average pain since the start; negative when it rose.
    private var drop: Double? {
        checkIn.score(.painAverage, pack).map { Double(profile.painAverage) - $0 }
    }

    /// Rise of the mean of the goals since the start.
    private var gain: Double? {
        guard let now = checkIn.score(.goals, pack), let start = baseline(.goals) else { return nil }
        return now - start
    }

    private func baseline(_ id: MeasureID) -> Double? { profile.baseline.first { $0.measure == id }?.value }

    private func holds(_ id: EscalationID) -> Bool {
        switch id {
        case .dangerSign: checkIn.level <= .urgent24To72h
        case .severeAfter72h: isSevere
        case .newSign: !checkIn.newSigns.isEmpty
        // The judge of the week knows the flare.
        case .flare7Days: false
        case .noChange2Weeks: week >= 2 && week < 6 && profile.stage == .acute && isBelow(drop, 1) && isBelow(gain, 1)
        case .worse2Weeks: week >= 2 && (drop.map { $0 <= -2 } ?? false)
        case .littleChange6Weeks: week >= 6 && week < 12 && isLittle
        case .limited12Weeks: week >= 12 && isLimited
        case .moodOrWorry: isBurdened
        case .supportFromStart: profile.risk.level == .high && week < 2
        case .offWork: (checkIn.daysOffWork ?? 0) >= 14
        case .fewSessions: isRarelyDone
        case .fewExercises: history.plan.reasons.contains { $0.id == .fewLeft }
        }
    }

    /// A measure that is not known does not clear the person: then the other one decides.
    private func isBelow(_ value: Double?, _ limit: Double) -> Bool { value.map { $0 < limit } ?? true }

    private var isSevere: Bool {
        guard profile.stage == .acute, history.plan.startedOn.days(to: today) >= 3 else { return false }
        if checkIn.cannotCareForSelf { return true }
        guard let pain = checkIn.score(.painAverage, pack) else { return false }
        return pain >= 8 && isBelow(drop, 1)
    }

    /// Pain fell by little and the goals rose by little.
    var isLittle: Bool {
        guard let drop else { return false }
        let isSmall = drop * 10 < Double(profile.painAverage) * 3 && drop < 2
        return isSmall && isBelow(gain, 2)
    }

    /// Function counts as limited when the goals stand below 7, or are not known.
    private var isLimited: Bool {
        guard let pain = checkIn.score(.painAverage, pack), pain >= 4 else { return false }
        return isBelow(checkIn.score(.goals, pack), 7)
    }

    private var isBurdened: Bool {
        [MeasureID.mood, .worry].contains { id in
            guard let now = checkIn.score(id, pack) else { return false }
            if now >= 5 { return true }
            let before = history.checkIns.last { $0.date < checkIn.date && $0.answers[id] != nil }
            let previous = before?.score(id, pack) ?? baseline(id)
            return now >= 3 && (previous ?? 0) >= 3
        }
    }

    private var isRarelyDone: Bool {
        let rules = pack.progression
        let span = rules.fewDoneWeeks * 7
        guard history.plan.startedOn.days(to: today) >= span else { return false }
        return Adherence(history, from: today.adding(days: -span), to: today).percent < rules.fewDone
    }
}
