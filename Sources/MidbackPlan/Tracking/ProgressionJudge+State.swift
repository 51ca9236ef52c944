import MidbackCore

/// What a decision reads beside the last days.
extension ProgressionJudge {
    private var rules: ProgressionRules { pack.progression }

    /// Week of the plan.
    var week: Int { max(0, history.plan.startedOn.days(to: today) / 7) }

    /// From the pain of the check-in; unsettled sessions count as "until the next day".
    var irritability: Irritability {
        let before = history.plan.state.irritability
        guard let average = review.pain else { return before }
        let worst = checkIn.score(.painWorst, pack) ?? average
        let settle: SettleTime
        if review.unsettled > 0 {
            settle = .nextDayOrMore
        } else {
            settle = checkIn.settle ?? (review.isSettled && worst <= 4 ? .minutes : .hours)
        }
        let rated = Irritability.rated(average: Int(average), worst: Int(max(worst, average)), settle: settle)
        // It rises at once and falls by one step a week, so that no good week doubles the work.
        return before == .high && rated == .low ? .moderate : rated
    }

    // MARK: Bones

    /// No step up before a clinician has cleared it.
    var isGuarded: Bool { profile.isGuarded(pack.levels) }

    /// New or stronger pain with weak bones: against the start, or against the check-in before.
    var isWeakBonesFlare: Bool {
        guard profile.hasWeakBones else { return false }
        if isReportedFlare { return true }
        guard let pain = review.pain else { return false }
        return pain >= min(review.painAtStart, review.painBefore ?? .infinity) + Double(rules.painRise)
    }

    /// The plan rests until a clinician was seen. A visit from before does not count; then the pain must be back too.
    var isResting: Bool {
        guard let rest = history.plan.state.rest else { return false }
        guard profile.clearance.clinicianHasSeen else { return true }
        guard rest.wasSeenBefore else { return false }
        return review.pain.map { $0 > review.painAtStart } ?? true
    }

    // MARK: Flare

    /// The first day of the flare that runs now.
    private var flareStart: CivilDate? {
        var start: CivilDate?
        for plan in history.plans.reversed() {
            guard case .flare = plan.state.mode else { break }
            start = plan.validFrom
        }
        return start
    }

    /// Whether the pain is back to where it was before the flare; true without a flare.
    var isFlareOver: Bool {
        guard let start = flareStart else { return true }
        guard let pain = review.pain else { return false }
        let known = history.checkIns.filter { $0.date < start }.compactMap { $0.score(.painAverage, pack) }
        return pain <= (known.last ?? review.painAtStart) + Double(rules.flareEndRise)
    }

    /// A flare that does not end asks for the clinic.
    var flareIsTooLong: Bool {
        guard let start = flareStart, !isFlareOver else { return false }
        return start.days(to: today) >= rules.flareDays[1]
    }

    /// The clinic within a week, unless a more urgent visit is asked for; takes the place of milder advice on the same
    /// pain.
    func withLongFlare(_ escalations: [Escalation]) -> [Escalation] {
        guard flareIsTooLong, !escalations.contains(where: { ($0.level ?? .selfCare) < .routine2Weeks }) else {
            return escalations
        }
        return [Escalation(id: .flare7Days, level: .routine2Weeks)] + escalations.filter { $0.level == nil }
    }

    /// The last week of exercises before the flare that runs now.
    var weekBeforeFlare: CarePlan? {
        guard let start = flareStart else { return nil }
        return history.plans.last { plan in
            guard case .flare = plan.state.mode else { return plan.validFrom <= start && !plan.exercises.isEmpty }
            return false
        }
    }

    // MARK: Change since the start

    private var drop: Double? { review.pain.map { review.painAtStart - $0 } }

    private var gain: Double? {
        guard let now = checkIn.score(.goals, pack),
            let start = profile.baseline.first(where: { $0.measure == .goals })?.value
        else { return nil }
        return now - start
    }

    /// Pain is down or goals are up by a point.
    var hasImproved: Bool {
        let least = Double(rules.leastChange)
        return (drop ?? 0) >= least || (gain ?? 0) >= least || isLow
    }

    /// Who hardly has pain cannot show a drop.
    private var isLow: Bool { review.pain.map { $0 <= Double(rules.graduatePain) } ?? false }

    /// Two weeks and more without change.
    var isStalled: Bool { week >= rules.stalledWeeks && review.pain != nil && !hasImproved }

    /// After six weeks with little change nothing steps up before a clinician has looked.
    var waitsForReview: Bool {
        guard week >= rules.reviewWeeks, !isLow, !profile.clearance.clinicianHasSeen else { return false }
        let review = EscalationReview(
            history: history, checkIn: checkIn, profile: profile, pack: pack, today: today)
        return review.isLittle
    }

    // MARK: What changed

    /// What the next version, built from a state, really changes.
    func changes(_ step: (state: PlanState, changes: [Reason])) -> [Reason] {
        let next = PlanEngine(pack).build(profile, today: today, state: step.state)
        return PlanChanges(before: history.plan, after: next, notes: step.changes).all()
    }
}
