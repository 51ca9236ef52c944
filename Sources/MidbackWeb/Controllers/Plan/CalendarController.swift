import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackStore
import MidbackWorkflows
import NIOCore

/// The calendar of sessions: a file to download, and a private address to subscribe to.
struct CalendarController: Sendable {
    let plans: PlanVisits
    let origin: SiteOrigin
    let limiter: RateLimiter
    let network: Network
    let words: [String: LocalizedText]

    /// GET /{lang}/plan/calendar
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await plans.visitors.visit(request) else {
            return Answers.seeOther(Routes.home(language))
        }
        let file = try await plans.desk.file(visit)
        guard file.plan != nil else { return Answers.seeOther(Routes.plan(language)) }
        let state: CalendarPage.State = try await plans.desk.hasFeed(visit) ? .exists : .none
        return plans.page(CalendarPage(state: state, isOnHold: isOnHold(file)), language, path: "plan/calendar", visit)
    }

    private func isOnHold(_ file: PlanFile) -> Bool { file.rest != nil || file.plan?.week.isEmpty ?? true }

    /// POST /{lang}/plan/calendar
    func change(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await plans.posted(request)
        let file = try await plans.desk.file(visit)
        guard file.plan != nil else { return Answers.seeOther(Routes.plan(language)) }
        switch form.single("_action") {
        case "revoke":
            try await plans.desk.revokeFeed(visit)
            return show(CalendarPage(state: .revoked, isOnHold: isOnHold(file)), visit, language)
        case "make":
            let typed = form.single("time") ?? ""
            guard let time = SessionTime(typed) else {
                let state: CalendarPage.State = try await plans.desk.hasFeed(visit) ? .exists : .none
                let page = CalendarPage(
                    state: state, time: String(typed.prefix(20)), isTimeFaulty: true, isOnHold: isOnHold(file))
                return plans.page(page, language, path: "plan/calendar", visit, isFaulty: true)
            }
            let code = try await plans.desk.makeFeed(visit)
            let address =
                origin.expected(host: request.head.authority) + Routes.calendarFeed(token: code.text)
                + "?t=\(time.digits)&lang=\(language.rawValue)"
            return show(
                CalendarPage(state: .fresh(address: address), time: time.text, isOnHold: isOnHold(file)), visit,
                language)
        default: throw SiteError.badRequest
        }
    }

    /// The answer to a POST has no address of its own to switch the language at.
    private func show(_ page: CalendarPage, _ visit: Visit, _ language: Language) -> Response {
        plans.pages.page(page, plans.visitors.context(language, path: nil, visit))
    }

    /// GET /{lang}/plan/calendar.ics
    func file(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await plans.visitors.visit(request) else {
            return Answers.seeOther(Routes.home(language))
        }
        let file = try await plans.desk.file(visit)
        guard file.plan != nil else { return Answers.seeOther(Routes.plan(language)) }
        let time = SessionTime(request.uri.queryParameters["time"].map(String.init) ?? "") ?? .standard
        let text = calendar(language, time).text(
            file, owner: visit.record.id, checkIns: plans.desk.pack.checkIns)
        var response = Self.answer(text)
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentDisposition] = "attachment; filename=\"sessions.ics\""
        return response
    }

    /// GET /calendar/{token}
    func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let name = context.parameters.get("token"), name.hasSuffix(".ics"),
            let code = LinkCode(typed: String(name.dropLast(4))), let found = try await plans.desk.feed(code)
        else {
            try limiter.take(.feedTry, network: network.network(of: request, context))
            throw SiteError.notFound
        }
        let query = request.uri.queryParameters
        let time = SessionTime(digits: query["t"].map(String.init) ?? "") ?? .standard
        let language = query["lang"].map(String.init).flatMap(Language.init) ?? .en
        let text = calendar(language, time).text(
            found.file, owner: found.owner, checkIns: plans.desk.pack.checkIns)
        var response = Self.answer(text)
        let tag = "\"\(PlanCalendar.tag(text))\""
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.eTag] = tag
        guard EntityTag.matches(request.headers[.ifNoneMatch], tag) else { return response }
        return Response(status: .notModified, headers: [.cacheControl: "private, no-cache", .eTag: tag])
    }

    private func calendar(_ language: Language, _ time: SessionTime) -> PlanCalendar {
        func word(_ id: String) -> String { words["calendar.\(id)"]?[language] ?? "" }
        return PlanCalendar(
            .init(name: word("feed-name"), session: word("feed-session"), checkIn: word("feed-check-in")),
            hour: time.hour, minute: time.minute)
    }

    private static func answer(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/calendar; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// A time of the day, `hh:mm`.
struct SessionTime: Hashable, Sendable {
    let hour: Int
    let minute: Int

    static let standard = SessionTime(hour: 8, minute: 0)

    private init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// From `hh:mm`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2 else { return nil }
        self.init(parts[0], parts[1])
    }

    /// From `hhmm`.
    init?(digits: String) {
        guard digits.utf8.count == 4 else { return nil }
        self.init(digits.prefix(2), digits.suffix(2))
    }

    private init?(_ hour: Substring, _ minute: Substring) {
        guard let hour = Int(hour), let minute = Int(minute), (0...23).contains(hour), (0...59).contains(minute) else {
            return nil
        }
        (self.hour, self.minute) = (hour, minute)
    }

    var digits: String { Self.two(hour) + Self.two(minute) }

    var text: String { Self.two(hour) + ":" + Self.two(minute) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
