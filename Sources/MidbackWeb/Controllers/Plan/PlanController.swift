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
        // An emergency that nobody confirmed yet is said before anything else.
        if !visit.isFinished, try await plans.desk.mustStop(visit) {
            return Answers.seeOther(Routes.stop(language))
        }
        let (file, isNew) = try await PlanVisits.retrying { try await plans.desk.current(&visit) }
        if file.rest == .openScreen, plans.profile == .direct { return Answers.seeOther(Routes.signs(language)) }
        let asked = request.uri.queryParameters["note"].map(String.init).flatMap(PlanPage.Notice.init)
        let page = PlanPage(
            state: state(file, visit, language), today: file.today,
            notice: isNew ? .refreshed : asked.flatMap { isTrue($0, file) ? $0 : nil })
        return plans.page(page, language, path: "plan", visit)
    }

    /// A sentence about a danger screen stands only where today's screen was clear, whatever the address says.
    private func isTrue(_ notice: PlanPage.Notice, _ file: PlanFile) -> Bool {
        guard notice == .signsClear else { return true }
        return file.log.screens.last.map { $0.date == file.today && $0.signs.isEmpty } ?? false
    }

    private func state(_ file: PlanFile, _ visit: Visit, _ language: Language) -> PlanPage.State {
        if file.rest == .openQuestions { return .resting(goOn: visitors.goOn(visit, language)) }
        guard visit.isFinished else { return .noResult }
        switch plans.profile {
        case .education: return .notOffered
        case .reviewed: return .waiting
        case .direct: break
        }
        return file.log.history.map { .current($0) } ?? .preview(file.offer)
    }

    /// POST /{lang}/plan
    func make(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await plans.posted(request)
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
