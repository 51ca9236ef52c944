import HTTPTypes
import Hummingbird

/// Adds the security headers to every answer; it stands outside the middleware that makes error pages, so that those
/// have them too.
/// - Source: `standards.md` 3.2
struct SecurityHeadersMiddleware: RouterMiddleware {
    private let fields: HTTPFields

    /// - Parameters:
    ///   - exitURL: neutral site of the quick exit; browsers apply `form-action` to the redirect after a form too.
    ///   - isSecure: browsers come over HTTPS and shall keep doing so.
    init(exitURL: String, isSecure: Bool) {
        let formTargets = ["'self'", SiteOrigin.origin(of: exitURL)].compactMap { $0 }.joined(separator: " ")
        var named: [(String, String)] = [
            (
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                    + "form-action \(formTargets); base-uri 'none'; object-src 'none'; "
                    + "frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ]
        if isSecure { named.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains")) }
        var fields = HTTPFields()
        for (name, value) in named {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        self.fields = fields
    }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.append(contentsOf: fields)
        response.headers[values: .vary] += ["Sec-Fetch-Site, Origin"]
        return response
    }
}
