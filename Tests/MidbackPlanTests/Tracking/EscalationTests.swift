import MidbackCore
import Testing

@testable import MidbackPlan

/// When the plan sends a person to the clinic.
@Suite struct EscalationTests {
    private func escalations(
        _ id: String, days: Int, practised: Int = 0, _ change: (inout CheckIn, inout PlanProfile) -> Void
    ) throws -> [EscalationID] {
        let pack = try Fixtures.pack()
        var profile = try Fixtures.persona(id)
        let today = Fixtures.today.adding(days: days)
        var checkIn = CheckIn(date: today, week: days / 7, level: .selfCare)
        change(&checkIn, &profile)
        var history = PlanHistory(PlanBuilder.build(profile, pack, today: Fixtures.today))
        let ids = history.plan.exercises.map(\.exercise)
        for day in 0..<days where practised > 0 && day % 7 < practised {
            let date = Fixtures.today.adding(days: day)
            history.add(SessionRecord(id: "\(date)", date: date, planVersion: 1, done: ids, planned: ids.count))
        }
        return EscalationReview(history: history, checkIn: checkIn, profile: profile, pack: pack, today: today)
            .all().map(\.id)
    }

    @Test func severeAcutePainAfterThreeDays() throws {
        let ids = try escalations("carl", days: 3) { checkIn, profile in
            profile.painAverage = 8
            checkIn.answers = [.painAverage: [8]]
        }
        #expect(ids.contains(.severeAfter72h))
        let early = try escalations("carl", days: 2) { checkIn, profile in
            profile.painAverage = 8
            checkIn.answers = [.painAverage: [8]]
        }
        #expect(!early.contains(.severeAfter72h))
        #expect(
            try escalations("carl", days: 3) { checkIn, _ in checkIn.cannotCareForSelf = true }
                .contains(.severeAfter72h))
    }

    @Test func acuteWithoutChangeAfterTwoWeeks() throws {
        let same = try escalations("carl", days: 14, practised: 6) { checkIn, _ in checkIn.answers = [.painAverage: [5]]
        }
        #expect(same.contains(.noChange2Weeks))
        let better = try escalations("carl", days: 14, practised: 6) { checkIn, _ in
            checkIn.answers = [.painAverage: [4]]
        }
        #expect(!better.contains(.noChange2Weeks))
        let subacute = try escalations("maya", days: 14, practised: 6) { checkIn, _ in
            checkIn.answers = [.painAverage: [4]]
        }
        #expect(!subacute.contains(.noChange2Weeks))
    }

    @Test func worseByTwoPoints() throws {
        let ids = try escalations("maya", days: 14, practised: 6) { checkIn, _ in checkIn.answers = [.painAverage: [6]]
        }
        #expect(ids.contains(.worse2Weeks))
    }

    @Test(arguments: [(4, 4, true), (4, 3, true), (4, 2, false), (4, 4, true)])
    func littleChangeAfterSixWeeks(_ start: Int, _ now: Int, _ holds: Bool) throws {
        let ids = try escalations("maya", days: 42, practised: 6) { checkIn, _ in
            checkIn.answers = [.painAverage: [now], .goals: [4]]
        }
        #expect(ids.contains(.littleChange6Weeks) == holds)
        let goals = try escalations("maya", days: 42, practised: 6) { checkIn, _ in
            checkIn.answers = [.painAverage: [now], .goals: [6]]
        }
        #expect(!goals.contains(.littleChange6Weeks))
    }

    @Test func stillLimitedAfterTwelveWeeks() throws {
        let ids = try escalations("maya", days: 84, practised: 6) { checkIn, _ in
            checkIn.answers = [.painAverage: [4], .goals: [5]]
        }
        #expect(ids.contains(.limited12Weeks))
        let fine = try escalations("maya", days: 84, practised: 6) { checkIn, _ in
            checkIn.answers = [.painAverage: [4], .goals: [8]]
        }
        #expect(!fine.contains(.limited12Weeks))
    }

    @Test func moodTwiceOrStrongOnce() throws {
        #expect(
            try escalations("dee", days: 28, practised: 6) { checkIn, _ in checkIn.answers = [.mood: [2, 1]] }
                .contains(.moodOrWorry))
        #expect(
            !(try escalations("maya", days: 28, practised: 6) { checkIn, _ in checkIn.answers = [.mood: [2, 1]] }
                .contains(.moodOrWorry)))
        #expect(
            try escalations("maya", days: 28, practised: 6) { checkIn, _ in checkIn.answers = [.worry: [3, 2]] }
                .contains(.moodOrWorry))
    }

    @Test func offWorkAndFewSessions() throws {
        #expect(
            try escalations("maya", days: 14, practised: 6) { checkIn, _ in checkIn.daysOffWork = 14 }
                .contains(.offWork))
        #expect(try escalations("maya", days: 14, practised: 1) { _, _ in }.contains(.fewSessions))
        #expect(!(try escalations("maya", days: 14, practised: 6) { _, _ in }.contains(.fewSessions)))
    }

    @Test func signs_leadBackToItemsOfTheSurvey() throws {
        for sign in try Fixtures.pack().escalation.signs { #expect(!sign.items.isEmpty, "\(sign.id)") }
        #expect(try escalations("maya", days: 7) { checkIn, _ in checkIn.newSigns = ["fever"] }.contains(.newSign))
    }
}
