import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows

/// Flare-ups and the short danger screen.
struct FlareController: Sendable {
    let plans: PlanVisits

    private var pack: PlanPack { plans.desk.pack }

    /// GET /{lang}/plan/flare: the danger screen; on the days of a flare-up the lighter plan.
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        switch try await plans.follower(request, language, isScreening: true) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            guard !follower.plan.week.isEmpty else { return Answers.seeOther(Routes.plan(language)) }
            let page = FlareUpPage(state: state(follower))
            return plans.page(page, language, path: "plan/flare", follower.visit)
        }
    }

    private func state(_ follower: PlanVisits.Follower) -> FlareUpPage.State {
        let today = follower.file.today
        let isFresh = follower.file.log.flares.last?.date == today
        if case .flare = follower.plan.state.mode, isFresh { return .helping(plan: follower.plan, today: today) }
        return .asking(key: plans.key())
    }

    /// POST /{lang}/plan/flare
    func report(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (posted, form) = try await plans.posted(request)
        switch try await plans.follower(posted, language, isScreening: true) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            guard !follower.plan.week.isEmpty else { return Answers.seeOther(Routes.plan(language)) }
            let reading = SignForm(form, pack)
            guard reading.problems.isEmpty else {
                let state = FlareUpPage.State.asking(
                    key: form.single("_key") ?? plans.key(), typed: form.answers, problems: reading.problems)
                return plans.page(
                    FlareUpPage(state: state), language, path: "plan/flare", follower.visit, isFaulty: true)
            }
            guard reading.signs.isEmpty else { return try await screened(reading, follower, language) }
            let file = try await PlanVisits.retrying {
                try await plans.desk.flare(key: reading.key, in: follower.visit)
            }
            // With weak bones a flare is no flare: the plan rests, and its page says why.
            let rests = file.log.history?.decisions.last?.code == .danger
            return Answers.seeOther(rests ? Routes.plan(language) : Routes.flare(language))
        }
    }

    /// GET /{lang}/plan/signs
    func signs(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        switch try await plans.follower(request, language, isScreening: true) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            let last = follower.file.log.lastSession
            let stopped = last?.date == follower.file.today ? last?.stop : nil
            return plans.page(
                SignsPage(stopped: stopped, key: plans.key()), language, path: "plan/signs", follower.visit)
        }
    }

    /// POST /{lang}/plan/signs
    func screen(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (posted, form) = try await plans.posted(request)
        switch try await plans.follower(posted, language, isScreening: true) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            let reading = SignForm(form, pack)
            guard reading.problems.isEmpty else {
                let page = SignsPage(
                    key: form.single("_key") ?? plans.key(), typed: form.answers, problems: reading.problems)
                return plans.page(page, language, path: "plan/signs", follower.visit, isFaulty: true)
            }
            return try await screened(reading, follower, language)
        }
    }

    private func screened(
        _ reading: SignForm, _ follower: PlanVisits.Follower, _ language: Language
    ) async throws -> Response {
        var visit = follower.visit
        let file = try await PlanVisits.retrying {
            try await plans.desk.screen(reading.signs, key: reading.key, in: &visit)
        }
        if file.rest == .openQuestions {
            return Answers.seeOther(plans.visitors.goOn(visit, language) + "?from=signs")
        }
        if reading.signs.isEmpty { return Answers.seeOther(Routes.plan(language, note: .signsClear)) }
        // The signs were answered in full already: the result says what they mean.
        return Answers.seeOther(Routes.review(language))
    }
}
