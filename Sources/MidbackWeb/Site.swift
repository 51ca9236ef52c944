import Foundation
import HTTPTypes
import Hummingbird
import MidbackContent
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// All controllers and middleware of one server, made once at start.
struct Site: Sendable {
    private let configuration: ServerConfiguration
    private let dependencies: Dependencies
    private let pages: PageWriter
    private let languages: LanguageChoice
    private let origin: SiteOrigin
    private let survey: SurveyController
    private let stop: StopController
    private let review: ReviewController
    private let result: ResultController
    private let library: LibraryController
    private let link: LinkController
    private let privacy: PrivacyController
    private let files: StaticController
    private let health: HealthController
    private let figures: FigureController
    private let app: AppController
    private let exercises: ExercisesController
    private let plan: PlanController
    private let session: SessionController
    private let checkIn: CheckInController
    private let flare: FlareController
    private let follow: FollowController
    private let whatIf: WhatIfController
    private let calendar: CalendarController

    init(_ configuration: ServerConfiguration, _ dependencies: Dependencies) throws(WebError) {
        self.configuration = configuration
        self.dependencies = dependencies
        pages = PageWriter(renderer: try Self.renderer(configuration, dependencies))
        languages = LanguageChoice(offered: configuration.clinic.languages)
        origin = SiteOrigin(configuration)
        let intake = Intake(
            engine: dependencies.engine, store: dependencies.responses, environment: dependencies.environment,
            retention: configuration.retention)
        let assess = Assess(
            engine: dependencies.engine, store: dependencies.responses, environment: dependencies.environment)
        let visitors = Visitors(
            intake: intake, cookie: VisitorCookie(isSecure: configuration.isSecure),
            forms: FormReader(limits: configuration.limits))
        let limiter = RateLimiter(configuration.limits, environment: dependencies.environment)
        let network = Network(trustedProxies: configuration.trustedProxies)
        survey = SurveyController(
            visitors: visitors, assess: assess, pages: pages, limiter: limiter, network: network,
            adultAge: configuration.adultAge)
        stop = StopController(visitors: visitors, assess: assess, pages: pages)
        review = ReviewController(visitors: visitors, assess: assess, pages: pages)
        result = ResultController(visitors: visitors, assess: assess, pages: pages)
        library = LibraryController(visitors: visitors, assess: assess, pages: pages)
        link = LinkController(
            visitors: visitors, pages: pages, origin: origin, limiter: limiter, network: network, languages: languages,
            qrLabel: dependencies.engine.pack.words["link.qr"])
        privacy = PrivacyController(
            visitors: visitors, pages: pages, exitURL: configuration.clinic.neutralExitURL)
        files = StaticController(pages.renderer.staticFiles)
        health = HealthController(health: dependencies.health)
        figures = FigureController(dependencies.plan)
        app = AppController(pages: pages)
        let desk = PlanDesk(
            content: dependencies.plan, assess: assess, intake: intake, store: dependencies.plans,
            environment: dependencies.environment,
            timeZone: TimeZone(identifier: configuration.clinic.timeZone) ?? .gmt)
        let plans = PlanVisits(
            visitors: visitors, desk: desk, pages: pages, profile: configuration.clinic.profile,
            environment: dependencies.environment, limiter: limiter)
        exercises = ExercisesController(plans: plans)
        plan = PlanController(plans: plans)
        session = SessionController(plans: plans)
        checkIn = CheckInController(plans: plans)
        flare = FlareController(plans: plans)
        follow = FollowController(plans: plans, origin: origin, qrLabel: dependencies.engine.pack.words["link.qr"])
        whatIf = WhatIfController(plans: plans)
        calendar = CalendarController(
            plans: plans, origin: origin, limiter: limiter, network: network, words: dependencies.engine.pack.words)
    }

    private static func renderer(
        _ configuration: ServerConfiguration, _ dependencies: Dependencies
    ) throws(WebError) -> PageRenderer {
        do {
            return try PageRenderer(
                pack: dependencies.engine.pack, plan: dependencies.plan.pack, clinic: configuration.clinic)
        } catch {
            throw .pages(error)
        }
    }

    /// Middleware stand in the order in which they see a request.
    func router() -> Router<SiteContext> {
        var table = RouteTable()
        let routes = allRoutes
        for route in routes { table.add(route.pattern, route.method.rawValue) }
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: UnreadBodyMiddleware(linger: configuration.limits.lingerSeconds))
        router.add(middleware: RequestLogMiddleware(logger: dependencies.logger))
        router.add(
            middleware: SecurityHeadersMiddleware(
                exitURL: configuration.clinic.neutralExitURL, isSecure: configuration.isSecure))
        router.add(middleware: CompressionMiddleware())
        router.add(
            middleware: ErrorPageMiddleware(
                pages: pages, routes: table, languages: languages, environment: dependencies.environment))
        router.add(middleware: SameSiteMiddleware(origin: origin))
        for route in routes { router.on(RouterPath(route.pattern), method: route.method, use: route.handler) }
        return router
    }

    private var allRoutes: [Route] {
        shared + configuration.clinic.languages.flatMap { language in perLanguage.map { $0.route(in: language) } }
    }

    private var shared: [Route] {
        [
            Route("/", .get) { request, _ in
                var response = Answers.seeOther(Routes.home(languages.preferred(request.headers[.acceptLanguage])))
                response.status = .found
                response.headers[values: .vary] += ["Accept-Language"]
                return response
            },
            Route("/static/{name}", .get) { try files.file($0, $1) },
            Route("/r/{token}", .get) { try await link.resume($0, $1) },
            Route("/calendar/{token}", .get) { try await calendar.feed($0, $1) },
            Route("/sw.js", .get) { try await app.worker($0, $1) },
            Route("/healthz", .get) { try await health.alive($0, $1) },
            Route("/readyz", .get) { try await health.ready($0, $1) },
        ]
    }

    private var perLanguage: [LanguageRoute] {
        [
            LanguageRoute("", .get, survey.home),
            LanguageRoute("survey", .post, survey.start),
            LanguageRoute("survey", .get, survey.index),
            LanguageRoute("survey/review", .get, review.page),
            LanguageRoute("survey/review", .post, review.finish),
            LanguageRoute("survey/{step}", .get, survey.step),
            LanguageRoute("survey/{step}", .post, survey.answer),
            LanguageRoute("stop", .get, stop.page),
            LanguageRoute("stop", .post, stop.goOn),
            LanguageRoute("result", .get, result.page),
            LanguageRoute("result/print-friendly", .get, result.page),
            LanguageRoute("result/why", .get, result.page),
            LanguageRoute("causes", .get, library.causes),
            LanguageRoute("causes/{id}", .get, library.cause),
            LanguageRoute("rules/{id}", .get, library.rule),
            LanguageRoute("about/{topic}", .get, library.about),
            LanguageRoute("link", .get, link.page),
            LanguageRoute("link", .post, link.change),
            LanguageRoute("come-back", .get, link.form),
            LanguageRoute("come-back", .post, link.comeBack),
            LanguageRoute("exit", .post, privacy.exit),
            LanguageRoute("delete", .get, privacy.ask),
            LanguageRoute("delete", .post, privacy.delete),
        ] + planRoutes
    }

    private var planRoutes: [LanguageRoute] {
        [
            LanguageRoute("exercises", .get, exercises.index),
            LanguageRoute("exercises/{id}", .get, exercises.exercise),
            LanguageRoute("figures/{name}", .get) { try figures.figure($0, $1, $2) },
            LanguageRoute("app.webmanifest", .get, app.manifest),
            LanguageRoute("plan", .get, plan.page),
            LanguageRoute("plan", .post, plan.make),
            LanguageRoute("plan/session/{day}", .get, session.page),
            LanguageRoute("plan/session", .post, session.result),
            LanguageRoute("plan/check-in", .get, checkIn.page),
            LanguageRoute("plan/check-in", .post, checkIn.send),
            LanguageRoute("plan/flare", .get, flare.page),
            LanguageRoute("plan/flare", .post, flare.report),
            LanguageRoute("plan/signs", .get, flare.signs),
            LanguageRoute("plan/signs", .post, flare.screen),
            LanguageRoute("plan/progress", .get, follow.progress),
            LanguageRoute("plan/print", .get, follow.print),
            LanguageRoute("plan/export", .get, follow.export),
            LanguageRoute("plan/export.json", .get, follow.exportFile),
            LanguageRoute("plan/what-if", .get, whatIf.page),
            LanguageRoute("plan/what-if", .post, whatIf.compare),
            LanguageRoute("plan/calendar", .get, calendar.page),
            LanguageRoute("plan/calendar", .post, calendar.change),
            LanguageRoute("plan/calendar.ics", .get, calendar.file),
        ]
    }
}
