import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// Quick exit and "Delete now".
struct PrivacyController: Sendable {
    let visitors: Visitors
    let pages: PageWriter
    /// Where quick exit leads to.
    let exitURL: String

    /// POST /{lang}/exit: ends the session here and leaves for a neutral site. Nothing may hold it up, so a form
    /// token is not asked for and a failing store is no reason to stay.
    func exit(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        if let session = visitors.cookie.session(request) {
            do {
                try await visitors.intake.exit(session)
            } catch {
                context.trace.note(SiteError(error))
            }
        }
        var response = Answers.seeOther(exitURL)
        visitors.cookie.forget(on: &response)
        return response
    }

    /// GET /{lang}/delete
    func ask(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        let page = DeletePage(state: .confirm(keep: visitors.goOn(visit, language)))
        return pages.page(page, visitors.context(language, path: "delete", visit))
    }

    /// POST /{lang}/delete
    func delete(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await visitors.posted(request)
        guard form.single("_action") == "delete" else { throw SiteError.badRequest }
        try await visitors.intake.delete(visit)
        var response = pages.page(DeletePage(state: .done), PageContext(language: language, path: nil))
        visitors.cookie.forget(on: &response)
        return response
    }
}
