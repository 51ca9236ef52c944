import MidbackCore
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

    init() {
        intake = Intake(engine: TestPack.engine, store: stores.responses, environment: test.environment)
        assess = Assess(engine: TestPack.engine, store: stores.responses, environment: test.environment)
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
}
