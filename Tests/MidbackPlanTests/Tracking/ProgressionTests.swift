import MidbackCore
import Testing

@testable import MidbackPlan

/// What a check-in does to the plan.
@Suite struct ProgressionTests {
    /// Someone with a history that can be bent.
    private struct Story {
        var profile: PlanProfile
        var history: PlanHistory
        let pack: PlanPack
        var today: CivilDate
        var checkIn: CheckIn

        init(_ id: String = "maya", weeks: Int = 1) throws {
            pack = try Fixtures.pack()
            profile = try Fixtures.persona(id)
            history = PlanHistory(PlanBuilder.build(profile, pack, today: Fixtures.today))
            today = Fixtures.today.adding(days: weeks * 7)
            checkIn = CheckIn(date: today, week: weeks, level: .selfCare, unsettledSessions: 0, settle: .hours)
            checkIn.answers = [.painAverage: [profile.painAverage], .painWorst: [profile.painWorst], .goals: [4]]
        }

        mutating func practise(
            _ count: Int, during: Int? = 2, effort: Int? = 5, settled: Bool? = true, daysAgo: Int = 6
        ) {
            let ids = history.plan.exercises.map(\.exercise)
            for index in 0..<count {
                let date = today.adding(days: -daysAgo + index)
                history.add(
                    SessionRecord(
                        id: "\(date)-\(index)", date: date, planVersion: history.plan.version, done: ids,
                        planned: ids.count, painDuring: during, effort: effort, settled: settled))
            }
        }

        func decide() -> Decision { Progression.next(history, checkIn, profile, pack, today: today) }
    }

    @Test func goodWeek_isProgress() throws {
        var story = try Story()
        story.practise(5)
        let decision = story.decide()
        #expect(decision.code == .progress)
        #expect(decision.next.version == 2 && decision.next.week == 1)
        #expect(!decision.changes.isEmpty && !decision.reasons.isEmpty)
        #expect(decision.reviewOn == story.today.adding(days: 7))
    }

    @Test(
        arguments: [
            (5, 3, 6, true, DecisionCode.progress), (5, 4, 5, true, .hold), (5, 5, 5, true, .hold),
            (5, 3, 7, true, .hold),
            (5, 6, 5, true, .regress), (5, 3, 5, false, .regress), (2, 3, 5, true, .hold), (3, 3, 5, true, .hold),
            (4, 3, 5, true, .progress), (1, 3, 5, true, .hold),
        ] as [(Int, Int, Int, Bool, DecisionCode)])
    func week_hasItsCode(
        _ sessions: Int, _ during: Int, _ effort: Int, _ settled: Bool, _ code: DecisionCode
    ) throws {
        var story = try Story()
        story.practise(sessions, during: during, effort: effort, settled: settled)
        story.checkIn.unsettledSessions = nil
        #expect(story.decide().code == code)
    }

    @Test func notTold_isNeverRead_asGood() throws {
        var story = try Story()
        story.practise(5, during: nil, effort: 5)
        #expect(story.decide().code == .hold)
        story = try Story()
        story.practise(5, effort: nil)
        #expect(story.decide().code == .hold)
        story = try Story()
        story.practise(5, settled: nil)
        story.checkIn.unsettledSessions = nil
        #expect(story.decide().code == .hold)
    }

    @Test func volume_growsByNoMoreThanTwentyPercent() throws {
        for id in ["maya", "carl", "rosa", "dee"] {
            var story = try Story(id)
            story.practise(5)
            let before = story.history.plan
            let decision = story.decide()
            guard decision.code == .progress, decision.next.irritability == before.summary.irritability else {
                continue
            }
            let after = PlanBuilder.build(story.profile, story.pack, today: story.today, state: decision.next)
            func weekly(_ plan: CarePlan) -> Int {
                plan.exercises.filter { $0.slot != .relaxation }.reduce(0) { $0 + $1.seconds * $1.days.count }
            }
            #expect(weekly(after) * 100 <= weekly(before) * 120, "\(id)")
        }
    }

    @Test func flare_halvesAndComesBackAtSeventyPercent() throws {
        var story = try Story("maya", weeks: 1)
        story.practise(5)
        story.checkIn.answers[.painAverage] = [6]
        let decision = story.decide()
        #expect(decision.code == .flare)
        // The limits of high irritability cut the doses; the cap sees to the half.
        #expect(decision.next.volume == 100)
        #expect(decision.next.weeklyCap == WeekLoad.training(story.history.plan) / 2)
        #expect(decision.next.mode == .flare(until: story.today.adding(days: 7)))
        #expect(decision.reviewOn == story.today.adding(days: 3))
        story.history.add(story.checkIn)
        story.history.add(
            PlanBuilder.build(story.profile, story.pack, today: story.today, state: decision.next), decision)
        story.today = story.today.adding(days: 7)
        story.checkIn = CheckIn(date: story.today, week: 2, level: .selfCare, unsettledSessions: 0, settle: .hours)
        story.checkIn.answers = [.painAverage: [4], .painWorst: [5]]
        story.practise(5)
        let back = story.decide()
        #expect(back.next.volume == 70 && back.next.mode == .normal)
        // The last good week was the first plan.
        #expect(back.next.weeklyCap == WeekLoad.training(story.history.plans[0]) * 70 / 100)
        #expect(back.next.walkCap == WeekLoad.walking(story.history.plans[0]) * 70 / 100)
        #expect(back.changes.contains { $0.id == .afterFlare })
    }

    @Test func regress_stepsDownByThirtyPercentAndAddsCalm() throws {
        var story = try Story()
        story.practise(5, during: 6)
        let decision = story.decide()
        #expect(decision.code == .regress)
        #expect(decision.next.volume == 70 && decision.next.addsRelaxation && decision.next.settledWeeks == 0)
        #expect(decision.next.kept.allSatisfy { $0.repetitions == 0 && $0.sets == 0 })
    }

    @Test func missedWeek_startsOneLevelLowerOnce_andIsNotScolded() throws {
        var story = try Story("maya", weeks: 2)
        story.practise(2, daysAgo: 12)
        let decision = story.decide()
        #expect(decision.code == .comeBack)
        let levels = decision.next.kept.map(\.level)
        #expect(zip(levels, [2, 2, 1, 1, 2]).allSatisfy { $0 <= $1 })
        story.history.add(
            PlanBuilder.build(story.profile, story.pack, today: story.today, state: decision.next), decision)
        story.today = story.today.adding(days: 7)
        story.checkIn.date = story.today
        #expect(story.decide().code != .comeBack)
        let texts = story.pack.progression.codes.map(\.text.en).joined(separator: " ").lowercased()
        for word in ["failed", "should have", "lazy", "missed"] { #expect(!texts.contains(word)) }
    }

    @Test func goalReachedForThreeWeeks_isGraduation() throws {
        var story = try Story("maya", weeks: 3)
        for week in 1...2 {
            var earlier = CheckIn(date: Fixtures.today.adding(days: week * 7), week: week, level: .selfCare)
            earlier.answers = [.painAverage: [2]]
            story.history.add(earlier)
        }
        story.practise(5)
        story.checkIn.answers = [.painAverage: [1], .goals: [8]]
        let decision = story.decide()
        #expect(decision.code == .graduate)
        let plan = PlanBuilder.build(story.profile, story.pack, today: story.today, state: decision.next)
        #expect(plan.week.count == 2)
        #expect(decision.reviewOn == story.today.adding(days: 28))
        #expect(plan.education.contains("prevention"))
    }

    @Test func dangerSign_restsThePlanWhateverElseWasSaid() throws {
        var story = try Story()
        story.practise(5)
        story.checkIn.level = .sameDayED
        let decision = story.decide()
        #expect(decision.code == .danger)
        #expect(decision.escalations.first == Escalation(id: .dangerSign, level: .sameDayED))
        let profile = Progression.profile(story.profile, after: story.checkIn, story.pack)
        let plan = PlanBuilder.build(profile, story.pack, today: story.today, state: decision.next)
        #expect(plan.scope == .none && plan.exercises.isEmpty)
    }

    @Test func newSign_restsThePlanUntilItIsLookedAt() throws {
        var story = try Story()
        story.practise(5)
        story.checkIn.newSigns = ["numb-strip"]
        #expect(story.decide().code == .danger)
        let open = Progression.profile(story.profile, after: story.checkIn, story.pack)
        let resting = PlanBuilder.build(open, story.pack, today: story.today, state: story.decide().next)
        #expect(resting.scope == .comfort)
        story.checkIn.isRescreened = true
        story.checkIn.level = .routine2Weeks
        #expect(story.decide().code == .progress)
    }

    @Test func irritability_risesAtOnceAndFallsByOneStep() throws {
        var story = try Story("carl")
        story.practise(5)
        story.checkIn.answers = [.painAverage: [2], .painWorst: [3]]
        story.checkIn.settle = .minutes
        #expect(story.decide().next.irritability == .moderate)
        var worse = try Story("maya")
        worse.practise(5)
        worse.checkIn.unsettledSessions = 3
        #expect(worse.decide().next.irritability == .high)
    }

    @Test func versions_areNeverOverwritten() throws {
        var story = try Story()
        story.practise(5)
        let decision = story.decide()
        let next = PlanBuilder.build(story.profile, story.pack, today: story.today, state: decision.next)
        let first = story.history.plan
        let isTaken = story.history.add(next, decision)
        let isTakenTwice = story.history.add(next, decision)
        #expect(isTaken && !isTakenTwice)
        #expect(story.history.plans == [first, next])
        #expect(story.history.plans.first?.version == 1 && next.version == 2)
    }

    @Test func exerciseRemovedFromTheContent_isReplaced() throws {
        var story = try Story()
        story.practise(5)
        let state = story.decide().next
        var smaller = story.pack
        smaller.library.exercises.removeAll { $0.id == "band-row" }
        let plan = PlanBuilder.build(story.profile, smaller, today: story.today, state: state)
        #expect(!plan.exercises.contains { $0.exercise == "band-row" })
        #expect(plan.exercises.count >= 3)
        PlanRules.check(plan, story.profile, smaller)
    }

    @Test func lateAndDoubleResults_countOnceOnTheirDay() throws {
        var story = try Story()
        let record = SessionRecord(
            id: "a", date: Fixtures.today, planVersion: 1, done: ["band-row"], planned: 1, settled: true)
        let isTaken = story.history.add(record)
        let isTakenTwice = story.history.add(record)
        #expect(isTaken && !isTakenTwice)
        var earlier = record
        earlier.id = "b"
        earlier.date = Fixtures.today.adding(days: -1)
        story.history.add(earlier)
        #expect(story.history.sessions.map(\.id) == ["b", "a"])
    }

    @Test func impossibleCheckIn_isRefusedWithEveryFault() throws {
        let story = try Story()
        var checkIn = story.checkIn
        checkIn.date = story.today.adding(days: 3)
        checkIn.answers = [.painAverage: [11], .goals: [1, 2, 3, 4]]
        checkIn.unsettledSessions = -1
        checkIn.newSigns = ["strange"]
        let problems = checkIn.problems(story.pack, plan: story.history.plan, today: story.today, earlier: [])
        #expect(
            Set(problems) == [
                .future, .outOfRange(.painAverage), .tooManyAnswers(.goals), .impossibleCount, .unknownSign("strange"),
            ])
        #expect(story.checkIn.problems(story.pack, plan: story.history.plan, today: story.today, earlier: []).isEmpty)
    }

    @Test func countsBeyondTheTime_areRefused() throws {
        let (pack, today) = (try Fixtures.pack(), Fixtures.today)
        let plan = PlanBuilder.build(try Fixtures.persona("maya"), pack, today: today)
        func problems(_ unsettled: Int, _ daysOff: Int, after days: Int) -> [TrackingProblem] {
            let day = today.adding(days: days)
            return CheckIn(
                date: day, week: 0, level: .selfCare, unsettledSessions: unsettled, daysOffWork: daysOff
            ).problems(pack, plan: plan, today: day, earlier: [])
        }
        #expect(problems(14, 7, after: 0) == [])
        #expect(problems(15, 8, after: 0) == [.impossibleCount, .impossibleDays])
        #expect(problems(0, 14, after: 7) == [])
    }

    @Test func impossibleSession_isRefused() throws {
        let story = try Story()
        let record = SessionRecord(
            id: "a", date: Fixtures.today.adding(days: -4), planVersion: 1, done: ["no-such"], planned: 0,
            painDuring: 12)
        let problems = record.problems(story.history.plan, today: story.today, earlier: [record])
        #expect(problems.contains(.duplicate) && problems.contains(.beforePlan) && problems.contains(.impossibleCount))
        #expect(problems.contains(.unknownExercise("no-such")))
    }
}
