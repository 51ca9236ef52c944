import Foundation
import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWorkflows

@Suite struct GateTrailTests {
    private let room = Workroom()
    private let danger = ["gate-now": ["passed-out"]]

    /// Stores the same answers with and without the ticked row, and gives the visit afterwards.
    private func takenBack(isOld: Bool) async throws -> Visit {
        var visit = try await room.newVisit()
        for given in [danger, [:]] {
            let response = TestPack.completed(TestPack.response(given))
            room.test.pass(30)
            if isOld {
                visit.record.latestVersion = try await room.stores.responses.append(
                    answers: AnswersCodec.encode(response), to: visit.record.id, expectedVersion: visit.version,
                    now: room.test.now)
            } else {
                try await room.intake.save(response, .en, in: &visit)
            }
        }
        return try #require(try await room.intake.visit(visit.session))
    }

    @Test func trail_isStoredWithTheAnswers() async throws {
        let visit = try await takenBack(isOld: false)
        let latest = try #require(try await room.stores.responses.latest(id: visit.record.id))
        let stored = try AnswersCodec.decodeWithTrail(latest.answers)
        #expect(stored.trail?.lists["gate-now"]?.keys.sorted() == ["passed-out"])
        #expect(stored.response == visit.response)
        #expect(try await room.assess.contradicted(visit) == ["gate-now"])
    }

    @Test func surveyOfAnEarlierProgram_isReadOnce_andCarriesItsTrailOn() async throws {
        var visit = try await takenBack(isOld: true)
        #expect(try await room.assess.contradicted(visit) == ["gate-now"])
        visit.response.answers["age-years"] = .number(41)
        var changed = visit.response
        changed.answers["age-years"] = .number(42)
        try await room.intake.save(changed, .en, in: &visit)
        let latest = try #require(try await room.stores.responses.latest(id: visit.record.id))
        #expect(try AnswersCodec.decodeWithTrail(latest.answers).trail?.lists["gate-now"] != nil)
        #expect(try await room.assess.contradicted(visit) == ["gate-now"])
    }

    @Test func privateRows_leaveNoTrail() async throws {
        var visit = try await room.newVisit()
        let response = TestPack.response(["gate-other": ["self-harm"]])
        try await room.intake.save(response, .en, in: &visit)
        #expect(visit.trail.lists["gate-other"] == nil)
    }
}
