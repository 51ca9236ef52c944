import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows

/// The guided session of a day, and its result.
struct SessionController: Sendable {
    let plans: PlanVisits

    /// GET /{lang}/plan/session/{day}
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        switch try await plans.follower(request, language) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            guard let text = context.parameters.get("day"), let day = day(text, follower) else {
                throw SiteError.notFound
            }
            guard let script = SessionScript(follower.plan, day: day, pack: plans.desk.pack) else {
                return Answers.seeOther(Routes.plan(language))
            }
            let page = SessionPage(
                plan: follower.plan, script: script, date: follower.file.today, key: plans.key(),
                owner: plans.desk.owner(of: follower.visit))
            return plans.page(page, language, path: "plan/session/\(text)", follower.visit)
        }
    }

    private func day(_ text: String, _ follower: PlanVisits.Follower) -> Int? {
        if text == "today" { return max(0, follower.plan.validFrom.days(to: follower.file.today)) % 7 }
        return Int(text).flatMap { (0...6).contains($0) && text.utf8.count == 1 ? $0 : nil }
    }

    /// POST /{lang}/plan/session
    func result(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await plans.posted(request)
        // A result may come late, after the plan was changed or put to rest: it is kept all the same.
        let file = try await plans.desk.file(visit)
        guard let history = file.log.history else { return Answers.seeOther(Routes.plan(language)) }
        let pack = plans.desk.pack
        guard form.single("owner").map({ $0 == plans.desk.owner(of: visit) }) ?? true else {
            // It waited on a shared device and belongs to somebody else's plan.
            throw SiteError.badRequest
        }
        let reading = SessionForm(form, today: file.today, tooMuch: pack.doses.painTooMuch)
        guard let record = reading.record(history) else {
            return again(form, reading.problems, visit, file, history, language)
        }
        do {
            try await PlanVisits.retrying { _ = try await plans.desk.record(record, in: visit) }
        } catch PlanDeskError.rejected(let problems) {
            return again(form, SessionForm.problems(problems), visit, file, history, language)
        }
        let leadsOn = record.stop?.opensDangerScreen == true
        return Answers.seeOther(leadsOn ? Routes.signs(language) : Routes.plan(language, note: .sessionSaved))
    }

    private func again(
        _ form: DecodedForm, _ problems: [AnswerProblem], _ visit: Visit, _ file: PlanFile, _ history: PlanHistory,
        _ language: Language
    ) -> Response {
        let plan = history.plan
        let today = max(0, plan.validFrom.days(to: file.today)) % 7
        let days = [today] + plan.week.map(\.day)
        let scripts = days.lazy.compactMap { SessionScript(plan, day: $0, pack: plans.desk.pack) }
        guard let script = scripts.first else { return Answers.seeOther(Routes.plan(language)) }
        let page = SessionPage(
            plan: plan, script: script, date: file.today, key: form.single("id") ?? plans.key(),
            owner: plans.desk.owner(of: visit), typed: form.answers, problems: problems)
        return plans.page(page, language, path: "plan/session/today", visit, isFaulty: true)
    }
}
