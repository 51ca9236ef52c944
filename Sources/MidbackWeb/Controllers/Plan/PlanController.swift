import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows

/// "My plan": shows it, makes it.
struct PlanController: Sendable {
    let plans: PlanVisits

    private var visitors: Visitors { plans.visitors }

    /// GET /{lang}/plan
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard var visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        let (file, isNew) = try await PlanVisits.retrying { try await plans.desk.current(&visit) }
        let asked = request.uri.queryParameters["note"].map(String.init).flatMap(PlanPage.Notice.init)
        let page = PlanPage(
            state: state(file, visit), today: file.today, notice: isNew ? .refreshed : asked)
        return plans.page(page, language, path: "plan", visit)
    }

    private func state(_ file: PlanFile, _ visit: Visit) -> PlanPage.State {
        guard visit.isFinished, file.rest != .openQuestions else { return .noResult }
        switch plans.profile {
        case .education: return .notOffered
        case .reviewed: return .waiting
        case .direct: break
        }
        return file.log.history.map { .current($0) } ?? .preview(file.offer)
    }

    /// POST /{lang}/plan
    func make(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await visitors.posted(request)
        let action = form.single("_action")
        guard action == "make" || action == "seen" else { throw SiteError.badRequest }
        guard visit.isFinished, plans.profile == .direct else { return Answers.seeOther(Routes.plan(language)) }
        _ = try await PlanVisits.retrying {
            try await plans.desk.make(visit, clinicianHasSeen: action == "seen")
        }
        return Answers.seeOther(Routes.plan(language, note: .made))
    }
}

extension Routes {
    /// The plan page with a sentence about what just happened.
    static func plan(_ language: Language, note: PlanPage.Notice) -> String {
        plan(language) + "?note=" + note.rawValue
    }
}
