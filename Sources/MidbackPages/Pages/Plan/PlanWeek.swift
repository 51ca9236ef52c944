import MidbackCore
import MidbackPlan

/// The seven days that hold today, counted as the version of the plan counts them.
struct PlanWeek {
    let history: PlanHistory
    let today: CivilDate
    let canvas: Canvas
    private var plan: CarePlan { history.plan }

    private var start: CivilDate {
        let offset = max(0, plan.validFrom.days(to: today))
        return plan.validFrom.adding(days: offset / 7 * 7)
    }

    var all: HTML {
        guard !plan.week.isEmpty else { return .empty }
        return canvas["plan.week"].fill([
            "days": (0..<7).map(day).joined(), "summary": summary,
        ])
    }

    private var summary: HTML {
        HTML(
            canvas.words.plain(
                "plan.week-summary",
                [
                    "days": canvas.doses.days(plan.week.count),
                    "minutes": canvas.doses.minutes(ofSeconds: plan.week.map(\.seconds).max() ?? 0),
                ]))
    }

    private func day(_ number: Int) -> HTML {
        let date = start.adding(days: number)
        let planned = plan.week.first { $0.day == number }
        let isDone = history.sessions.contains { $0.date == date && $0.counts }
        return canvas["plan.day"].fill([
            "kind": HTML(isDone ? "done" : planned == nil ? "rest" : "due"),
            "current": date == today ? canvas["plan.day-current"].fill() : .empty,
            "name": HTML(canvas.weekdayLine(date)), "number": HTML(date.components.day),
            "what": what(planned, date, isDone: isDone),
        ])
    }

    private func what(_ planned: PlannedDay?, _ date: CivilDate, isDone: Bool) -> HTML {
        if isDone { return canvas.icon("check") + canvas.words.html("plan.day-done") }
        guard let planned else { return canvas.words.html("plan.day-rest") }
        let minutes = HTML(canvas.doses.minutes(ofSeconds: planned.seconds))
        return canvas["plan.day-link"].fill([
            "href": HTML(Routes.session(day: planned.day, canvas.language)), "text": minutes,
            "name": HTML(canvas.weekdayLine(date)),
        ])
    }
}
