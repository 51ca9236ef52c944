import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses text of more than 1 KB for browsers that take gzip. Static files bring their own compressed form.
///
/// Compressing pages that hold a form token is safe here: what a page of a GET request shows never depends on anything
/// another site could put into the request, so a token cannot be guessed from lengths.
struct CompressionMiddleware: RouterMiddleware {
    private static let smallest = 1_024

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard isCompressible(response) else { return response }
        response.headers[values: .vary] += ["Accept-Encoding"]
        guard AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]) else { return response }
        let collected = CollectedBody()
        try await response.body.write(collected)
        let compressed = Gzip.compress(collected.bytes.readableBytesView, level: Gzip.fast)
        response.body = ResponseBody(byteBuffer: compressed.map { ByteBuffer(bytes: $0) } ?? collected.bytes)
        if compressed != nil { response.headers[.contentEncoding] = "gzip" }
        return response
    }

    private func isCompressible(_ response: Response) -> Bool {
        guard response.headers[.contentEncoding] == nil, response.headers[.eTag] == nil else { return false }
        let isText = response.headers[.contentType]?.hasPrefix("text/") == true
        return isText && response.body.contentLength.map { $0 > Self.smallest } == true
    }
}

/// Keeps what a response would write.
private final class CollectedBody: ResponseBodyWriter {
    private(set) var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        bytes.writeBuffer(&buffer)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
