import MidbackCore
import MidbackPlan

/// Now and then, side by side.
struct WhatIfResult {
    private let now: WhatIfPage.Side
    private let then: WhatIfPage.Side
    private let canvas: Canvas
    private var words: Words { canvas.words }

    init(_ comparison: WhatIfPage.Comparison, _ canvas: Canvas) {
        now = comparison.now
        then = comparison.then
        self.canvas = canvas
    }

    var all: HTML {
        canvas["what-if.result"].fill(["verdict": verdict, "rows": rows.joined(), "lost": lost])
    }

    /// The one sentence that matters most: whether the urgency would change.
    private var verdict: HTML {
        let id = then.level == now.level ? "same" : then.level < now.level ? "more" : "less"
        return canvas["what-if.verdict"].fill([
            "kind": HTML(id), "text": words.html("what-if.verdict-\(id)"),
            "level": words.html("disposition.\(then.level.id).label"),
        ])
    }

    private var rows: [HTML] {
        [
            row(
                "what-if.urgency", words.html("disposition.\(now.level.id).label"),
                words.html("disposition.\(then.level.id).label")),
            row("what-if.plan", kind(now.plan), kind(then.plan)),
            row("what-if.session", session(now.plan), session(then.plan)),
            row(
                "what-if.exercises", exercises(now.plan, beside: then.plan, mark: "gone"),
                exercises(then.plan, beside: now.plan, mark: "new")),
        ]
    }

    private func row(_ id: String, _ now: HTML, _ then: HTML) -> HTML {
        canvas["what-if.row"].fill(["name": words.html(id), "now": now, "then": then])
    }

    private func kind(_ plan: CarePlan) -> HTML {
        if let track = plan.track.flatMap(canvas.edition.plan.track) { return words.html(track.name) }
        if plan.scope == .comfort { return words.html("plan.comfort-title") }
        return words.html("what-if.no-plan") + HTML(markup: "<ul>") + canvas.items(plan.reasons) + HTML(markup: "</ul>")
    }

    private func session(_ plan: CarePlan) -> HTML {
        guard let seconds = plan.week.map(\.seconds).max() else { return HTML("–") }
        return HTML(canvas.doses.minutes(ofSeconds: seconds) + ", " + canvas.doses.days(plan.week.count))
    }

    private func exercises(_ plan: CarePlan, beside other: CarePlan, mark: String) -> HTML {
        guard !plan.exercises.isEmpty else { return HTML("–") }
        let items = plan.exercises.map { planned in
            let isShared = other.exercises.contains { $0.exercise == planned.exercise }
            return canvas["what-if.exercise"].fill([
                "kind": HTML(isShared ? "same" : mark), "name": HTML(canvas.exerciseName(planned.exercise)),
                "dose": dose(planned), "mark": isShared ? .empty : words.html("what-if.\(mark)"),
            ])
        }
        return HTML(markup: "<ul class=\"sides\">") + items.joined() + HTML(markup: "</ul>")
    }

    private func dose(_ planned: PlannedExercise) -> HTML {
        canvas.library.exercise(planned.exercise).map { HTML(canvas.doses.text(planned.dose, $0)) } ?? .empty
    }

    /// Why an exercise of now would be out then, as far as the plan gives a reason.
    private var lost: HTML {
        let gone = now.plan.exercises.filter { planned in
            !then.plan.exercises.contains { $0.exercise == planned.exercise }
        }
        let reasons = gone.compactMap { planned in
            then.plan.leftOut.first { $0.exercise == planned.exercise }?.reasons.first
        }
        return reasons.isEmpty ? .empty : canvas["what-if.lost"].fill(["items": canvas.items(reasons)])
    }
}
