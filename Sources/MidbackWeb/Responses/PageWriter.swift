import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import NIOCore

/// Turns page models into answers.
struct PageWriter: Sendable {
    let renderer: PageRenderer

    /// An HTML answer. Everything is `no-store`: any page may show answers, or that there are some.
    func page(_ page: some Page, _ context: PageContext, status: HTTPResponse.Status = .ok) -> Response {
        let html = renderer.render(page, in: context)
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: context.language.rawValue,
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// An error page in a language, without session.
    func error(_ error: SiteError, _ language: Language, reference: String?) -> Response {
        let context = PageContext(language: language, path: nil)
        var response = page(ErrorPage(kind: error.page, reference: reference), context, status: error.status)
        for field in error.headers { response.headers.append(field) }
        return response
    }
}

/// Answers without a page.
enum Answers {
    /// "See there": GET the address after a POST, or instead of this one.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
    }

    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
