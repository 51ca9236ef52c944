import MidbackCore
import MidbackPlan

/// Walking, relaxation, breaks from sitting, and how to pace oneself.
struct PlanHabits {
    let plan: CarePlan
    let canvas: Canvas
    private var words: Words { canvas.words }

    var all: HTML {
        guard !plan.habits.isEmpty || plan.pacing != nil else { return .empty }
        return canvas["plan.habits"].fill(["items": plan.habits.map(habit).joined(), "pacing": pacing])
    }

    private func habit(_ habit: PlannedHabit) -> HTML {
        canvas["plan.habit"].fill([
            "icon": canvas["plan-icons.\(icon(habit))"].fill(), "name": name(habit), "amount": HTML(amount(habit)),
            "reasons": canvas.items(habit.reasons),
        ])
    }

    private func icon(_ habit: PlannedHabit) -> String {
        switch habit.kind {
        case .aerobic: "walk"
        case .relaxation: "leaf"
        case .breaks: "seat"
        }
    }

    private func name(_ habit: PlannedHabit) -> HTML {
        guard habit.kind != .breaks, let exercise = habit.exercise else { return HTML(label(habit)) }
        return canvas.exerciseLink(exercise)
    }

    /// Name without a link.
    func label(_ habit: PlannedHabit) -> String {
        if habit.kind == .breaks { return words.plain("plan.breaks") }
        if let exercise = habit.exercise { return canvas.exerciseName(exercise) }
        return habit.activity.map { words.plain("plan.activity-\($0.rawValue)") } ?? ""
    }

    /// How much and how often.
    func amount(_ habit: PlannedHabit) -> String {
        if let minutes = habit.everyMinutes {
            return words.plain("exercise.work-days") + ", "
                + words.plain("exercise.every-minutes", ["count": String(minutes)])
        }
        var parts = [canvas.doses.minutes(habit.minutes, upTo: habit.minutesUpTo)]
        if habit.timesPerDay > 1 {
            parts.append(words.plain("exercise.times-a-day", ["count": String(habit.timesPerDay)]))
        }
        parts.append(habit.daysPerWeek >= 7 ? words.plain("exercise.daily") : canvas.doses.days(habit.daysPerWeek))
        return parts.joined(separator: ", ")
    }

    private var pacing: HTML {
        guard let pacing = plan.pacing else { return .empty }
        let rules = canvas.edition.plan.pacing
        return canvas["plan.pacing"].fill([
            "start": HTML(canvas.doses.minutes(pacing.startMinutes)), "items": canvas.items(rules.steps),
            "fear": pacing.hasFearLadder
                ? canvas["plan.fear"].fill(["items": canvas.items(rules.fearSteps)]) : .empty,
            "sources": canvas.citations(rules.sources),
        ])
    }
}
