import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// The page that interrupts the survey.
struct StopController: Sendable {
    let visitors: Visitors
    let assess: Assess
    let pages: PageWriter
    /// Stands for the version on a stop page of answers that were not stored because of the age among them.
    static let beforeAge = -1

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
        if form.single("_version") == String(Self.beforeAge) {
            return Answers.seeOther(Routes.step(0, language) + "?from=age")
        }
        // Made for other answers: those may have another reason. Show the present page instead of confirming it unseen.
        guard form.single("_version").flatMap(Int.init) == visit.version else {
            return Answers.seeOther(Routes.stop(language))
        }
        try await assess.confirmStop(visit)
        return Answers.seeOther(visitors.goOn(visit, language))
    }

    /// A person under the adult age saw the stop page first, and the survey ended meanwhile.
    private func withoutSurvey(_ request: Request, _ language: Language) async throws -> Response {
        let form = try await visitors.forms.read(request)
        guard form.single("_version") == String(Self.beforeAge) else { throw SiteError.formExpired }
        return pages.page(TooYoungPage(), PageContext(language: language, path: nil))
    }
}
