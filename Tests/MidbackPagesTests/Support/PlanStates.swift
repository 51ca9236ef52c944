import MidbackCore
import MidbackPages
import MidbackPlan

/// States of exercises, plan, print, what-if, export and calendar.
struct PlanStates {
    private let kitchen: PlanKitchen
    private let pack: ContentPack
    private let machine: SurveyMachine
    private static let today = PlanPeople.today
    private static let qr = "<svg viewBox=\"0 0 21 21\" aria-hidden=\"true\"><path d=\"M0 0h7v7H0z\"/></svg>"

    init(engine: Engine, plan: PlanPack) throws {
        kitchen = PlanKitchen(engine: engine, plan: plan)
        pack = engine.pack
        machine = SurveyMachine(engine)
    }

    var all: [PageStates.State] { exercises + absent + plans + later + tries + papers + records + calendars }

    private func state(_ name: String, _ page: any Page, _ path: String?, hasAnswers: Bool = true) -> PageStates.State {
        PageStates.State(name: name, page: page, path: path, hasAnswers: hasAnswers)
    }

    private var exercises: [PageStates.State] {
        let plan = kitchen.plan(PlanPeople.frail)
        let planned = plan.exercises.first?.exercise ?? "cat-cow-seated"
        let left = plan.leftOut.first { $0.reasons.contains { $0.id == .outFlag } }?.exercise ?? "cat-cow"
        return [
            state("exercises", ExercisesPage(), "exercises", hasAnswers: false),
            state("exercise", ExercisePage(exercise: "cat-cow"), "exercises/cat-cow", hasAnswers: false),
            state("exercise-planned", ExercisePage(exercise: planned, plan: plan), "exercises/\(planned)"),
            state("exercise-left-out", ExercisePage(exercise: left, plan: plan), "exercises/\(left)"),
        ]
    }

    private func page(_ state: PlanPage.State, _ day: Int = 0) -> PlanPage {
        PlanPage(state: state, today: Self.today.adding(days: day))
    }

    private var absent: [PageStates.State] {
        [
            state("plan-no-result", page(.noResult), "plan", hasAnswers: false),
            state("plan-not-offered", page(.notOffered), "plan"), state("plan-waiting", page(.waiting), "plan"),
            state("plan-none", page(.preview(kitchen.plan(Personas.cord))), "plan"),
            state("plan-rests", page(.current(PlanHistory(kitchen.plan(Personas.cord)))), "plan"),
            state("plan-unanswered", page(.preview(kitchen.plan(PlanPeople.open))), "plan"),
            state("plan-offer", page(.preview(kitchen.plan(PlanPeople.desk))), "plan"),
            state("plan-offer-comfort", page(.preview(kitchen.plan(Personas.fragile))), "plan"),
        ]
    }

    private func fresh(_ response: QuestionnaireResponse) -> PlanPage {
        page(.current(PlanHistory(kitchen.plan(response))))
    }

    private var plans: [PageStates.State] {
        var made = fresh(PlanPeople.desk)
        made.notice = .made
        var resting = fresh(PlanPeople.unscreened)
        resting.today = Self.today.adding(days: 3)
        return [
            state("plan", made, "plan"), state("plan-rest-day", resting, "plan"),
            state("plan-comfort", fresh(Personas.fragile), "plan"),
            state("plan-frail", fresh(PlanPeople.frail), "plan"),
            state("plan-limited", fresh(PlanPeople.booked), "plan"),
            state("plan-medicine-stop", fresh(PlanPeople.thinner), "plan"),
            state("plan-medicine-ask", fresh(PlanPeople.older), "plan"),
        ]
    }

    private var later: [PageStates.State] {
        let history = kitchen.history(PlanPeople.desk, pain: 4)
        let flare = kitchen.history(PlanPeople.desk, pain: 8)
        var done = page(.current(PlanHistory(kitchen.plan(PlanPeople.desk))))
        if case .current(var first) = done.state {
            let ids = first.plan.exercises.map(\.exercise)
            first.add(
                SessionRecord(id: "one", date: Self.today, planVersion: 1, done: ids, planned: ids.count, painDuring: 3)
            )
            done.state = .current(first)
        }
        done.notice = .sessionSaved
        return [
            state("plan-done-today", done, "plan"), state("plan-changed", page(.current(history), 14), "plan"),
            state("plan-flare", page(.current(flare), 14), "plan"),
        ]
    }

    // MARK: What if

    private func visible(_ response: QuestionnaireResponse) -> Set<String> {
        Set(pack.questionnaire.steps.flatMap { machine.visibleItems(of: $0.number, response).map(\.linkId) })
    }

    private func tryOut(_ then: QuestionnaireResponse?, _ change: (inout WhatIfPage) -> Void = { _ in }) -> WhatIfPage {
        let wish = WhatIfPage.Wish(minutes: 15, days: 5, equipment: [.mat, .band], floor: true)
        var page = WhatIfPage(
            wish: wish, response: PlanPeople.desk, visible: visible(PlanPeople.desk),
            comparison: then.map { .init(now: kitchen.side(PlanPeople.desk), then: kitchen.side($0)) })
        change(&page)
        return page
    }

    private var tries: [PageStates.State] {
        let less = tryOut(
            PlanPeople.desk.with(["minutes": ["5"], "equipment": ["none"], "floor-ok": ["no"]])
        ) { $0.wish = .init(minutes: 5, days: 5, equipment: [], floor: false) }
        let worse = tryOut(
            PlanPeople.desk.with(["gate-nerves": ["saddle-numb", "pee-hard"], "neuro-tempo": ["hours"]])
        ) {
            $0.wish.item = "gate-nerves"
            $0.wish.answer = "pee-hard"
        }
        let faulty = tryOut(nil) {
            $0.wish.item = "age-years"
            $0.wish.answer = "forty"
            $0.problems = [.answer]
        }
        return [
            state("what-if", tryOut(nil), "plan/what-if"), state("what-if-less", less, "plan/what-if"),
            state("what-if-urgent", worse, "plan/what-if"), state("what-if-faults", faulty, "plan/what-if"),
        ]
    }

    // MARK: Paper, export, calendar

    private var papers: [PageStates.State] {
        let address = "clinic.example/en/plan"
        return [
            state(
                "plan-print",
                PlanPrintPage(plan: kitchen.plan(PlanPeople.desk), from: Self.today, address: address, qr: Self.qr),
                "plan/print"),
            state(
                "plan-print-frail",
                PlanPrintPage(
                    plan: kitchen.plan(PlanPeople.frail), from: Self.today.adding(days: 2), address: address),
                "plan/print"),
        ]
    }

    private var records: [PageStates.State] {
        let history = kitchen.history(PlanPeople.desk, pain: 4)
        return [
            state("export", ExportPage(response: PlanPeople.desk, history: history), "plan/export"),
            state("export-empty", ExportPage(response: QuestionnaireResponse(), history: nil), "plan/export"),
        ]
    }

    private var calendars: [PageStates.State] {
        let fresh = CalendarPage.State.fresh(address: "https://clinic.example/calendar/4fQzT0vKkB1h2m8yWcXn5A.ics")
        return [
            state("calendar", CalendarPage(state: .none), "plan/calendar"),
            state("calendar-exists", CalendarPage(state: .exists, time: "18:30"), "plan/calendar"),
            state("calendar-fresh", CalendarPage(state: fresh), nil),
            state("calendar-revoked", CalendarPage(state: .revoked, isOnHold: true), "plan/calendar"),
            state("calendar-faults", CalendarPage(state: .none, time: "25:00", isTimeFaulty: true), "plan/calendar"),
        ]
    }
}
