import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// "Check your answers", and the button "See my result".
struct ReviewController: Sendable {
    let visitors: Visitors
    let assess: Assess
    let pages: PageWriter

    /// GET /{lang}/survey/review
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        guard visit.hasAnswers else { return Answers.seeOther(Routes.step(0, language)) }
        return try await show(visit, language)
    }

    /// POST /{lang}/survey/review
    func finish(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await visitors.posted(request)
        // The person confirms what the page showed, so it must be what is stored.
        guard form.single("_version").flatMap(Int.init) == visit.version else {
            return try await show(visit, language, status: .conflict)
        }
        guard visit.hasAnswers, visitors.intake.machine.missing(visit.response).isEmpty else {
            return try await show(visit, language, status: .unprocessableContent)
        }
        if try await assess.mustStop(visit, after: Intake.lastStep) { return Answers.seeOther(Routes.stop(language)) }
        try await assess.finish(visit, language)
        return Answers.seeOther(Routes.result(language))
    }

    private func show(
        _ visit: Visit, _ language: Language, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let triage = try await assess.preview(visit)
        let page = ReviewPage(
            response: visit.response, visible: visitors.intake.visible(visit.response),
            missing: visitors.intake.machine.missing(visit.response), conflicts: triage.conflicts,
            version: visit.version, isNotMidback: triage.isOutsideMidBack,
            takenBack: try await assess.takenBack(triage, visit))
        return pages.page(page, visitors.context(language, path: "survey/review", visit), status: status)
    }
}
