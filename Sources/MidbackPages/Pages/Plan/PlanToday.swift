import MidbackCore
import MidbackPlan

/// Today's session: start button, minutes, pictures, the rule about pain.
struct PlanToday {
    let history: PlanHistory
    let today: CivilDate
    let canvas: Canvas
    private var plan: CarePlan { history.plan }
    private var words: Words { canvas.words }

    private var planned: PlannedDay? {
        let offset = plan.validFrom.days(to: today)
        guard offset >= 0, !isStopped else { return nil }
        return plan.week.first { $0.day == offset % 7 && !$0.exercises.isEmpty }
    }

    private var isDone: Bool { history.sessions.contains { $0.date == today && $0.counts } }

    /// Pain or a sign ended a session of today: the rest of the day is for rest.
    private var isStopped: Bool {
        history.sessions.contains { $0.date == today && $0.stop?.opensDangerScreen == true }
    }

    /// Week and part of the course.
    var place: HTML {
        let id = plan.scope == .comfort ? "plan.where-comfort" : "plan.where"
        let phase = canvas.planName("phase.\(plan.phase.rawValue)")
        return HTML(words.plain(id, ["number": String(plan.weekNumber + 1), "phase": phase]))
    }

    var title: HTML { words.html(plan.scope == .comfort ? "plan.comfort-title" : "plan.title") }

    var card: HTML {
        canvas["plan.today"].fill([
            "date": HTML(canvas.dateLine(today)), "state": HTML(planned == nil ? "rest" : isDone ? "done" : "due"),
            "body": planned.map(session) ?? rest, "next": next, "rule": canvas.painRule(plan),
        ])
    }

    private func session(_ day: PlannedDay) -> HTML {
        let count = day.exercises.count
        let title = words.plain(
            isDone ? "plan.today-done" : "plan.today-minutes", ["minutes": canvas.doses.minutes(ofSeconds: day.seconds)]
        )
        return canvas["plan.today-session"].fill([
            "title": HTML(title), "faces": PlanFaces(ids: day.exercises, canvas: canvas).all,
            "count": HTML(
                count == 1 ? words.plain("plan.count-one") : words.plain("plan.count", ["count": String(count)])),
            "style": HTML(isDone ? "quiet" : "primary big"), "label": words.html(isDone ? "plan.again" : "plan.start"),
        ])
    }

    private var rest: HTML { canvas["plan.today-rest"].fill(["title": words.html("plan.today-rest")]) }

    /// The next check-in, and on a day of rest the next session.
    private var next: HTML {
        let schedule = Schedule(plan, checkIns: canvas.edition.plan.checkIns)
        let coming = schedule.occurrences(from: today.adding(days: 1), to: today.adding(days: 200))
        let due =
            schedule.occurrences(on: today).contains { $0.kind == .checkIn }
            && !history.checkIns.contains { $0.date == today }
        var lines: [HTML] = []
        if due { lines.append(canvas["plan.check-in-due"].fill()) }
        if planned == nil || isDone, let session = coming.first(where: { $0.kind == .session }) {
            lines.append(line("plan.next-session", session.date))
        }
        let scheduled = coming.first { $0.kind == .checkIn }?.date
        // A decision may ask for a look before the next one of the calendar.
        let asked = history.decisions.last.map(\.reviewOn).flatMap { $0 > today ? $0 : nil }
        if !due, let checkIn = [scheduled, asked].compactMap({ $0 }).min() {
            lines.append(line("plan.next-check-in", checkIn))
        }
        return lines.joined()
    }

    private func line(_ id: String, _ date: CivilDate) -> HTML {
        canvas["plan.next"].fill(["text": HTML(words.plain(id, ["date": canvas.date(date)]))])
    }
}

extension Canvas {
    /// Up to which pain the exercises of a plan are fine: its ceiling, and a rise that is smaller than that.
    func painRule(_ plan: CarePlan) -> HTML {
        guard plan.painCeiling > 0 else { return .empty }
        let ceiling = HTML(plan.painCeiling)
        guard plan.painRise < plan.painCeiling else { return self["plan.rule"].fill(["ceiling": ceiling]) }
        return self["plan.rule-rise"].fill(["ceiling": ceiling, "rise": HTML(plan.painRise)])
    }
}
