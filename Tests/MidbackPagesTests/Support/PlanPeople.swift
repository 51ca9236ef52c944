import MidbackCore
import MidbackPages
import MidbackPlan

/// Invented people whose answers lead to plans of every kind.
enum PlanPeople {
    /// The desk worker with a band and a mat, 15 minutes on 5 days, who passed the medicine screen and fears moving.
    static let desk = Personas.strain.with(
        [
            "pain-duration": ["6-12w"], "onset-speed": ["gradual"], "onset-trigger": ["none"],
            "worse-moves": ["sitting"], "worse-other": ["none"], "pain-site": ["between-blades"],
            "flare-settle-time": ["hours"], "usual-activity": ["1-2"], "goal-tags": ["sitting-work", "sleep"],
            "minutes": ["15"], "equipment": ["band", "mat"], "floor-ok": ["yes"], "exercise-limits": ["none"],
            "wants-medicine-info": ["yes"], "med-stop": ["none"], "med-ask": ["none"],
        ],
        numbers: [
            "pain-average": 5, "pain-worst": 6, "fear-move": 6, "expect-recovery": 7, "sleep-quality": 4,
            "days-per-week": 5,
        ])

    /// The same person, who did not answer the questions about medicine.
    static let unscreened = desk.without(["wants-medicine-info", "med-stop", "med-ask"])

    /// Takes a blood thinner and a pill for low mood.
    static let thinner = desk.with(["med-stop": ["blood-thinner"], "med-ask": ["antidepressant"]])

    /// Was 62 last month and asks about medicine: a pharmacist first.
    static let older = desk.with(["med-ask": ["bp-diabetes"]], numbers: ["age-years": 62])

    /// Weak bones, no floor, a chair and 5 minutes: much is left out.
    static let frail = desk.with(
        [
            "health-main": ["thin-bones"], "floor-ok": ["no"], "equipment": ["chair"], "minutes": ["5"],
            "exercise-limits": ["unsteady", "knee"], "sex-at-birth": ["female"], "wants-medicine-info": ["no"],
        ], numbers: ["age-years": 68]
    ).without(["med-stop", "med-ask"])

    /// A new pain on the spine at 70: a visit is to be booked, so the plan has limits.
    static let booked = desk.with(
        [
            "pain-site": ["mid-spine-bone"], "pain-duration": ["1-6w"], "pain-trend": ["same"], "spot-size": ["palm"],
            "equipment": ["band", "chair"], "med-ask": ["none"],
        ], numbers: ["age-years": 70])

    /// Has not answered what a plan must know.
    static let open = desk.without(["exercise-limits"])

    /// A day that never moves: Monday, January 11, 2027.
    static let today = CivilDate(daysSinceEpoch: 20_829)
}

extension QuestionnaireResponse {
    /// The same answers without some.
    func without(_ linkIds: [String]) -> QuestionnaireResponse {
        QuestionnaireResponse(answers: answers.filter { !linkIds.contains($0.key) })
    }
}

/// Plans from real answers: through rules and causes to a profile and its plan.
struct PlanKitchen {
    let engine: Engine
    let plan: PlanPack

    func profile(_ response: QuestionnaireResponse) -> PlanProfile {
        ProfileReader(plan).profile(response, engine.assess(response))
    }

    func plan(_ response: QuestionnaireResponse) -> CarePlan {
        PlanEngine(plan).build(profile(response), today: PlanPeople.today)
    }

    func side(_ response: QuestionnaireResponse) -> WhatIfPage.Side {
        WhatIfPage.Side(level: engine.assess(response).triage.level, plan: plan(response))
    }

    /// Two weeks of sessions, a check-in and the next version.
    func history(_ response: QuestionnaireResponse, pain: Int) -> PlanHistory {
        let profile = profile(response)
        var history = PlanHistory(PlanEngine(plan).build(profile, today: PlanPeople.today))
        let planned = history.plan.exercises.map(\.exercise)
        for day in [0, 1, 2, 4, 5, 7, 8, 9, 11, 12] {
            history.add(
                SessionRecord(
                    id: "session-\(day)", date: PlanPeople.today.adding(days: day), planVersion: 1, done: planned,
                    planned: planned.count, painBefore: 4, painDuring: day == 5 ? 6 : 4, painAfter: 3, effort: 4,
                    settled: day != 5, tooPainful: day == 5 ? Array(planned.suffix(1)) : [],
                    stop: day == 5 ? .ended : nil))
        }
        let today = PlanPeople.today.adding(days: 14)
        let checkIn = CheckIn(
            date: today, week: 2, level: history.plan.level, answers: [.painAverage: [pain], .mood: [1, 1]],
            unsettledSessions: 1, settle: .hours, daysOffWork: 0)
        let decision = Progression.next(history, checkIn, profile, plan, today: today)
        history.add(checkIn)
        history.add(PlanEngine(plan).build(profile, today: today, state: decision.next), decision)
        return history
    }
}
