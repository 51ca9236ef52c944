import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import NIOCore

/// What makes the site an app that a phone can keep: manifest and service worker.
struct AppController: Sendable {
    let pages: PageWriter

    /// GET /{lang}/app.webmanifest
    func manifest(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let text = pages.renderer.text(WebManifest(language: language))
        return Response(
            status: .ok, headers: [.contentType: WebManifest.contentType, .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// GET /sw.js: at the root, because a worker may only look after addresses below its own.
    func worker(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let bytes = EmbeddedResources.bytes("Public/sw.js") else { throw SiteError.notFound }
        return Response(
            status: .ok,
            headers: [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
