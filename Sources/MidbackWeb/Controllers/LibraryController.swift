import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// Pages about causes, rules and the tool itself.
struct LibraryController: Sendable {
    let visitors: Visitors
    let assess: Assess
    let pages: PageWriter

    /// GET /{lang}/causes
    func causes(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let visit = try await visitors.visit(request)
        return pages.page(CausesPage(), visitors.context(language, path: "causes", visit))
    }

    /// GET /{lang}/causes/{id}
    func cause(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let id = context.parameters.get("id"), assess.engine.pack.causes.contains(where: { $0.id == id }) else {
            throw SiteError.notFound
        }
        let visit = try await visitors.visit(request)
        let explanation = visit.flatMap { $0.isFinished ? assess.explain(cause: id, $0.response) : nil }
        let page = CausePage(cause: id, explanation: explanation)
        return pages.page(page, visitors.context(language, path: "causes/\(id)", visit))
    }

    /// GET /{lang}/rules/{id}
    func rule(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let id = context.parameters.get("id"), assess.engine.pack.rules.contains(where: { $0.id == id }) else {
            throw SiteError.notFound
        }
        let visit = try await visitors.visit(request)
        let page = RulePage(rule: id, hasResult: visit?.isFinished ?? false)
        return pages.page(page, visitors.context(language, path: "rules/\(id)", visit))
    }

    /// GET /{lang}/about/{topic}
    func about(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let topic = context.parameters.get("topic").flatMap(Routes.Topic.init) else { throw SiteError.notFound }
        let visit = try await visitors.visit(request)
        return pages.page(
            AboutPage(topic: topic), visitors.context(language, path: "about/\(topic.rawValue)", visit))
    }
}
