import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows

/// The exercise library, open to everybody.
struct ExercisesController: Sendable {
    let plans: PlanVisits

    /// GET /{lang}/exercises
    func index(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let visit = try await plans.visitors.visit(request)
        return plans.pages.page(ExercisesPage(), plans.visitors.context(language, path: "exercises", visit))
    }

    /// GET /{lang}/exercises/{id}
    func exercise(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let id = context.parameters.get("id"), plans.desk.pack.library.exercise(id) != nil else {
            throw SiteError.notFound
        }
        let visit = try await plans.visitors.visit(request)
        var plan: CarePlan?
        if let visit, visit.isFinished, plans.profile == .direct {
            let file = try await plans.desk.file(visit)
            plan = file.rest == nil ? file.plan : nil
        }
        return plans.pages.page(
            ExercisePage(exercise: id, plan: plan), plans.visitors.context(language, path: "exercises/\(id)", visit))
    }
}
