import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// The page that interrupts the survey.
struct StopController: Sendable {
    let visitors: Visitors
    let assess: Assess
    let pages: PageWriter

    /// GET /{lang}/stop
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        guard let stop = assess.stop(visit.response) else {
            return Answers.seeOther(visitors.goOn(visit, language))
        }
        try await assess.recordStop(stop, visit, language)
        return pages.page(
            StopPage(stop, version: visit.version), visitors.context(language, path: "stop", visit))
    }

    /// POST /{lang}/stop: "I got help for this, or I ticked it by mistake".
    func goOn(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return try await withoutSurvey(request, language) }
        let form = try await visitors.forms.read(request)
        guard form.faults.isEmpty else { throw SiteError.badRequest }
        guard visitors.isFrom(visit, form) else { throw SiteError.formExpired }
        // Made for other answers: those may have another reason. Show the present page instead of confirming it unseen.
        guard form.single("_version").flatMap(Int.init) == visit.version else {
            return Answers.seeOther(Routes.stop(language))
        }
        try await assess.confirmStop(visit)
        return Answers.seeOther(visitors.goOn(visit, language))
    }

    /// A person under the adult age saw the stop page first; the answers are erased, so version 0 is all there is.
    private func withoutSurvey(_ request: Request, _ language: Language) async throws -> Response {
        let form = try await visitors.forms.read(request)
        guard form.single("_version") == "0" else { throw SiteError.formExpired }
        return pages.page(TooYoungPage(), PageContext(language: language, path: nil))
    }
}
