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
            hasFearLadder: !context.hasBoneRisk && !profile.hasWeakBones
                && (profile.fear ?? 0) >= context.tables.pack.pacing.fearFrom)
    }

    /// Messages that suit the person, in the order of the content.
    func education() -> [String] {
        context.tables.education.filter { message in
            (message.isForBoneRisk || !context.hasBoneRisk) && message.notWith.isDisjoint(with: context.gate.flags)
                && suits(message.audience)
        }.map(\.id)
    }

    private func suits(_ audience: EducationMessage.Audience) -> Bool {
        let tracks = [context.track.id] + context.modifiers.map(\.id)
        switch audience {
        case .all: return true
        case .fearful: return (profile.fear ?? 0) >= 5
        case .flare:
            let isFlare = if case .flare = context.state.mode { true } else { false }
            return (context.state.week == 0 || isFlare) && !profile.hasWeakBones && !context.hasBoneRisk
        case .poorSleep: return (profile.sleep ?? 10) <= 5
        case .scan: return (profile.fear ?? 0) >= 5
        case .desk: return context.track.id == .desk || profile.work == .desk
        case .paced: return context.track.isPaced || context.state.irritability == .high
        case .stressed: return profile.isStressed
        case .bone: return context.track.id == .bone || profile.hasWeakBones
        case .baby: return tracks.contains(.baby)
        case .sport: return profile.goals.contains(.sport)
        case .work: return profile.workImpact != .none
        case .medicine: return profile.medicine.isWanted
        case .graduated: return context.state.mode == .maintenance
        }
    }

    /// Range of change in six weeks; none while a bone may be broken, since the studies left such people out.
    func forecast() -> Forecast? {
        guard !context.gate.flags.contains(.fracture), !profile.isGuarded(context.tables.pack.levels),
            profile.painAverage > 0, let change = change()
        else { return nil }
        // Nobody can lose more points than there are.
        let most = min(max(1, change.most), profile.painAverage)
        return Forecast(
            stage: profile.stage, isAfterCrash: profile.topCause?.cause == "whiplash-thoracic",
            least: max(0, min(change.least, most - 1)), most: most)
    }

    private func change() -> ForecastRules.Range? {
        let rules = context.tables.pack.forecast
        if profile.stage == .chronic { return rules.chronic }
        let less = profile.risk.level == .high ? rules.less : 0
        return rules.changes.first { $0.severity == profile.severity }
            .map { .init(least: $0.least - less, most: $0.most - less) }
    }

    /// Topics of advice for the day.
    func advice() -> [String] {
        context.tables.advice.filter { ($0.isForBoneRisk || !context.hasBoneRisk) && suits($0.audience) }.map(\.id)
    }

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
        case .weight: mayHearOfWeight
        }
    }

    /// Never in pregnancy or after birth, nor with weak bones.
    private var mayHearOfWeight: Bool {
        let against: Set<PlanFlag> = [.pregnancyAny, .pregnancy20w, .postpartumEarly, .osteoporosis, .fracture]
        return profile.mayHearOfWeight == true && !profile.overrides.contains(.pregnancy)
            && !context.gate.flags.contains(where: against.contains)
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
        let against = remedy.notWith.filter(flags.contains)
        let own = against.filter(profile.flagSet.contains)
        var reasons = own.map { Reason(.remedyFlag, ["flag": $0.rawValue]) }
        if remedy.isAdvisedAgainst { reasons.append(Reason(.remedyNotAdvised)) }
        if own.count < against.count || (remedy.isHandsOn && scope == .limited) { reasons.append(Reason(.remedyLevel)) }
        if profile.remedyAnswers.contains(remedy.id) { reasons.append(Reason(.remedyAnswer)) }
        return reasons
    }
}
