import HTTPTypes
import Hummingbird
import Logging

/// One log line a request: route template, method, status, duration, and the reference of an error page. Never an
/// address, a query, a body, a cookie or a network address.
struct RequestLogMiddleware: RouterMiddleware {
    let logger: Logger
    private let clock = ContinuousClock()

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let start = clock.now
        let response = try await next(request, context)
        let error = context.trace.error
        logger.log(
            level: error?.logLevel ?? .info, "request",
            metadata: metadata(request, response, context, error, duration: clock.now - start))
        return response
    }

    private func metadata(
        _ request: Request, _ response: Response, _ context: SiteContext, _ error: SiteError?, duration: Duration
    ) -> Logger.Metadata {
        var fields: Logger.Metadata = [
            "route": "\(context.endpointPath ?? "none")", "method": "\(Self.known(request.method))",
            "status": "\(response.status.code)", "ms": "\(Self.milliseconds(duration))",
        ]
        if let error { fields["error"] = "\(error.code)" }
        if let reference = response.headers[HTTPField.Name.reference] { fields["reference"] = "\(reference)" }
        return fields
    }

    /// A method is text from outside: only those that exist are written down.
    private static func known(_ method: HTTPRequest.Method) -> String {
        let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options, .trace, .connect]
        return all.contains(method) ? method.rawValue : "other"
    }

    /// With one digit after the point.
    private static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension HTTPField.Name {
    /// Number that a person can read to the clinic, and that the log has too.
    static let reference = HTTPField.Name("X-Reference") ?? .eTag
}
