import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackStore
import MidbackWorkflows

/// The private link: make, revoke, and come back by it.
struct LinkController: Sendable {
    let visitors: Visitors
    let pages: PageWriter
    let origin: SiteOrigin
    let limiter: RateLimiter
    let network: Network
    let languages: LanguageChoice
    /// What the QR code is, for screen readers.
    let qrLabel: LocalizedText?

    private var intake: Intake { visitors.intake }

    /// GET /{lang}/link
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        return show(visit.record.hasLink ? .exists : .none, visit, language)
    }

    /// POST /{lang}/link
    func change(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        var (visit, form) = try await visitors.posted(request)
        switch form.single("_action") {
        // A reload of the page that shows a fresh link posts again: the link that was written down stays.
        case "make" where visit.record.hasLink: return Answers.seeOther(Routes.link(language))
        case "make", "replace":
            let code = try await intake.makeLink(&visit)
            return show(fresh(code, request, language), visit, language)
        case "revoke":
            try await intake.revokeLink(&visit)
            return show(.revoked, visit, language)
        default: throw SiteError.badRequest
        }
    }

    private func show(_ state: LinkPage.State, _ visit: Visit, _ language: Language) -> Response {
        // The answer to a POST has no address to switch the language at, and a fresh link is shown once.
        let path: String? = state == .none || state == .exists ? "link" : nil
        let page = LinkPage(state: state, continueTo: visitors.goOn(visit, language))
        return pages.page(page, visitors.context(language, path: path, visit))
    }

    private func fresh(_ code: LinkCode, _ request: Request, _ language: Language) -> LinkPage.State {
        let address = origin.expected(host: request.head.authority) + Routes.resume(token: code.text)
        let qr = QRCode(address)?.svg(label: qrLabel?[language] ?? "") ?? ""
        return .fresh(address: address, words: code.groups, qr: qr)
    }

    /// GET /{lang}/come-back
    func form(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        pages.page(ComeBackPage(), PageContext(language: language, path: "come-back"))
    }

    /// POST /{lang}/come-back: typed words, a pasted address, or the token of the Continue page.
    func comeBack(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let form = try await visitors.forms.read(request)
        guard form.faults.isEmpty else { throw SiteError.badRequest }
        let typed = form.single("token") ?? form.single("words") ?? ""
        guard typed.contains(where: { !$0.isWhitespace }) else { return again(typed, .empty, language) }
        do {
            try limiter.take(.linkTry, network: network.network(of: request, context))
        } catch {
            context.trace.note(error)
            return again(typed, .tooManyTries, language, error)
        }
        guard let code = LinkCode(typed: typed), var visit = try await intake.comeBack(code) else {
            return again(typed, .notFound, language)
        }
        try await intake.use(language, in: &visit)
        var response = Answers.seeOther(visitors.goOn(visit, language))
        visitors.cookie.set(visit.session, on: &response)
        return response
    }

    private func again(
        _ typed: String, _ problem: ComeBackPage.Problem, _ language: Language, _ error: SiteError? = nil
    ) -> Response {
        let kept = String(typed.prefix(200))
        let page = ComeBackPage(typed: kept, problem: problem)
        let status = error?.status ?? (problem == .empty ? .unprocessableContent : .notFound)
        var response = pages.page(page, PageContext(language: language, path: "come-back"), status: status)
        for field in error?.headers ?? [:] { response.headers.append(field) }
        return response
    }

    /// GET /r/{token}: shows a button. Opening it does nothing yet, because programs that scan messages open links too.
    func resume(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = languages.preferred(request.headers[.acceptLanguage])
        guard let token = context.parameters.get("token"), let code = LinkCode(typed: token) else {
            return again("", .notFound, language)
        }
        return pages.page(ResumePage(token: code.text), PageContext(language: language, path: nil))
    }
}
