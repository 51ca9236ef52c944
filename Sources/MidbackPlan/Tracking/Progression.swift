public import MidbackCore

/// Decides whether a plan steps up, stays, steps down or rests. Pure; makes no plan, only the state the next one starts
/// from.
/// - Source: `plan-logic.md` sections 6 and 12.
public enum Progression {
    /// The decision after a check-in. `history` holds everything before it; the check-in itself need not be in it.
    public static func next(
        _ history: PlanHistory, _ checkIn: CheckIn, _ profile: PlanProfile, _ pack: PlanPack, today: CivilDate
    ) -> Decision {
        let review = WeekReview(history, checkIn, profile, pack, today)
        let judge = ProgressionJudge(
            history: history, checkIn: checkIn, profile: profile, pack: pack, today: today, review: review)
        let verdict = judge.verdict()
        let stepper = PlanStepper(judge: judge, code: verdict.code)
        let step = stepper.step()
        var escalations = EscalationReview(
            history: history, checkIn: checkIn, profile: profile, pack: pack, today: today
        ).shown()
        if step.state.rest != nil {
            escalations.removeAll { $0.level != nil && $0.level != .emergencyNow && $0.level != .sameDayED }
            if escalations.allSatisfy({ $0.level == nil }) {
                escalations.insert(Escalation(id: .dangerSign, level: .urgent24To72h), at: 0)
            }
        }
        escalations = judge.withLongFlare(escalations)
        return Decision(
            date: today, planVersion: history.plan.version, code: verdict.code, reasons: verdict.reasons,
            changes: judge.changes(step), escalations: escalations, next: step.state,
            reviewOn: stepper.review(step.state))
    }

    /// The decision when a person says, between check-ins, that the pain flared.
    /// - Parameter level: urgency of the present answers, danger screen included.
    public static func flare(
        _ history: PlanHistory, level: Disposition, _ profile: PlanProfile, _ pack: PlanPack, today: CivilDate
    ) -> Decision {
        let week = max(0, history.plan.startedOn.days(to: today) / 7)
        let checkIn = CheckIn(date: today, week: week, level: level)
        let review = WeekReview(history, checkIn, profile, pack, today)
        let judge = ProgressionJudge(
            history: history, checkIn: checkIn, profile: profile, pack: pack, today: today, review: review,
            isReportedFlare: true)
        let hasWeakBones = profile.hasWeakBones
        let stepper = PlanStepper(judge: judge, code: hasWeakBones || level <= .urgent24To72h ? .danger : .flare)
        let step = stepper.step()
        let isResting = step.state.rest != nil
        return Decision(
            date: today, planVersion: history.plan.version, code: stepper.code,
            reasons: isResting ? [Reason(.weakBonesFlare)] : [], changes: judge.changes(step),
            escalations: isResting
                ? [Escalation(id: .dangerSign, level: .urgent24To72h)] : judge.withLongFlare([]), next: step.state,
            reviewOn: stepper.review(step.state))
    }

    /// The profile after a decision: new or stronger pain with weak bones asks for a clinician again, whoever was seen
    /// before.
    public static func profile(_ profile: PlanProfile, after decision: Decision) -> PlanProfile {
        guard decision.next.rest != nil else { return profile }
        var result = profile
        result.level = min(result.level, .urgent24To72h)
        result.clearance.clinicianHasSeen = false
        return result
    }

    /// The profile a later plan is made from: as before, with the urgency and the pain of the check-in.
    public static func profile(_ profile: PlanProfile, after checkIn: CheckIn, _ pack: PlanPack) -> PlanProfile {
        var result = profile
        result.level = checkIn.planLevel
        if checkIn.planLevel <= .urgent24To72h { result.clearance.clinicianHasSeen = false }
        if let fear = checkIn.score(.fear, pack) { result.fear = Int(fear) }
        if let sleep = checkIn.score(.sleep, pack) { result.sleep = Int(sleep) }
        return result
    }
}

/// Chooses the code.
struct ProgressionJudge {
    let history: PlanHistory
    let checkIn: CheckIn
    let profile: PlanProfile
    let pack: PlanPack
    let today: CivilDate
    let review: WeekReview
    /// The person says that the pain flared.
    var isReportedFlare = false

    private var rules: ProgressionRules { pack.progression }

    /// First match wins: safety first, then steps down, then steps up.
    func verdict() -> (code: DecisionCode, reasons: [Reason]) {
        if checkIn.planLevel <= .urgent24To72h { return (.danger, isWeakBonesFlare ? [Reason(.weakBonesFlare)] : []) }
        if isResting || isWeakBonesFlare { return (.danger, [Reason(.weakBonesFlare)]) }
        if history.plan.scope == .comfort || history.plan.scope == .none {
            return (.comeBack, [Reason(.afterVisit)])
        }
        if let reasons = flare() { return (.flare, reasons) }
        if review.daysSinceLast >= rules.returnDays, !isAwayStill {
            return (.comeBack, [Reason(.missedDays, ["number": String(review.daysSinceLast)])])
        }
        if let reasons = regress() { return (.regress, reasons) }
        if let reasons = shorten() { return (.shorten, reasons) }
        if let reasons = graduate() { return (.graduate, reasons) }
        guard isFlareOver else { return (.hold, [Reason(.flareStays)]) }
        guard let reasons = progress() else { return (.hold, holdReasons()) }
        if waitsForReview { return (.hold, [Reason(.noChange, ["number": String(week)])]) }
        if irritability > history.plan.state.irritability { return (.hold, holdReasons()) }
        // What the body takes well may grow; what has not changed is said, and keeps the phase.
        return (.progress, reasons + (isStalled ? [Reason(.noChangeYet, ["number": String(week)])] : []))
    }

    /// One break lowers the plan once, however long it lasts.
    private var isAwayStill: Bool {
        guard let last = history.decisions.last, last.code == .comeBack else { return false }
        return !history.sessions.contains { $0.counts && $0.date >= last.date }
    }

    private func flare() -> [Reason]? {
        guard let pain = review.pain, pain >= review.painAtStart + Double(rules.painRise) else { return nil }
        return [Reason(.painUp, ["number": String(Int(pain - review.painAtStart))])]
    }

    private func regress() -> [Reason]? {
        var reasons: [Reason] = []
        if let worst = review.worstPain, worst > rules.regressPain {
            reasons.append(Reason(.painAbove, ["number": String(rules.regressPain)]))
        }
        if review.unsettled >= rules.regressUnsettled {
            reasons.append(Reason(.unsettled, ["number": String(review.unsettled)]))
        }
        if let pain = review.pain, let before = review.painBefore, pain >= before + Double(rules.painRise) {
            reasons.append(Reason(.painUp, ["number": String(Int(pain - before))]))
        }
        return reasons.isEmpty ? nil : reasons
    }

    private func shorten() -> [Reason]? {
        guard history.plan.state.mode != .short else { return nil }
        let span = rules.fewDoneWeeks * 7
        guard history.plan.startedOn.days(to: today) >= span else { return nil }
        let done = Adherence(history, from: today.adding(days: -span), to: today)
        return done.percent < rules.fewDone ? [Reason(.doneShare, ["percent": String(done.percent)])] : nil
    }

    private func graduate() -> [Reason]? {
        guard history.plan.state.mode != .maintenance else { return nil }
        let weeks = history.checkIns.suffix(rules.graduateWeeks - 1) + [checkIn]
        guard weeks.count >= rules.graduateWeeks else { return nil }
        let scores = weeks.map { $0.score(.painAverage, pack) }
        guard scores.allSatisfy({ $0.map { $0 <= Double(rules.graduatePain) } == true }) else { return nil }
        guard let now = checkIn.score(.goals, pack) else { return nil }
        let start = profile.baseline.first { $0.measure == .goals }?.value
        let hasRisen = start.map { now - $0 >= Double(rules.graduateRise) } == true
        return hasRisen || now >= Double(rules.graduateScore) ? [Reason(.goalReached)] : nil
    }

    /// After graduation the plan is kept, not raised.
    private func progress() -> [Reason]? {
        guard history.plan.state.mode != .maintenance, review.sessions.count >= rules.leastSessions,
            let median = review.medianPain,
            median <= rules.progressPain, review.isSettled, let effort = review.effort, effort <= rules.progressEffort,
            review.adherence.percent >= rules.progressDone
        else { return nil }
        return [
            Reason(.painMedian, ["number": String(median)]), Reason(.settled),
            Reason(.doneShare, ["percent": String(review.adherence.percent)]),
        ]
    }

    private func holdReasons() -> [Reason] {
        guard review.sessions.count >= rules.leastSessions else {
            return [Reason(.littlePractice, ["number": String(rules.leastSessions)])]
        }
        var reasons: [Reason] = []
        if let median = review.medianPain { reasons.append(Reason(.painMedian, ["number": String(median)])) }
        if review.adherence.percent < rules.progressDone {
            reasons.append(Reason(.doneShare, ["percent": String(review.adherence.percent)]))
        }
        if let effort = review.effort, effort > rules.progressEffort {
            reasons.append(Reason(.effortHigh, ["number": String(effort)]))
        }
        if review.unsettled > 0 { reasons.append(Reason(.unsettled, ["number": String(review.unsettled)])) }
        return reasons
    }
}
