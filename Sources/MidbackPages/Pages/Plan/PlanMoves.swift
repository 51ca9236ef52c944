import MidbackCore
import MidbackPlan

/// The exercises of the plan, each with picture, dose, reasons, an easier way and what to mind.
struct PlanMoves {
    let plan: CarePlan
    let canvas: Canvas

    var all: HTML {
        guard !plan.exercises.isEmpty else { return .empty }
        return canvas["plan.exercises"].fill(["items": plan.exercises.map(card).joined()])
    }

    private func card(_ planned: PlannedExercise) -> HTML {
        guard let exercise = canvas.library.exercise(planned.exercise) else {
            return canvas["plan.gone"].fill(["name": HTML(planned.exercise)])
        }
        let care = PlanCare(planned: planned, limits: plan.summary.flags, canvas: canvas)
        return canvas["plan.exercise"].fill([
            "figure": canvas.figure(exercise.id, .described),
            "slot": HTML(canvas.planName("slot.\(planned.slot.rawValue)")),
            "href": HTML(Routes.exercise(exercise.id, canvas.language)), "name": canvas.words.html(exercise.name),
            "dose": HTML(canvas.doses.text(planned.dose, exercise)), "days": HTML(days(planned)),
            "how": planned.dose.how.map { paragraph(canvas.words.html($0)) } ?? .empty, "care": notes(care),
            "reasons": canvas.items(planned.reasons), "easier": easier(planned.easier), "folded": folded(planned, care),
        ])
    }

    private func days(_ planned: PlannedExercise) -> String {
        if planned.days.count == plan.week.count { return canvas.words.plain("plan.each-session") }
        return canvas.doses.days(planned.days.count)
    }

    private func paragraph(_ text: HTML) -> HTML { HTML(markup: "<p>") + text + HTML(markup: "</p>") }

    private func notes(_ care: PlanCare) -> HTML {
        guard !care.notes.isEmpty else { return .empty }
        return canvas["plan.care"].fill(["items": canvas.list(care.notes)])
    }

    /// Cautions that no limit asks to show first.
    private func folded(_ planned: PlannedExercise, _ care: PlanCare) -> HTML {
        guard planned.cautions.isEmpty, !care.own.isEmpty else { return .empty }
        return canvas["plan.folded-care"].fill(["items": canvas.list(care.own)])
    }

    private func easier(_ way: PlannedExercise.EasierWay?) -> HTML {
        guard let way, let exercise = canvas.library.exercise(way.exercise) else { return .empty }
        return canvas["plan.easier"].fill([
            "link": canvas.exerciseLink(exercise.id), "dose": HTML(canvas.doses.text(way.dose, exercise)),
        ])
    }
}
