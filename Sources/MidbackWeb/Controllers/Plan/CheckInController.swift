import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows

/// Check-ins, and what they led to.
struct CheckInController: Sendable {
    let plans: PlanVisits

    private var pack: PlanPack { plans.desk.pack }

    /// GET /{lang}/plan/check-in: the form, or what today's check-in led to.
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        switch try await plans.follower(request, language, isScreening: true) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            if let done = done(follower.history, follower.file.today) {
                return plans.page(done, language, path: "plan/check-in", follower.visit)
            }
            guard let page = form(follower, key: plans.key()) else {
                return Answers.seeOther(Routes.plan(language))
            }
            return plans.page(page, language, path: "plan/check-in", follower.visit)
        }
    }

    private func done(_ history: PlanHistory, _ today: CivilDate) -> CheckInDonePage? {
        guard history.checkIns.last?.date == today, let decision = history.decisions.last, decision.date == today,
            let before = history.plans.last(where: { $0.version == decision.planVersion })
        else { return nil }
        return CheckInDonePage(decision: decision, before: before, after: history.plan)
    }

    /// POST /{lang}/plan/check-in
    func send(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (posted, form) = try await plans.posted(request)
        switch try await plans.follower(posted, language, isScreening: true) {
        case .elsewhere(let response): return response
        case .follower(let follower): return try await send(form, follower, language)
        }
    }

    private func send(
        _ form: DecodedForm, _ follower: PlanVisits.Follower, _ language: Language
    ) async throws -> Response {
        guard let due = due(follower) else { return Answers.seeOther(Routes.plan(language)) }
        let goals = goals(follower)
        let reading = CheckInForm(form, CheckInQuestion.all(due, goals: goals.count, in: pack), pack)
        guard reading.problems.isEmpty else { return again(form, reading.problems, follower, language) }
        var visit = follower.visit
        do {
            let file = try await PlanVisits.retrying {
                try await plans.desk.checkIn(
                    reading.checkIn(follower.file.today), key: reading.signs.key, in: &visit)
            }
            return Answers.seeOther(address(after: file, visit, language))
        } catch PlanDeskError.rejected(let problems) where problems.contains(.duplicate) {
            guard !reading.signs.signs.isEmpty else { return Answers.seeOther(Routes.checkIn(language)) }
            // One check-in a day, but a sign is never too many.
            let file = try await PlanVisits.retrying {
                try await plans.desk.screen(reading.signs.signs, key: nil, in: &visit)
            }
            return Answers.seeOther(address(after: file, visit, language))
        } catch PlanDeskError.rejected(let problems) {
            return again(form, Self.problems(problems), follower, language)
        }
    }

    /// Open questions first: a new sign goes through the survey before anything else is shown.
    private func address(after file: PlanFile, _ visit: Visit, _ language: Language) -> String {
        file.rest == .openQuestions ? plans.visitors.goOn(visit, language) + "?from=signs" : Routes.checkIn(language)
    }

    private func again(
        _ form: DecodedForm, _ problems: [AnswerProblem], _ follower: PlanVisits.Follower, _ language: Language
    ) -> Response {
        let key = form.single("_key") ?? plans.key()
        guard let page = self.form(follower, key: key, form.answers, problems) else {
            return Answers.seeOther(Routes.plan(language))
        }
        return plans.page(page, language, path: "plan/check-in", follower.visit, isFaulty: true)
    }

    private static func problems(_ found: [TrackingProblem]) -> [AnswerProblem] {
        found.map { problem in
            switch problem {
            case .outOfRange(let measure), .tooManyAnswers(let measure):
                AnswerProblem(linkId: "\(measure.rawValue)-0", kind: .outOfRange)
            case .unknownSign: AnswerProblem(linkId: "sign", kind: .unknownOption)
            case .impossibleDays: AnswerProblem(linkId: "days-off", kind: .outOfRange)
            default: AnswerProblem(linkId: "unsettled", kind: .outOfRange)
            }
        }
    }

    private func week(_ follower: PlanVisits.Follower) -> Int {
        max(0, follower.plan.startedOn.days(to: follower.file.today) / 7)
    }

    /// What is due this week; between two weeks of the schedule the one before. In the first week the questions of
    /// week 1, because those of the start are part of the survey.
    private func due(_ follower: PlanVisits.Follower) -> CheckInPlan? {
        let week = max(1, week(follower))
        return pack.checkIns.last { $0.week > 0 && $0.week <= week } ?? pack.checkIns.first { $0.week > 0 }
    }

    private func goals(_ follower: PlanVisits.Follower) -> [String] {
        guard case .lines(let lines)? = follower.visit.response.answers["psfs-activity"] else { return [] }
        return Array(lines.prefix(pack.measure(.goals)?.answers[1] ?? 3))
    }

    private func form(
        _ follower: PlanVisits.Follower, key: String, _ typed: [String: [String]] = [:],
        _ problems: [AnswerProblem] = []
    ) -> CheckInPage? {
        guard let due = due(follower) else { return nil }
        let last = follower.history.sessions.last { $0.counts }?.date ?? follower.plan.startedOn
        return CheckInPage(
            due: due, week: week(follower), goals: goals(follower), key: key,
            isBack: last.days(to: follower.file.today) >= pack.progression.returnDays, typed: typed,
            problems: problems)
    }
}
