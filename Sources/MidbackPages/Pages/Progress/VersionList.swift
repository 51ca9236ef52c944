import MidbackCore
import MidbackPlan

/// Every version of the plan, newest first, with the decision that made it.
struct VersionList {
    let history: PlanHistory
    let canvas: Canvas

    private static let open = 2

    /// The newest versions.
    var newest: HTML { places.prefix(Self.open).map(version).joined() }

    /// The ones before, folded; empty when there are none.
    var earlier: HTML {
        let rest = places.dropFirst(Self.open)
        return rest.isEmpty ? .empty : canvas["progress.earlier"].fill(["versions": rest.map(version).joined()])
    }

    private var places: [Int] { history.plans.indices.reversed() }

    private func version(_ place: Int) -> HTML {
        let plan = history.plans[place]
        let decision = history.decisions.last { $0.planVersion == plan.version - 1 }
        let words = decision.map { DecisionWords(decision: $0, canvas: canvas) }
        return canvas["progress.version"].fill([
            "title": title(plan), "name": words?.name ?? .empty,
            "text": words?.text ?? canvas.words.html(place == 0 ? "progress.first" : "progress.remade"),
            "why": list("why", decision?.reasons.map(canvas.sentence) ?? []),
            "changes": list(
                "changes", (decision?.changes.map(canvas.sentence) ?? []) + differences(place, decision)),
            "exercises": exercises(plan),
        ])
    }

    private func title(_ plan: CarePlan) -> HTML {
        HTML(
            canvas.words.plain(
                "progress.version", ["version": String(plan.version), "date": canvas.fullDate(plan.validFrom)]))
    }

    private func differences(_ place: Int, _ decision: Decision?) -> [HTML] {
        guard place > 0 else { return [] }
        let told = decision?.changes ?? []
        return PlanComparison(before: history.plans[place - 1], after: history.plans[place], told: told).lines(canvas)
    }

    private func exercises(_ plan: CarePlan) -> HTML {
        let names = plan.exercises.map { canvas.exerciseName($0.exercise) }
        guard !names.isEmpty else { return .empty }
        return HTML(canvas.words.plain("progress.exercises", ["list": names.joined(separator: ", ")]))
    }

    private func list(_ name: String, _ items: [HTML]) -> HTML {
        items.isEmpty ? .empty : canvas["progress.\(name)"].fill(["items": canvas.list(items)])
    }
}
