import HTTPTypes
import Hummingbird

/// Refuses requests to foreign host names, and posts that other sites caused.
///
/// `Sec-Fetch-Site` decides where the browser sends it; else `Origin`, else `Referer`. `Origin: null` counts as
/// absent, as privacy settings send it. With none of them the form token of the session decides alone.
/// - Source: `standards.md` 3.2
struct SameSiteMiddleware: RouterMiddleware {
    let origin: SiteOrigin

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        // Probes of a load balancer use whatever name they like and reveal nothing.
        let isProbe = ["/healthz", "/readyz"].contains(request.uri.path)
        guard isProbe || origin.accepts(host: request.head.authority) else { throw SiteError.foreign }
        let isSafe = [.get, .head, .options, .trace].contains(request.method)
        guard isSafe || comesFromHere(request) else { throw SiteError.foreign }
        return try await next(request, context)
    }

    private func comesFromHere(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        let expected = origin.expected(host: request.head.authority)
        // "null" is what a sandboxed frame of another site sends.
        if let given = request.headers[.origin] { return SiteOrigin.normalized(given) == expected }
        if let referer = request.headers[.referer] { return SiteOrigin.origin(of: referer) == expected }
        return true
    }
}
