import Foundation
import MidbackCore
import MidbackPlan
import MidbackStore
import MidbackTestSupport
import MidbackWorkflows
import Testing

/// One store with the workflows on it.
struct Workroom {
    let test = TestEnvironment()
    let stores = Stores.inMemory()
    let intake: Intake
    let assess: Assess
    let desk: PlanDesk

    init() {
        intake = Intake(engine: TestPack.engine, store: stores.responses, environment: test.environment)
        assess = Assess(engine: TestPack.engine, store: stores.responses, environment: test.environment)
        desk = PlanDesk(
            content: TestPack.plan, assess: assess, intake: intake, store: stores.plans,
            environment: test.environment, timeZone: .gmt)
    }

    /// A person who has started.
    func newVisit() async throws -> Visit {
        let session = try await intake.start(.en)
        return try #require(try await intake.visit(session))
    }

    /// A person with all required answers, each step a version.
    func answeredVisit(_ given: [String: [String]] = [:]) async throws -> Visit {
        var visit = try await newVisit()
        for step in 0...8 {
            let form = TestPack.form(step, visit.response, given)
            let response = TestPack.machine.read(step: step, form: form, shown: [], into: visit.response).response
            test.pass(30)
            try await intake.save(response, .en, in: &visit)
        }
        return visit
    }

    /// A person with a plan.
    func plannedVisit(_ given: [String: [String]] = [:]) async throws -> (Visit, PlanFile) {
        let ready = ["exercise-limits": ["none"], "minutes": ["20"]]
        let visit = try await answeredVisit(ready.merging(given) { _, new in new })
        try await assess.finish(visit, .en)
        return (visit, try await desk.make(visit))
    }

    /// A session of today in which everything was done.
    func session(_ file: PlanFile, _ change: (inout SessionRecord) -> Void = { _ in }) throws -> SessionRecord {
        let plan = try #require(file.plan)
        let ids = plan.exercises.map(\.exercise)
        var record = SessionRecord(
            id: test.environment.uuid().uuidString.lowercased(), date: desk.today, planVersion: plan.version,
            done: ids, planned: ids.count, painBefore: 3, painDuring: 3, painAfter: 3, effort: 4, settled: true)
        change(&record)
        return record
    }

    /// A check-in of today with a pain.
    func checkIn(pain: Int, signs: [String] = []) -> CheckIn {
        var checkIn = CheckIn(date: desk.today, week: 0, level: .selfCare, newSigns: signs)
        checkIn.answers = [.painAverage: [pain], .painWorst: [pain]]
        checkIn.unsettledSessions = 0
        return checkIn
    }
}
