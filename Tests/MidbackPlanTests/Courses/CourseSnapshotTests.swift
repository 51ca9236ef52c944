import MidbackCore
import Testing

@testable import MidbackPlan

/// Plans and courses as a physiotherapist would read them.
@Suite struct CourseSnapshotTests {
    private static let personas = ["maya", "carl", "rosa", "dee"]

    @Test(arguments: personas)
    func persona_hasThePlanThatWasReviewed(_ id: String) throws {
        let pack = try Fixtures.pack()
        let plan = PlanBuilder.build(try Fixtures.persona(id), pack, today: Fixtures.today)
        let writer = ReasonWriter(pack, language: .en, causes: Fixtures.causes)
        let lines = PlanReport(pack, language: .en, writer: writer).full(plan)
        try Snapshot.expect(lines.joined(separator: "\n") + "\n", named: "plan-\(id)")
    }

    @Test(arguments: CourseKind.allCases)
    func course_runsAsReviewed(_ kind: CourseKind) throws {
        let pack = try Fixtures.pack()
        let weeks = CourseSimulator(pack, start: Fixtures.today).run(kind, try Fixtures.persona("maya"))
        #expect(weeks.count == 13)
        let text = CourseReport(pack, language: .en, causes: Fixtures.causes).text("Maya, \(kind.rawValue)", weeks)
        try Snapshot.expect(text, named: "course-\(kind.rawValue)")
    }

    @Test(arguments: personas, CourseKind.allCases)
    func course_neverLeavesTheRules(_ id: String, _ kind: CourseKind) throws {
        let pack = try Fixtures.pack()
        let profile = try Fixtures.persona(id)
        for week in CourseSimulator(pack, start: Fixtures.today).run(kind, profile) {
            PlanRules.check(week.plan, profile, pack)
        }
    }

    @Test func spanishCourse_hasNoEnglishReason() throws {
        let pack = try Fixtures.pack()
        let weeks = CourseSimulator(pack, start: Fixtures.today).run(.steadyImprover, try Fixtures.persona("maya"))
        let writer = ReasonWriter(pack, language: .es, causes: Fixtures.causes)
        let english = ReasonWriter(pack, language: .en, causes: Fixtures.causes)
        for reason in weeks.flatMap({ $0.plan.reasons + ($0.decision?.reasons ?? []) }) {
            #expect(writer.text(reason) != english.text(reason), "\(reason.id)")
            #expect(!writer.text(reason).contains("{"))
        }
    }
}
