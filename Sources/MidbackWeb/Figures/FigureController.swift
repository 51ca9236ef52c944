import HTTPTypes
import Hummingbird
import MidbackContent
import MidbackCore
import MidbackPlan
import NIOCore
import Synchronization

/// Serves the drawings of exercises. Each is drawn and compressed once, when it is first asked for.
final class FigureController: Sendable {
    private struct Key: Hashable {
        var name: String
        var language: Language
    }

    private struct Drawn: Sendable {
        var plain: ByteBuffer
        var compressed: ByteBuffer?
    }

    private let library: ExerciseLibrary
    private let version: String
    private let drawn = Mutex<[Key: Drawn]>([:])

    init(_ content: PlanContent) {
        library = content.pack.library
        version = String(content.digest.prefix(16))
    }

    /// GET /{lang}/figures/{name}
    func figure(_ request: Request, _ context: SiteContext, _ language: Language) throws -> Response {
        guard let text = context.parameters.get("name"), let name = FigureName(text, library) else {
            throw SiteError.notFound
        }
        let accepts = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let tag = "\"\(version)-\(language.rawValue)\(accepts ? "-gzip" : "")\""
        var headers: HTTPFields = [
            .cacheControl: "public, max-age=86400", .eTag: tag, .vary: "Accept-Encoding",
            .contentLanguage: language.rawValue,
        ]
        if EntityTag.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        let figure = try drawing(Key(name: text, language: language), name)
        headers[.contentType] = "image/svg+xml"
        let compressed = accepts ? figure.compressed : nil
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed ?? figure.plain))
    }

    private func drawing(_ key: Key, _ name: FigureName) throws -> Drawn {
        if let known = drawn.withLock({ $0[key] }) { return known }
        guard let svg = FigureStudio.svg(name, key.language) else { throw SiteError.unavailable(code: "figure") }
        let bytes = Array(svg.utf8)
        let made = Drawn(
            plain: ByteBuffer(bytes: bytes),
            compressed: Gzip.compress(bytes, level: Gzip.best).map { ByteBuffer(bytes: $0) })
        drawn.withLock { $0[key] = made }
        return made
    }
}
