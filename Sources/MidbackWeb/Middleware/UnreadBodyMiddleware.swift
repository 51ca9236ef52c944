import HTTPTypes
import Hummingbird
import NIOCore

/// Hangs up after an answer that did not wait for the body, as after a refusal: the server would go on reading a body
/// that drips for as long as somebody sends. The answer has some seconds to leave.
struct UnreadBodyMiddleware: RouterMiddleware {
    /// Seconds between answer and hanging up.
    let linger: Double

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard Self.announcesBody(request) else { return try await next(request, context) }
        let watch = BodyWatch()
        var watched = request
        watched.body = RequestBody(asyncSequence: WatchedBody(body: request.body, watch: watch))
        var response = try await next(watched, context)
        guard !watch.sawEnd else { return response }
        response.headers[.connection] = "close"
        let channel = context.channel
        channel.eventLoop.scheduleTask(in: .milliseconds(Int64(linger * 1000))) { channel.close(promise: nil) }
        return response
    }

    private static func announcesBody(_ request: Request) -> Bool {
        request.headers[.transferEncoding] != nil || request.headers[.contentLength].map { $0 != "0" } ?? false
    }
}
