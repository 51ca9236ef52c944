import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackStore
import MidbackWorkflows

/// Home page, start, and the steps of the survey.
struct SurveyController: Sendable {
    let visitors: Visitors
    let assess: Assess
    let pages: PageWriter
    let limiter: RateLimiter
    let network: Network
    let adultAge: Int

    var intake: Intake { visitors.intake }

    /// GET /{lang}/
    func home(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        // Never looks at the cookie: on a shared device the page must not show that there was a survey.
        pages.page(HomePage(), PageContext(language: language, path: ""))
    }

    /// POST /{lang}/survey
    func start(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        try limiter.take(.surveyStart, network: network.network(of: request, context))
        _ = try await visitors.forms.read(request)
        let session = try await intake.start(language)
        var response = Answers.seeOther(Routes.step(0, language))
        visitors.cookie.set(session, on: &response)
        return response
    }

    /// GET /{lang}/survey, as after a reload of the address bar.
    func index(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        return Answers.seeOther(visitors.goOn(visit, language))
    }

    /// GET /{lang}/survey/{step}
    func step(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let step = try number(context)
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        if let open = intake.firstIncompleteStep(visit.response), open < step {
            return Answers.seeOther(Routes.step(open, language))
        }
        // An address typed by hand does not lead around an emergency that nobody confirmed. What only the gate stops for
        // stays out here: answers of later pages would close the way back.
        if step > 0, try await assess.mustStop(visit, after: step) {
            return Answers.seeOther(Routes.stop(language))
        }
        let isReview = request.uri.queryParameters["from"] == "review"
        var view = StepView(step: step, visit.response, isFromReview: isReview)
        // Whoever goes on after a stop page is reminded of it on every later page.
        if request.uri.queryParameters["from"] == "signs" { view.notice = .afterSign }
        if step == 0, request.uri.queryParameters["from"] == "age" { view.notice = .underAge(adultAge) }
        if step > 0, assess.stop(visit.response) != nil { view.notice = .stopConfirmed }
        return show(view, visit, language)
    }

    /// POST /{lang}/survey/{step}
    func answer(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let step = try number(context)
        guard let visit = try await visitors.visit(request) else { throw SiteError.formExpired }
        let form = try await visitors.forms.read(request)
        let post = StepPost(step: step, form: form, visit: visit, language: language, intake: intake)
        if post.action == .underAge { return try await end(post, visit) }
        if let refusal = refuse(post, visit) ?? tooFast(post, visit, context) { return refusal }
        if let young = try await turnAway(post, visit) { return young }
        return try await accept(post, visit)
    }

    private func number(_ context: SiteContext) throws(SiteError) -> Int {
        guard let text = context.parameters.get("step"), text.utf8.count == 1, let number = Int(text),
            (0...Intake.lastStep).contains(number)
        else { throw .notFound }
        return number
    }

    func show(
        _ view: StepView, _ visit: Visit, _ language: Language, status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = view.page(visible: intake.visible(view.response, step: view.step), version: visit.version)
        let context = visitors.context(language, path: "survey/\(view.step)", visit)
        return pages.page(page, context, status: status)
    }

    /// Pages that change answers faster than anybody types. Danger is never held up.
    private func tooFast(_ post: StepPost, _ visit: Visit, _ context: SiteContext) -> Response? {
        guard post.reading.response != visit.response else { return nil }
        do {
            try limiter.take(.answerChange, survey: visit.record.id)
            return nil
        } catch {
            context.trace.note(error)
            return unsaved(post, visit, .tooFast, error)
        }
    }

    /// What was typed once more, unless it asks for an emergency page.
    func unsaved(_ post: StepPost, _ visit: Visit, _ notice: SurveyStepPage.Notice, _ error: SiteError) -> Response {
        if let danger = inDanger(post, visit, status: error.status) { return danger }
        var view = post.view
        view.notice = notice
        var response = show(view, visit, post.language, status: error.status)
        for field in error.headers { response.headers.append(field) }
        return response
    }

    /// Posts that change nothing: what was typed is shown again for another try.
    private func refuse(_ post: StepPost, _ visit: Visit) -> Response? {
        var view = post.view
        view.notice = .sendAgain
        if !visitors.isFrom(visit, post.form) { return show(view, visit, post.language, status: .forbidden) }
        view.notice = .unreadable
        if !post.form.faults.isEmpty { return show(view, visit, post.language, status: .badRequest) }
        if post.hasUnknownFields { return show(view, visit, post.language, status: .unprocessableContent) }
        guard post.isStale else { return nil }
        view.notice = .changedElsewhere
        return show(view, visit, post.language, status: .conflict)
    }
}
