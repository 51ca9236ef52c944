import MidbackCore
import MidbackPlan

extension ExportPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let record = history.map { ExportRecord(history: $0, canvas: canvas) }
        let main = canvas["export"].fill([
            "answers": answers(canvas), "plans": record?.plans ?? canvas["export.none"].fill(),
            "sessions": record?.sessions ?? canvas["export.none"].fill(),
            "checkIns": record?.checkIns ?? canvas["export.none"].fill(),
        ])
        return Sheet(title: canvas.words.plain("export.title"), main: main, kind: "export", styles: ["plan"])
    }

    /// By step of the survey, every stored answer, also of questions that are not shown any more.
    private func answers(_ canvas: Canvas) -> HTML {
        let steps = canvas.edition.pack.questionnaire.steps.map { step in
            let rows = step.items.compactMap { item in response.answers[item.linkId].map { row(item, $0, canvas) } }
            guard !rows.isEmpty else { return HTML.empty }
            return canvas["export.step"].fill([
                "title": canvas.words.html(step.title), "rows": rows.joined(),
            ])
        }.joined()
        return steps.isEmpty ? canvas["export.none"].fill() : steps
    }

    private func row(_ item: Item, _ answer: Answer, _ canvas: Canvas) -> HTML {
        canvas[item.isSensitive ? "export.private-row" : "export.row"].fill([
            "question": canvas.edition.quotes.question(item.linkId),
            "answer": canvas.edition.quotes.whole(item.linkId, answer),
        ])
    }
}

/// The record of plan, sessions and check-ins.
struct ExportRecord {
    let history: PlanHistory
    let canvas: Canvas
    private var words: Words { canvas.words }

    // MARK: Plans

    var plans: HTML { history.plans.reversed().map(version).joined() }

    private func version(_ plan: CarePlan) -> HTML {
        let decision = history.decisions.first { $0.planVersion == plan.version - 1 }
        return canvas["export.plan"].fill([
            "version": HTML(plan.version), "date": HTML(canvas.fullDate(plan.validFrom)),
            "why": decision.map(why) ?? canvas.list(plan.reasons.map(canvas.sentence)),
            "exercises": canvas.list(plan.exercises.map(exercise)),
        ])
    }

    private func why(_ decision: Decision) -> HTML {
        let code = canvas.edition.plan.progression.codes.first { $0.id == decision.code }
        let name = code.map { words.html($0.name) }.map { [$0] } ?? []
        return canvas.list(name + (decision.reasons + decision.changes).map(canvas.sentence))
    }

    private func exercise(_ planned: PlannedExercise) -> HTML {
        let name = canvas.exerciseName(planned.exercise)
        guard let exercise = canvas.library.exercise(planned.exercise) else { return HTML(name) }
        return HTML(
            name + ": " + canvas.doses.text(planned.dose, exercise) + ", " + canvas.doses.days(planned.days.count))
    }

    // MARK: Sessions

    var sessions: HTML {
        guard !history.sessions.isEmpty else { return canvas["export.none"].fill() }
        return canvas["export.sessions"].fill(["rows": history.sessions.map(session).joined()])
    }

    private func session(_ session: SessionRecord) -> HTML {
        let done = words.plain("export.done", ["done": String(session.done.count), "planned": String(session.planned)])
        return canvas["export.session"].fill([
            "date": HTML(canvas.fullDate(session.date)), "done": HTML(done),
            "pain": HTML(
                [session.painBefore, session.painDuring, session.painAfter].map(number).joined(separator: " / ")),
            "effort": HTML(number(session.effort)), "notes": canvas.list(notes(session)),
        ])
    }

    private func number(_ value: Int?) -> String { value.map(String.init) ?? "–" }

    private func notes(_ session: SessionRecord) -> [HTML] {
        var notes: [String] = []
        if let stop = session.stop { notes.append(words.plain("export.stop-\(stop.rawValue)")) }
        if !session.tooPainful.isEmpty { notes.append(names("export.too-painful", session.tooPainful)) }
        if !session.easier.isEmpty { notes.append(names("export.easier", session.easier)) }
        if let settled = session.settled { notes.append(words.plain(settled ? "export.settled" : "export.unsettled")) }
        return notes.map { HTML($0) }
    }

    private func names(_ id: String, _ exercises: [String]) -> String {
        words.plain(id, ["names": exercises.map(canvas.exerciseName).joined(separator: ", ")])
    }

    // MARK: Check-ins

    var checkIns: HTML {
        guard !history.checkIns.isEmpty else { return canvas["export.none"].fill() }
        return history.checkIns.reversed().map(checkIn).joined()
    }

    private func checkIn(_ checkIn: CheckIn) -> HTML {
        canvas["export.check-in"].fill([
            "date": HTML(canvas.fullDate(checkIn.date)), "week": HTML(checkIn.week + 1), "rows": rows(checkIn).joined(),
        ])
    }

    private func rows(_ checkIn: CheckIn) -> [HTML] {
        var rows = canvas.edition.plan.measures.compactMap { measure -> HTML? in
            guard let given = checkIn.answers[measure.id], !given.isEmpty else { return nil }
            let values = given.map(number).joined(separator: ", ")
            return row(words.html(measure.name), HTML(values), isPrivate: measure.isSensitive)
        }
        let signs = canvas.edition.plan.escalation.signs.filter { checkIn.newSigns.contains($0.id) }
        if !signs.isEmpty {
            rows.append(row(words.html("export.signs"), canvas.list(signs.map { words.html($0.text) })))
        }
        if let settle = checkIn.settle {
            rows.append(row(words.html("export.settle"), words.html("export.settle-\(settle.rawValue)")))
        }
        if let count = checkIn.unsettledSessions { rows.append(row(words.html("export.unsettled-count"), HTML(count))) }
        if let days = checkIn.daysOffWork { rows.append(row(words.html("export.days-off"), HTML(days))) }
        if checkIn.cannotCareForSelf { rows.append(row(words.html("export.self-care"), words.html("common.yes"))) }
        return rows
    }

    private func row(_ name: HTML, _ value: HTML, isPrivate: Bool = false) -> HTML {
        canvas[isPrivate ? "export.private-row" : "export.row"].fill(["question": name, "answer": value])
    }
}
