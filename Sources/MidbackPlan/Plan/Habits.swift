import MidbackCore

/// Activities beside the session: walking or the like, relaxation, breaks from sitting.
struct Habits {
    let context: PlanContext

    func all(in session: [SessionFiller.Filled]) -> [PlannedHabit] {
        [aerobic(), relaxation(session), breaks()].compactMap { $0 }
    }

    private var flags: [PlanFlag] { context.gate.flags }
    private var isFracture: Bool { flags.contains(.fracture) }

    private func aerobic() -> PlannedHabit? {
        let activity = activity()
        let exercise = activity == .march ? "marching" : activity == .walk ? "walking" : nil
        let wish = startMinutes()
        let bouts =
            context.track.isPaced ? 1 : isFracture ? min(2, context.limit.aerobicBouts) : context.limit.aerobicBouts
        let week = fitted(WalkWeek(minutes: wish, bouts: bouts, days: context.limit.aerobicDays))
        let start = week.minutes
        let cap = context.state.walkCap.map { max(start, $0 / (week.bouts * week.days)) } ?? .max
        let reason: Reason
        if isFracture {
            reason = Reason(.aerobicFracture, ["minutes": String(start)])
        } else if context.track.isPaced {
            reason = Reason(.aerobicPaced, ["minutes": String(start)])
        } else {
            reason = Reason(.aerobic, ["minutes": String(start)])
        }
        return PlannedHabit(
            kind: .aerobic, exercise: exercise, activity: activity, minutes: start,
            minutesUpTo: isFracture ? start : min(cap, max(start, context.limit.aerobicMinutes[2])),
            timesPerDay: week.bouts, daysPerWeek: week.days, everyMinutes: nil, reasons: [reason])
    }

    /// Minutes of one time, times a day and days a week.
    private struct WalkWeek {
        var minutes: Int
        var bouts: Int
        var days: Int
        var total: Int { minutes * bouts * days }
    }

    private var isMaintenance: Bool { context.state.mode == .maintenance && !isFracture }

    /// Within the minutes of the week: first fewer times a day, then shorter, then on fewer days.
    private func fitted(_ week: WalkWeek) -> WalkWeek {
        guard let cap = context.state.walkCap, week.total > cap else { return week }
        let doses = context.tables.pack.doses
        let least = isMaintenance ? context.tables.pack.progression.maintenanceWalk : doses.fractureWalk
        var result = week
        while result.bouts > 1, result.total > cap { result.bouts -= 1 }
        while result.days > 1, min(least, result.minutes) * result.bouts * result.days > cap { result.days -= 1 }
        result.minutes = max(1, min(result.minutes, cap / (result.bouts * result.days)))
        return result
    }

    /// What the person likes, unless a flag speaks against it; walking is always possible.
    private func activity() -> AerobicChoice {
        let wish = context.profile.aerobic
        guard wish != .walk else { return .walk }
        let walkOnly: Set<PlanFlag> = [.fracture, .surgery, .ribInjury, .balance, .postpartumEarly]
        if flags.contains(where: walkOnly.contains) { return .walk }
        guard wish == .march else { return wish }
        let marching = context.tables.byId["marching"]
        return marching.map { context.gate.verdict($0).verdict == .allow } == true ? .march : .walk
    }

    private func startMinutes() -> Int {
        let minutes = context.limit.aerobicMinutes
        let isOld = (context.profile.age ?? 0) >= context.tables.pack.doses.carefulAge
        let isCareful = isOld || flags.contains(.balance) || flags.contains(.osteoporosis)
        var start = isCareful || context.track.isPaced ? minutes[0] : minutes[1]
        if let walk = context.state.walkMinutes { start = walk }
        if isFracture { start = min(start, context.tables.pack.doses.fractureWalk) }
        if isMaintenance { start = max(start, context.tables.pack.progression.maintenanceWalk) }
        if case .flare = context.state.mode, context.state.walkCap == nil {
            start = max(1, start * context.tables.pack.progression.flareVolume / 100)
        }
        return max(1, start)
    }

    private func relaxation(_ session: [SessionFiller.Filled]) -> PlannedHabit? {
        let modifiers = context.modifiers.contains { $0.modifier.addsRelaxation }
        guard context.limit.relaxationMinutes > 0 || modifiers || context.state.addsRelaxation else { return nil }
        guard !session.contains(where: { $0.slot == .relaxation }), let exercise = relaxing(beside: session) else {
            return nil
        }
        let seconds = context.dose(exercise, at: 1, .relaxation).map { context.dosing.seconds($0, exercise) } ?? 120
        let minutes = max(1, (seconds + 59) / 60)
        return PlannedHabit(
            kind: .relaxation, exercise: exercise.id, activity: nil, minutes: minutes,
            minutesUpTo: max(minutes, context.limit.relaxationMinutes), timesPerDay: 1, daysPerWeek: 7,
            everyMinutes: nil, reasons: [Reason(.relaxation)])
    }

    private func relaxing(beside session: [SessionFiller.Filled]) -> ExerciseEntry? {
        let free = context.tables.entries.filter { exercise in
            exercise.family == "relaxation" && !session.contains { $0.exercise.id == exercise.id }
                && exercise.highestLevel(floor: context.profile.floor) != nil
                && context.gate.verdict(exercise).verdict != .exclude
        }
        return free.isEmpty ? nil : Score(context).order(free, .relaxation).first
    }

    private func breaks() -> PlannedHabit? {
        let sits = context.profile.work == .desk || context.profile.goals.contains(.sittingWork)
        guard context.track.hasBreaks || sits,
            let exercise = context.tables.byId["desk-reset"],
            context.gate.verdict(exercise).verdict != .exclude, context.worseMove(exercise) == nil,
            let dose = context.libraryDose(exercise, at: context.level(exercise, context.gate))
        else { return nil }
        return PlannedHabit(
            kind: .breaks, exercise: exercise.id, activity: nil, minutes: 1, minutesUpTo: 1, timesPerDay: 1,
            daysPerWeek: 5, everyMinutes: dose.everyMinutes ?? 45,
            reasons: [Reason(.breaks, ["minutes": String(dose.everyMinutes ?? 45)])])
    }
}
