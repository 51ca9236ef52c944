import Foundation
import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWorkflows

@Suite struct IntakeTests {
    private let room = Workroom()

    @Test func start_makesAnEmptySurvey() async throws {
        let visit = try await room.newVisit()
        #expect(visit.version == 0)
        #expect(!visit.hasAnswers)
        #expect(visit.record.packDigest == TestPack.engine.pack.digest)
        #expect(room.intake.place(visit) == .step(0))
    }

    @Test func unknownCookie_leadsNowhere() async throws {
        _ = try await room.newVisit()
        #expect(try await room.intake.visit(SessionToken(room.test.environment)) == nil)
    }

    @Test func save_isVersioned_andReadBack() async throws {
        let visit = try await room.answeredVisit()
        let again = try #require(try await room.intake.visit(visit.session))
        #expect(again.response == visit.response)
        #expect(again.version == visit.version)
        #expect(room.intake.firstIncompleteStep(again.response) == nil)
    }

    @Test func sameAnswers_makeNoVersion() async throws {
        var visit = try await room.answeredVisit()
        let before = visit.version
        try await room.intake.save(visit.response, .en, in: &visit)
        #expect(visit.version == before)
    }

    @Test func twoTabs_collideWithoutLoss() async throws {
        var one = try await room.newVisit()
        var two = one
        try await room.intake.save(QuestionnaireResponse(answers: ["age-years": .number(40)]), .en, in: &one)
        await #expect(throws: IntakeError.changedMeanwhile(latestVersion: 1)) {
            try await room.intake.save(QuestionnaireResponse(answers: ["age-years": .number(50)]), .en, in: &two)
        }
        #expect(try await room.intake.visit(one.session)?.response.answers["age-years"] == .number(40))
    }

    @Test func place_followsTheAnswers() async throws {
        var visit = try await room.newVisit()
        for step in 0...6 {
            #expect(room.intake.place(visit) == .step(step))
            let form = TestPack.form(step, visit.response)
            visit.response = TestPack.machine.read(step: step, form: form, shown: [], into: visit.response).response
        }
        #expect(room.intake.place(visit) == .step(7))
    }

    @Test func delete_leavesNothing_andMayBeAskedTwice() async throws {
        let visit = try await room.answeredVisit()
        try await room.intake.delete(visit)
        try await room.intake.delete(visit)
        #expect(try await room.intake.visit(visit.session) == nil)
        #expect(try await room.stores.responses.find(id: visit.record.id) == nil)
        #expect(try await room.stores.responses.versions(id: visit.record.id).isEmpty)
    }

    @Test func exit_endsTheSession_butKeepsTheSurvey() async throws {
        var visit = try await room.answeredVisit()
        let code = try await room.intake.makeLink(&visit)
        try await room.intake.exit(visit.session)
        #expect(try await room.intake.visit(visit.session) == nil)
        let back = try #require(try await room.intake.comeBack(code))
        #expect(back.response == visit.response)
        #expect(back.session != visit.session)
    }

    @Test func link_leadsNowhere_afterRevokingOrReplacing() async throws {
        var visit = try await room.answeredVisit()
        let first = try await room.intake.makeLink(&visit)
        let second = try await room.intake.makeLink(&visit)
        #expect(try await room.intake.comeBack(first) == nil)
        #expect(try await room.intake.comeBack(second) != nil)
        try await room.intake.revokeLink(&visit)
        #expect(try await room.intake.comeBack(second) == nil)
    }

    @Test func revokedLink_endsTheVisitsItOpened_butNotThatOfWhoRevokes() async throws {
        var visit = try await room.answeredVisit()
        let code = try await room.intake.makeLink(&visit)
        let other = try #require(try await room.intake.comeBack(code))
        var third = try #require(try await room.intake.comeBack(code))
        try await room.intake.revokeLink(&third)
        #expect(try await room.intake.visit(other.session) == nil)
        #expect(try await room.intake.visit(third.session) != nil)
        #expect(try await room.intake.visit(visit.session) != nil)
        _ = try await room.intake.makeLink(&visit)
        #expect(try await room.intake.visit(third.session) == nil)
    }

    @Test func fullSurvey_saysSo_andKeepsItsAnswers() async throws {
        var visit = try await room.answeredVisit()
        let (id, answers) = (visit.record.id, AnswersCodec.encode(visit.response))
        for number in visit.version..<StoreLimits.versions {
            try await room.stores.responses.append(
                answers: answers, to: id, expectedVersion: number, now: room.test.now)
        }
        visit = try #require(try await room.intake.visit(visit.session))
        let before = visit.response
        let other = QuestionnaireResponse(answers: ["age-years": .number(77)])
        await #expect(throws: IntakeError.tooMany) { try await room.intake.save(other, .en, in: &visit) }
        #expect(visit.response == before)
        #expect(try await room.intake.visit(visit.session)?.response == before)
    }

    @Test func expiredSurvey_isNotShown_andIsPurged() async throws {
        let visit = try await room.answeredVisit()
        room.test.pass(31 * RetentionPolicy.day)
        #expect(try await room.intake.visit(visit.session) == nil)
        let retention = Retention(
            store: room.stores.responses, policy: RetentionPolicy(), environment: room.test.environment,
            trustsClock: true)
        #expect(try await retention.purge() == .purged(PurgeCounts(unfinished: 1)))
        #expect(try await room.stores.responses.find(id: visit.record.id) == nil)
    }

    @Test func closedStore_isUnavailable() async throws {
        let visit = try await room.newVisit()
        try await room.stores.health.close()
        await #expect(throws: IntakeError.unavailable(code: "closed")) { try await room.intake.visit(visit.session) }
    }
}
