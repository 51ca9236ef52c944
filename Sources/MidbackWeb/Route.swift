import HTTPTypes
import Hummingbird
import MidbackCore

/// One route: pattern, method, and what answers it.
struct Route: Sendable {
    typealias Handler = @Sendable (Request, SiteContext) async throws -> Response

    /// `{name}` stands for one part of the path.
    let pattern: String
    let method: HTTPRequest.Method
    let handler: Handler

    init(_ pattern: String, _ method: HTTPRequest.Method, _ handler: @escaping Handler) {
        self.pattern = pattern
        self.method = method
        self.handler = handler
    }
}

/// A route that exists once in each language, behind its code.
struct LanguageRoute: Sendable {
    typealias Handler = @Sendable (Request, SiteContext, Language) async throws -> Response

    let path: String
    let method: HTTPRequest.Method
    let handler: Handler

    init(_ path: String, _ method: HTTPRequest.Method, _ handler: @escaping Handler) {
        self.path = path
        self.method = method
        self.handler = handler
    }

    func route(in language: Language) -> Route {
        Route("/\(language.rawValue)/\(path)", method) { try await handler($0, $1, language) }
    }
}
