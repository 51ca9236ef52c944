import HTTPTypes
import Hummingbird
import MidbackPages
import NIOCore

/// Serves style sheet, scripts and icons. Their names carry a hash of their bytes, so browsers may keep them for ever.
struct StaticController: Sendable {
    private struct Prepared: Sendable {
        var contentType: String
        var plain: ByteBuffer
        /// Compressed once at start, where that helps.
        var compressed: ByteBuffer?
        var tag: String
    }

    private let files: [String: Prepared]

    init(_ files: [StaticFile]) {
        self.files = Dictionary(files.map { ($0.name, Self.prepare($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func prepare(_ file: StaticFile) -> Prepared {
        let compressed = Gzip.compress(file.bytes, level: Gzip.best).flatMap {
            $0.count < file.bytes.count ? ByteBuffer(bytes: $0) : nil
        }
        return Prepared(
            contentType: file.contentType, plain: ByteBuffer(bytes: file.bytes), compressed: compressed, tag: file.name)
    }

    /// GET /static/{name}
    func file(_ request: Request, _ context: SiteContext) throws -> Response {
        guard let name = context.parameters.get("name"), let file = files[name] else { throw SiteError.notFound }
        let compressed = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]) ? file.compressed : nil
        // A different representation needs a different strong tag.
        let tag = "\"\(file.tag)\(compressed == nil ? "" : "-gzip")\""
        var headers: HTTPFields = [
            .cacheControl: "public, max-age=31536000, immutable", .eTag: tag, .vary: "Accept-Encoding",
        ]
        if EntityTag.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.contentType
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed ?? file.plain))
    }
}
