import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackWorkflows

/// Answers every error with a page that says what to do, keeps help in sight and carries a reference number; programs
/// that ask for JSON get a typed problem. Nothing of the error's text reaches either.
struct ErrorPageMiddleware: RouterMiddleware {
    let pages: PageWriter
    let routes: RouteTable
    let languages: LanguageChoice
    let environment: MidbackWorkflows.Environment

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let error = siteError(error, request)
            context.trace.note(error)
            let reference = Self.reference(environment)
            var response =
                Problem.isWanted(request)
                ? Problem(error, reference: reference).response
                : pages.error(error, languages.language(of: request), reference: reference)
            response.headers[HTTPField.Name.reference] = reference
            return response
        }
    }

    private func siteError(_ error: any Error, _ request: Request) -> SiteError {
        switch error {
        case let error as SiteError: return error
        case let error as IntakeError: return SiteError(error)
        case let error as PlanDeskError: return SiteError(error)
        case let error as HTTPError where error.status == .notFound:
            let allowed = routes.methods(for: request.uri.path)
            return allowed.isEmpty ? .notFound : .wrongMethod(allowed: allowed)
        case is CancellationError: return .unavailable(code: "cancelled")
        default: return .unavailable(code: "unexpected")
        }
    }

    /// Eight characters that are easy to read aloud.
    private static func reference(_ environment: MidbackWorkflows.Environment) -> String {
        let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
        return String(environment.randomBytes(8).map { alphabet[Int($0) % alphabet.count] })
    }
}
