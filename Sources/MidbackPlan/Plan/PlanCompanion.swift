import MidbackCore

/// What stands beside the exercises: pacing, messages, forecast, advice.
struct PlanCompanion {
    let context: PlanContext

    private var profile: PlanProfile { context.profile }

    /// Pacing for those who flare easily or need much support.
    func pacing(_ habits: [PlannedHabit]) -> PlannedPacing? {
        guard context.track.isPaced || context.state.irritability == .high || profile.risk.level == .high else {
            return nil
        }
        let walk = habits.first { $0.kind == .aerobic }?.minutes ?? 5
        return PlannedPacing(
            baselineMinutes: nil, startMinutes: walk, addPercent: context.tables.pack.pacing.addPercent,
            hasFearLadder: (profile.fear ?? 0) >= context.tables.pack.pacing.fearFrom)
    }

    /// Messages that suit the person, in the order of the content.
    func education() -> [String] {
        context.tables.education.compactMap { suits($0.audience) ? $0.id : nil }
    }

    private func suits(_ audience: EducationMessage.Audience) -> Bool {
        let tracks = [context.track.id] + context.modifiers.map(\.id)
        switch audience {
        case .all: return true
        case .fearful: return (profile.fear ?? 0) >= 5
        case .firstWeek: return context.state.week == 0 || context.state.mode != .normal
        case .poorSleep: return (profile.sleep ?? 10) <= 5
        case .scan: return (profile.fear ?? 0) >= 5
        case .desk: return context.track.id == .desk || profile.work == .desk
        case .paced: return context.track.isPaced || context.state.irritability == .high
        case .stressed: return profile.isStressed
        case .bone: return tracks.contains(.bone)
        case .baby: return tracks.contains(.baby)
        case .sport: return profile.goals.contains(.sport)
        case .work: return profile.workImpact != .none
        case .medicine: return profile.medicine.isWanted
        case .graduated: return context.state.mode == .maintenance
        }
    }

    /// Range of change in six weeks.
    func forecast() -> Forecast? {
        let rules = context.tables.pack.forecast
        guard let change = rules.changes.first(where: { $0.severity == profile.severity }) else { return nil }
        let isSlower = profile.stage == .chronic || profile.risk.level == .high
        let less = isSlower ? rules.less : 0
        return Forecast(
            stage: profile.stage, isAfterCrash: profile.topCause?.cause == "whiplash-thoracic",
            least: max(0, change.least - less), most: max(1, change.most - less))
    }

    /// Topics of advice for the day.
    func advice() -> [String] { context.tables.advice.compactMap { suits($0.audience) ? $0.id : nil } }

    private func suits(_ audience: AdviceTopic.Audience) -> Bool {
        switch audience {
        case .all: true
        case .sitting: profile.work == .desk || profile.goals.contains(.sittingWork) || context.track.id == .desk
        case .lifting:
            profile.work == .heavyManual || profile.work == .caringLifting || profile.goals.contains(.lifting)
                || context.track.id == .calm
        case .driving: profile.work == .standingDriving
        case .caring:
            profile.work == .caringLifting || profile.goals.contains(.caring) || context.track.id == .baby
                || context.modifiers.contains { $0.id == .baby }
        case .work: profile.workImpact != .none
        }
    }
}

/// Which message belongs to a day: one a day, none again within 14 days.
public enum EducationCalendar {
    /// The message of a day from the start of the plan, or `nil` on a day without one.
    public static func message(_ ids: [String], day: Int) -> String? {
        guard !ids.isEmpty, day >= 0 else { return nil }
        let place = day % max(14, ids.count)
        return place < ids.count ? ids[place] : nil
    }
}

/// Decides on heat, cold, massage and hands-on care.
struct RemedyChooser {
    let profile: PlanProfile
    let tables: PlanTables
    let flags: Set<PlanFlag>
    let scope: PlanScope

    func advice() -> [RemedyAdvice] {
        tables.remedies.compactMap { remedy in
            guard remedy.stages.isEmpty || remedy.stages.contains(profile.stage) else { return nil }
            if scope == .comfort, !remedy.isComfort { return nil }
            let reasons = against(remedy)
            return RemedyAdvice(remedy: remedy.id, isOffered: reasons.isEmpty, reasons: reasons)
        }
    }

    private func against(_ remedy: PlanTables.RemedyRule) -> [Reason] {
        var reasons = remedy.notWith.filter(flags.contains).map { Reason(.remedyFlag, ["flag": $0.rawValue]) }
        if remedy.isAdvisedAgainst { reasons.append(Reason(.remedyNotAdvised)) }
        if remedy.isHandsOn, scope == .limited { reasons.append(Reason(.remedyLevel)) }
        if profile.remedyAnswers.contains(remedy.id) { reasons.append(Reason(.remedyAnswer)) }
        return reasons
    }
}
