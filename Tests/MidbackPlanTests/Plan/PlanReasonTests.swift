import MidbackCore
import Testing

@testable import MidbackPlan

/// The plan says why, in the person's language.
@Suite struct PlanReasonTests {
    @Test func weakBones_areNamedWhenFoamRollingIsOut() throws {
        let pack = try Fixtures.pack()
        let plan = PlanBuilder.build(try Fixtures.persona("rosa"), pack, today: Fixtures.today)
        let left = try #require(plan.leftOut.first { $0.exercise == "foam-roll-thoracic" })
        let writer = ReasonWriter(pack, language: .en)
        #expect(
            left.reasons.map(writer.text).first
                == "Foam rolling for the mid-back is not in your plan because you told us about weak bones.")
        let spanish = ReasonWriter(pack, language: .es)
        #expect(left.reasons.map(spanish.text).first?.contains("huesos débiles") == true)
    }

    /// A visit to book sets the limits of weak bones; nobody is told that they have weak bones.
    @Test func limitsOfALevel_areNotCalledWeakBones() throws {
        let pack = try Fixtures.pack()
        let profile = try Fixtures.healthy { profile in
            profile.level = .routine2Weeks
            profile.firedRules = ["RF-155"]
            profile.minutes = 30
        }
        let plan = PlanBuilder.build(profile, pack, today: Fixtures.today)
        #expect(plan.scope == .limited && plan.summary.levelFlags == [.osteoporosis])
        let reasons =
            plan.reasons + plan.exercises.flatMap(\.reasons) + plan.leftOut.flatMap(\.reasons)
            + plan.remedies.flatMap(\.reasons)
        let writer = ReasonWriter(pack, language: .en)
        for reason in reasons { #expect(!writer.text(reason).contains("weak bones"), "\(reason)") }
        #expect(plan.exercises.allSatisfy(\.cautions.isEmpty) && !plan.education.contains("bone-health"))
        let left = plan.leftOut.first { $0.exercise == "childs-pose" }
        #expect(left?.reasons.first?.id == .outLimited)
    }

    /// The sentence about pain names the limit of the plan, also where care lowers it.
    @Test func painSentence_isTheLimitOfThePlan() throws {
        let pack = try Fixtures.pack()
        let guarded = try Fixtures.healthy { $0.flags = [.init(.fracture, .answer)] }
        let plan = PlanBuilder.build(guarded, pack, today: Fixtures.today)
        #expect(plan.painCeiling == 3 && plan.reasons.contains(Reason(.painCareful, ["number": "3"])))
        #expect(!plan.reasons.contains { $0.id == .irritabilityLow || $0.id == .irritabilityModerate })
        let fine = PlanBuilder.build(try Fixtures.healthy(), pack, today: Fixtures.today)
        #expect(fine.reasons.contains { $0.id == .irritabilityLow })
    }

    @Test func shortTime_isNamedWhenAnExerciseIsLeftOut() throws {
        let pack = try Fixtures.pack()
        var profile = try Fixtures.persona("maya")
        profile.minutes = 5
        profile.irritability = .low
        profile.activity = .fiveOrMore
        profile.stage = .chronic
        let plan = PlanBuilder.build(profile, pack, today: Fixtures.today)
        #expect(plan.week.allSatisfy { $0.seconds <= 300 })
        let left = plan.leftOut.flatMap(\.reasons).filter { $0.id == .outTime }
        let shorter = plan.exercises.flatMap(\.reasons).filter { $0.id == .doseTime }
        #expect(!left.isEmpty || !shorter.isEmpty)
        let writer = ReasonWriter(pack, language: .en)
        let sentence = Reason(.outTime, ["exercise": "band-row", "minutes": "12", "slot": "strength"])
        #expect(writer.text(sentence) == "12 minutes fit, so Band row was left out.")
    }

    @Test func everyReason_canBeWrittenInBothLanguages() throws {
        let pack = try Fixtures.pack()
        for language in Language.allCases {
            let writer = ReasonWriter(pack, language: language)
            for sentence in pack.reasons {
                var reason = Reason(sentence.id)
                reason.parameters = sentence.parameters.map { .init(name: $0, value: "2") }
                let text = writer.text(reason)
                #expect(!text.contains("{") && !text.isEmpty, "\(sentence.id)")
            }
        }
    }

    @Test func everyReasonOfManyPlans_hasAllItsParameters() throws {
        let pack = try Fixtures.pack()
        for id in ["maya", "carl", "rosa", "dee"] {
            let plan = PlanBuilder.build(try Fixtures.persona(id), pack, today: Fixtures.today)
            let all =
                plan.reasons + plan.exercises.flatMap(\.reasons) + plan.leftOut.flatMap(\.reasons)
                + plan.habits.flatMap(\.reasons) + plan.remedies.flatMap(\.reasons)
            for reason in all {
                let sentence = try #require(pack.reasons.first { $0.id == reason.id })
                #expect(sentence.parameters == reason.parameters.map(\.name), "\(reason.id)")
            }
        }
    }

    @Test func education_neverRepeatsWithinTwoWeeks() throws {
        let ids = (try Fixtures.pack()).education.map(\.id)
        for count in 1...ids.count {
            let some = Array(ids.prefix(count))
            var last: [String: Int] = [:]
            for day in 0..<100 {
                guard let id = EducationCalendar.message(some, day: day) else { continue }
                if let before = last[id] { #expect(day - before >= 14) }
                last[id] = day
            }
        }
        #expect(EducationCalendar.message([], day: 3) == nil)
    }

    @Test func pacing_startsBelowTheBaseline() throws {
        let pacing = try Fixtures.pack().pacing
        #expect(pacing.start(baseline: 6, isFlare: false) == 4)
        #expect(pacing.start(baseline: 10, isFlare: true) == 5)
        #expect(pacing.start(baseline: 1, isFlare: true) == 1)
    }
}
