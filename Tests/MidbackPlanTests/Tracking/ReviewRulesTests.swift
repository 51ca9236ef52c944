import MidbackCore
import Testing

@testable import MidbackPlan

/// Rules a physiotherapist asked for: weak bones, the end of a flare, weeks without change, triggers.
@Suite struct ReviewRulesTests {
    private let today = Fixtures.today

    private func checkIn(_ week: Int, pain: Int?, goals: Int? = nil, _ history: PlanHistory) -> CheckIn {
        var checkIn = CheckIn(
            date: history.plan.startedOn.adding(days: week * 7), week: week, level: .selfCare, unsettledSessions: 0,
            settle: .hours)
        if let pain { checkIn.answers[.painAverage] = [pain] }
        if let pain { checkIn.answers[.painWorst] = [min(10, pain + 1)] }
        if let goals { checkIn.answers[.goals] = [goals] }
        return checkIn
    }

    /// One week done well, and the decision after it.
    private func week(
        _ number: Int, pain: Int?, goals: Int? = nil, _ profile: PlanProfile, _ history: inout PlanHistory
    ) throws -> Decision {
        let pack = try Fixtures.pack()
        let ids = history.plan.exercises.map(\.exercise)
        let end = history.plan.startedOn.adding(days: number * 7)
        for day in 0..<5 where !ids.isEmpty {
            let date = end.adding(days: day - 6)
            history.add(
                SessionRecord(
                    id: "\(date)", date: date, planVersion: history.plan.version, done: ids, planned: ids.count,
                    painDuring: 2, effort: 5, settled: true))
        }
        let checkIn = checkIn(number, pain: pain, goals: goals, history)
        let decision = Progression.next(history, checkIn, profile, pack, today: end)
        history.add(checkIn)
        history.add(try Fixtures.engine().build(profile, today: end, state: decision.next), decision)
        return decision
    }

    // MARK: Weak bones

    private func fracture(isCleared: Bool = false, isAcute: Bool = false) throws -> PlanProfile {
        try Fixtures.healthy { profile in
            profile.flags = [.init(.fracture, .answer)]
            profile.overrides = [.fracture]
            profile.stage = isAcute ? .acute : .subacute
            profile.activity = .fiveOrMore
            profile.clearance.fractureIsCleared = isCleared
        }
    }

    @Test func fractureWithoutClearance_staysInPhaseAAtLevel1WithLittlePain() throws {
        let profile = try fracture()
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        for number in 1...9 {
            let plan = history.plan
            #expect(plan.phase == .a && plan.painCeiling == 3 && plan.painRise == 2)
            #expect(plan.exercises.allSatisfy { $0.personLevel == 1 && $0.dose.level <= 1 })
            _ = try week(number, pain: 2, goals: 6, profile, &history)
        }
    }

    @Test func boneRuleWithoutClearance_isGuarded() throws {
        var profile = try Fixtures.healthy { $0.firedRules = ["RF-155"] }
        profile.level = .routine2Weeks
        let engine = try Fixtures.engine()
        let plan = engine.build(profile, today: today)
        #expect(plan.phase == .a && plan.painCeiling == 3 && plan.painRise == 2)
        var history = PlanHistory(plan)
        for number in 1...4 {
            let decision = try week(number, pain: 2, goals: 8, profile, &history)
            #expect(!decision.changes.contains { $0.id == .addedLevel || $0.id == .phase })
        }
        profile.clearance.clinicianHasSeen = true
        let seen = engine.build(profile, today: today)
        #expect(seen.phase == .b && seen.painCeiling == 5)
    }

    @Test func clearedFracture_isAtLevel2AtMost() throws {
        let plan = try Fixtures.engine().build(try fracture(isCleared: true), today: today)
        #expect(!plan.exercises.isEmpty && plan.exercises.allSatisfy { $0.personLevel <= 2 })
    }

    @Test(arguments: [PlanFlag.osteoporosis, .fracture])
    func flareWithWeakBones_restsThePlan(_ flag: PlanFlag) throws {
        let pack = try Fixtures.pack()
        let engine = try Fixtures.engine()
        let profile = try Fixtures.healthy { profile in
            profile.flags = [.init(flag, .answer)]
            profile.clearance.clinicianHasSeen = true
        }
        let history = PlanHistory(engine.build(profile, today: today))
        #expect(!history.plan.exercises.isEmpty)
        let day = today.adding(days: 2)
        let decision = Progression.flare(history, level: .selfCare, profile, pack, today: day)
        #expect(decision.code == .danger)
        #expect(decision.reasons == [Reason(.weakBonesFlare)])
        let plan = engine.build(profile, today: day, state: decision.next)
        #expect(plan.exercises.isEmpty && plan.habits.isEmpty && plan.level == .urgent24To72h)
        #expect(plan.reasons.contains(Reason(.weakBonesFlare)))
        #expect(Progression.profile(profile, after: decision).clearance.clinicianHasSeen == false)
    }

    @Test func painUpAtTheCheckIn_restsThePlanUntilSomeoneWasSeen() throws {
        var profile = try Fixtures.healthy { $0.flags = [.init(.osteoporosis, .answer)] }
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        let first = try week(1, pain: 5, profile, &history)
        #expect(first.code == .danger)
        #expect(first.escalations.first == Escalation(id: .dangerSign, level: .urgent24To72h))
        #expect(history.plan.exercises.isEmpty)
        #expect(try week(2, pain: 3, profile, &history).code == .danger)
        #expect(history.plan.exercises.isEmpty)
        profile.clearance.clinicianHasSeen = true
        #expect(try week(3, pain: 3, profile, &history).code == .comeBack)
        #expect(!history.plan.exercises.isEmpty)
    }

    @Test func painUpAgainAfterItFell_restsThePlanToo() throws {
        let profile = try Fixtures.healthy { $0.flags = [.init(.osteoporosis, .answer)] }
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        _ = try week(1, pain: 1, goals: 6, profile, &history)
        #expect(try week(2, pain: 3, goals: 6, profile, &history).reasons == [Reason(.weakBonesFlare)])
    }

    // MARK: Flare

    @Test func flare_endsOnlyWhenThePainIsBack() throws {
        let profile = try Fixtures.persona("maya")
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        _ = try week(1, pain: 3, goals: 6, profile, &history)
        #expect(try week(2, pain: 6, goals: 6, profile, &history).code == .flare)
        let held = try week(3, pain: 5, goals: 6, profile, &history)
        #expect(held.code == .hold && held.reasons == [Reason(.flareStays)])
        if case .flare = held.next.mode {} else { Issue.record("the flare ended") }
        #expect(held.escalations.first == Escalation(id: .flare7Days, level: .routine2Weeks))
        #expect(history.plan.escalations.contains { $0.id == .flare7Days })
        let back = try week(4, pain: 4, goals: 6, profile, &history)
        #expect(back.next.mode == .normal && back.changes.contains { $0.id == .afterFlare })
    }

    /// A flare that is reported again goes on; it does not push its last day, and with it the clinic, away.
    @Test func flareReportedAgain_keepsItsLastDay_andAsksForTheClinicAfterAWeek() throws {
        let pack = try Fixtures.pack()
        let engine = try Fixtures.engine()
        let profile = try Fixtures.persona("maya")
        var history = PlanHistory(engine.build(profile, today: today))
        let first = Progression.flare(history, level: .selfCare, profile, pack, today: today.adding(days: 1))
        #expect(first.next.mode == .flare(until: today.adding(days: 8)) && first.escalations.isEmpty)
        history.add(engine.build(profile, today: today.adding(days: 1), state: first.next), first)
        #expect(!history.plan.escalations.contains { $0.id == .flare7Days })
        let second = Progression.flare(history, level: .selfCare, profile, pack, today: today.adding(days: 8))
        #expect(second.next.mode == first.next.mode)
        #expect(second.escalations == [Escalation(id: .flare7Days, level: .routine2Weeks)])
        let text = pack.escalation.triggers.first { $0.id == .flare7Days }?.text
        #expect(text?.en.contains("within a week") == true && text?.es.contains("menos de una semana") == true)
    }

    // MARK: Without change

    /// What the body takes well may grow, and the phase stays; from week six on a clinician looks first.
    @Test func twoWeeksWithoutChange_keepThePhase() throws {
        let profile = try Fixtures.persona("maya")
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        let goals = profile.baseline.first { $0.measure == .goals }.map { Int($0.value) }
        #expect(try week(1, pain: 4, goals: goals, profile, &history).code == .progress)
        for number in 2...8 {
            let decision = try week(number, pain: 4, goals: goals, profile, &history)
            #expect(decision.code == (number < 6 ? .progress : .hold), "week \(number)")
            #expect(decision.reasons.contains { $0.id == (number < 6 ? .noChangeYet : .noChange) }, "week \(number)")
            #expect(history.plan.phase < .c)
            #expect(!decision.changes.contains { $0.id == .phase }, "week \(number)")
        }
    }

    @Test func littleChangeAfterSixWeeks_waitsForTheReview() throws {
        var profile = try Fixtures.healthy { profile in
            profile.painAverage = 5
            profile.stage = .chronic
            profile.irritability = .moderate
        }
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        for number in 1...5 { #expect(try week(number, pain: 4, profile, &history).code == .progress) }
        #expect(try week(6, pain: 4, profile, &history).code == .hold)
        profile.clearance.clinicianHasSeen = true
        #expect(try week(7, pain: 4, profile, &history).code == .progress)
    }

    // MARK: Triggers and doses

    @Test func lowMoodAtTheStart_isOfferedHelp() throws {
        let plan = try Fixtures.engine().build(
            try Fixtures.healthy { $0.baseline = [MeasureValue(measure: .mood, value: 3)] }, today: today)
        #expect(plan.escalations.contains { $0.id == .moodOrWorry })
        let fine = try Fixtures.engine().build(
            try Fixtures.healthy { $0.baseline = [MeasureValue(measure: .mood, value: 2)] }, today: today)
        #expect(!fine.escalations.contains { $0.id == .moodOrWorry })
    }

    @Test func onlyTheMostUrgentVisit_isAskedFor() throws {
        let profile = try Fixtures.persona("carl")
        var history = PlanHistory(try Fixtures.engine().build(profile, today: today))
        _ = try week(1, pain: 5, profile, &history)
        let decision = try week(2, pain: 8, profile, &history)
        #expect(decision.escalations.count { $0.level != nil } == 1)
    }

    @Test func breathing_isNeverHalf() throws {
        for id in ["maya", "carl", "rosa", "dee"] {
            var profile = try Fixtures.persona(id)
            profile.irritability = .high
            profile.flags = PlanFlag.allCases.filter { $0 != .fracture }.map { .init($0, .answer) }
            for flag in PlanFlag.allCases {
                profile.flags = [.init(flag, .answer)]
                for item in try Fixtures.engine().build(profile, today: today).exercises
                where item.exercise.hasSuffix("breathing") {
                    #expect(!item.isHalfRange, "\(item.exercise) with \(flag)")
                }
            }
        }
    }

    @Test func firstWeek_replacesNothing() throws {
        for id in ["maya", "carl", "rosa", "dee"] {
            let plan = try Fixtures.engine().build(try Fixtures.persona(id), today: today)
            #expect(!plan.exercises.flatMap(\.reasons).contains { $0.id == .doseReplaced }, "\(id)")
        }
    }

    @Test func maintenance_keepsAUsefulSize() throws {
        let profile = try Fixtures.persona("maya")
        let engine = try Fixtures.engine()
        let first = engine.build(profile, today: today)
        var state = first.state
        state.mode = .maintenance
        state.week = 10
        state.walkMinutes = 11
        state.walkCap = 66
        let plan = engine.build(profile, today: today, state: state)
        let walk = try #require(plan.habits.first { $0.kind == .aerobic })
        #expect(walk.minutes == 20 && WeekLoad.walking(plan) <= 66)
        let strong = plan.exercises.filter { $0.slot == .strength && $0.dose.repetitions != nil }
        #expect(strong.allSatisfy { $0.dose.sets >= 2 && ($0.dose.repetitions ?? 0) >= 8 })
    }
}
