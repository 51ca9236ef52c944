import MidbackCore
import MidbackPlan

/// Every version of the plan, newest first, with the decision that made it.
struct VersionList {
    let history: PlanHistory
    let canvas: Canvas

    var markup: HTML { history.plans.indices.reversed().map(version).joined() }

    private func version(_ place: Int) -> HTML {
        let plan = history.plans[place]
        let decision = history.decisions.last { $0.planVersion == plan.version - 1 }
        let words = decision.map { DecisionWords(decision: $0, canvas: canvas) }
        return canvas["progress.version"].fill([
            "title": title(plan), "name": words?.name ?? .empty,
            "text": words?.text ?? canvas.words.html(place == 0 ? "progress.first" : "progress.remade"),
            "why": list(decision?.reasons.map(canvas.sentence) ?? []),
            "changes": list((decision?.changes.map(canvas.sentence) ?? []) + differences(place)),
            "exercises": exercises(plan),
        ])
    }

    private func title(_ plan: CarePlan) -> HTML {
        HTML(
            canvas.words.plain(
                "progress.version", ["version": String(plan.version), "date": canvas.fullDate(plan.validFrom)]))
    }

    private func differences(_ place: Int) -> [HTML] {
        guard place > 0 else { return [] }
        return PlanComparison(before: history.plans[place - 1], after: history.plans[place]).lines(canvas)
    }

    private func exercises(_ plan: CarePlan) -> HTML {
        let names = plan.exercises.map { canvas.exerciseName($0.exercise) }
        guard !names.isEmpty else { return .empty }
        return HTML(canvas.words.plain("progress.exercises", ["list": names.joined(separator: ", ")]))
    }

    private func list(_ items: [HTML]) -> HTML {
        items.isEmpty ? .empty : canvas["progress.list"].fill(["items": canvas.list(items)])
    }
}
