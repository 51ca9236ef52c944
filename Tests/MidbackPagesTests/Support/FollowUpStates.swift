import MidbackCore
import MidbackPages
import MidbackPlan

/// States of session, check-in, progress, flare-up and danger screen, made with invented people and a simulated course.
struct FollowUpStates {
    let engine: Engine
    let plan: PlanPack

    /// A day that never moves.
    static let today = CivilDate(daysSinceEpoch: 20_828)
    static let key = "7d3b2f60-4c1e-4d57-9a0e-2f4f8f7f3b11"

    /// The desk worker of the other states, with what a plan needs to know.
    static let worker = Personas.strain.with(
        [
            "pain-duration": ["6-12w"], "exercise-limits": ["none"], "floor-ok": ["yes"], "minutes": ["15"],
            "equipment": ["chair", "band"], "flare-settle-time": ["hours"],
        ],
        numbers: [
            "pain-average": 5, "pain-worst": 6, "peg-enjoy": 5, "peg-activity": 6, "psfs-score": 4, "fear-move": 3,
            "sleep-quality": 6, "days-per-week": 4,
        ])

    var profile: PlanProfile { ProfileReader(plan).profile(Self.worker, engine.assess(Self.worker)) }

    /// Someone whose back is easily sore: a low limit, cautions, easier ways.
    var careful: PlanProfile {
        var profile = profile
        profile.irritability = .high
        profile.painAverage = 6
        profile.flags.append(.init(.osteoporosis, .answer))
        return profile
    }

    func script(_ profile: PlanProfile) -> (plan: CarePlan, script: SessionScript)? {
        let made = PlanBuilder.build(profile, plan, today: Self.today)
        return SessionScript(made, day: 0, pack: plan).map { (made, $0) }
    }

    var all: [PageStates.State] { sessions + signs + flares + checkIns + decisions + progress }

    private func state(_ name: String, _ page: any Page, _ path: String) -> PageStates.State {
        PageStates.State(name: name, page: page, path: "plan/" + path)
    }

    // MARK: Forms

    private var sessions: [PageStates.State] {
        guard let usual = script(profile), let careful = script(careful) else { return [] }
        var faulty = SessionPage(plan: usual.plan, script: usual.script, date: Self.today, key: Self.key)
        faulty.typed = [
            "pain-before": ["3"], "done": [usual.script.parts[0].exercise], "pain-after": ["11"], "stop": ["ended"],
        ]
        faulty.problems = [AnswerProblem(linkId: "pain-after", kind: .outOfRange)]
        return [
            state(
                "session", SessionPage(plan: usual.plan, script: usual.script, date: Self.today, key: Self.key),
                "session/0"),
            state(
                "session-careful",
                SessionPage(plan: careful.plan, script: careful.script, date: Self.today, key: Self.key),
                "session/0"),
            state("session-faults", faulty, "session/0"),
        ]
    }

    private static let missing = [AnswerProblem(linkId: "sign", kind: .required)]
    private static let exclusive = [AnswerProblem(linkId: "sign", kind: .exclusive)]

    private var signs: [PageStates.State] {
        [
            state("signs", SignsPage(key: Self.key), "signs"),
            state("signs-after-pain", SignsPage(stopped: .pain, key: Self.key), "signs"),
            state("signs-after-sign", SignsPage(stopped: .newSign, key: Self.key), "signs"),
            state("signs-faults", SignsPage(key: Self.key, problems: Self.missing), "signs"),
        ]
    }

    private var flares: [PageStates.State] {
        let asking = FlareUpPage(state: .asking(key: Self.key))
        let faulty = FlareUpPage(
            state: .asking(key: Self.key, typed: ["sign": ["fever", "none"]], problems: Self.exclusive))
        let reduced = weeks(.flare).first { if case .flare = $0.plan.state.mode { true } else { false } }?.plan
        guard let reduced else { return [] }
        return [
            state("flare", asking, "flare"), state("flare-faults", faulty, "flare"),
            state("flare-helping", FlareUpPage(state: .helping(plan: reduced, today: reduced.validFrom)), "flare"),
            state(
                "flare-helping-rest-day",
                FlareUpPage(state: .helping(plan: reduced, today: restDay(reduced))), "flare"),
        ]
    }

    private func restDay(_ plan: CarePlan) -> CivilDate {
        let day = (0..<7).first { day in !plan.week.contains { $0.day == day } }
        return plan.validFrom.adding(days: day ?? 0)
    }

    private func due(_ week: Int) -> CheckInPlan? { plan.checkIns.first { $0.week == week } }

    private var checkIns: [PageStates.State] {
        guard let first = due(1), let fourth = due(4), let last = due(52) else { return [] }
        let goals = ["carry my son", "<b>drive</b>"]
        var faulty = CheckInPage(due: fourth, week: 4, goals: goals, key: Self.key)
        faulty.typed = [
            "sign": ["none", "fever"], "nprs-average-0": ["3"], "phq-2-0": ["1"], "groc-0": ["-2"],
            "unsettled": ["many"], "days-off": ["900"], "settle": ["hours"], "self-care": ["yes"],
        ]
        faulty.problems = [
            AnswerProblem(linkId: "sign", kind: .exclusive), AnswerProblem(linkId: "unsettled", kind: .wrongType),
            AnswerProblem(linkId: "days-off", kind: .outOfRange),
        ]
        return [
            state("check-in", CheckInPage(due: first, week: 1, goals: goals, key: Self.key), "check-in"),
            state(
                "check-in-back", CheckInPage(due: fourth, week: 4, goals: [], key: Self.key, isBack: true), "check-in"),
            state("check-in-faults", faulty, "check-in"),
            state("check-in-year", CheckInPage(due: last, week: 52, goals: goals, key: Self.key), "check-in"),
        ]
    }

    // MARK: Courses

    func weeks(_ kind: CourseKind) -> [CourseWeek] {
        CourseSimulator(plan, start: Self.today).run(kind, profile)
    }

    /// The first week of every kind of decision that the courses come to.
    private var decisions: [PageStates.State] {
        var seen: Set<DecisionCode> = []
        return CourseKind.allCases.flatMap { kind -> [PageStates.State] in
            let weeks = weeks(kind)
            return zip(weeks, weeks.dropFirst()).compactMap { week, next in
                guard let decision = week.decision, seen.insert(decision.code).inserted else { return nil }
                let page = CheckInDonePage(decision: decision, before: week.plan, after: next.plan)
                return state("check-in-done-\(decision.code.rawValue.lowercased())", page, "check-in")
            }
        }
    }

    func history(_ kind: CourseKind, weeks count: Int) -> PlanHistory {
        let weeks = weeks(kind).prefix(count)
        var history = PlanHistory(weeks[0].plan)
        for (number, week) in weeks.enumerated() {
            for day in week.plan.week.prefix(week.adherence.done) {
                history.add(
                    SessionRecord(
                        id: "\(number)-\(day.day)", date: week.plan.validFrom.adding(days: day.day),
                        planVersion: week.plan.version, done: day.exercises, planned: day.exercises.count))
            }
            if let checkIn = week.checkIn { history.add(checkIn) }
            if number + 1 < weeks.count { history.add(weeks[number + 1].plan, week.decision) }
        }
        return history
    }

    private func progressPage(_ kind: CourseKind, weeks: Int) -> ProgressPage {
        ProgressPage(
            history: history(kind, weeks: weeks), baseline: profile.baseline,
            today: Self.today.adding(days: weeks * 7 - 1))
    }

    private var progress: [PageStates.State] {
        let start = ProgressPage(
            history: PlanHistory(PlanBuilder.build(profile, plan, today: Self.today)), baseline: profile.baseline,
            today: Self.today)
        return [
            state("progress-start", start, "progress"),
            state("progress", progressPage(.steadyImprover, weeks: 7), "progress"),
            state("progress-twelve-weeks", progressPage(.flare, weeks: 13), "progress"),
            state("progress-worse", progressPage(.flare, weeks: 4), "progress"),
        ]
    }
}
