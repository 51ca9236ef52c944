import Foundation
import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWorkflows

@Suite struct AssessTests {
    private let room = Workroom()
    private static let emergency = ["gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"]]

    @Test func finish_recordsWhatWasDecided() async throws {
        let visit = try await room.answeredVisit()
        try await room.assess.finish(visit, .en)
        let records = try await room.stores.responses.triages(id: visit.record.id)
        #expect(records.count == 1)
        let decision = try #require(records.first?.decision)
        #expect(decision.packVersion == TestPack.engine.pack.version)
        #expect(decision.packDigest == TestPack.engine.pack.digest)
        #expect(decision.engineVersion == Engine.version)
        #expect(decision.answersVersion == visit.version)
        #expect(decision.shownTexts.first?.hasPrefix("safety-net/") == true)
        #expect(try await room.stores.responses.find(id: visit.record.id)?.finishedAt != nil)
    }

    @Test func oldResult_saysSo_untilItIsConfirmedAgain() async throws {
        let visit = try await room.answeredVisit()
        try await room.assess.finish(visit, .en)
        room.test.pass(7 * 86_400)
        #expect(try await room.assess.result(visit, .en).isOld == false)
        room.test.pass(60)
        #expect(try await room.assess.result(visit, .en).isOld)
        try await room.assess.finish(visit, .en)
        #expect(try await room.assess.result(visit, .en).isOld == false)
        #expect(try await room.stores.responses.triages(id: visit.record.id).count == 2)
    }

    @Test func result_isTheRecordedDecision_howeverOftenItIsShown() async throws {
        let visit = try await room.answeredVisit()
        try await room.assess.finish(visit, .en)
        let first = try await room.assess.result(visit, .en)
        room.test.pass(3_600)
        let second = try await room.assess.result(visit, .en)
        #expect(first.assessment == second.assessment)
        #expect(first.decidedAt == second.decidedAt)
        #expect(first.assessment == TestPack.engine.assess(visit.response))
        #expect(try await room.stores.responses.triages(id: visit.record.id).count == 1)
    }

    @Test func changedAnswer_getsADecisionOfItsOwn() async throws {
        var visit = try await room.answeredVisit()
        try await room.assess.finish(visit, .en)
        var response = visit.response
        response.answers["pain-severity-now"] = .number(9)
        try await room.intake.save(response, .en, in: &visit)
        _ = try await room.assess.result(visit, .en)
        #expect(try await room.stores.responses.triages(id: visit.record.id).count == 2)
    }

    @Test func stop_isShownUntilConfirmed_andAgainForANewReason() async throws {
        var visit = try await room.answeredVisit(Self.emergency)
        #expect(try await room.assess.mustStop(visit, after: 0))
        #expect(try await room.assess.mustStop(visit, after: 3))
        try await room.assess.confirmStop(visit)
        #expect(try await room.assess.mustStop(visit, after: 0) == false)
        var response = visit.response
        response.answers["gate-other"] = .codes(["black-stool"])
        try await room.intake.save(response, .en, in: &visit)
        #expect(try await room.assess.mustStop(visit, after: 0))
    }

    @Test func stopPage_isRecordedOnce_andConfirmedByName() async throws {
        let visit = try await room.answeredVisit(Self.emergency)
        let stop = try #require(room.assess.stop(visit.response))
        try await room.assess.recordStop(stop, visit, .en)
        try await room.assess.recordStop(stop, visit, .en)
        try await room.assess.confirmStop(visit)
        let records = try await room.stores.responses.triages(id: visit.record.id)
        #expect(records.count == 1)
        #expect(records.first?.decision.shownTexts.first == "stop/emergency")
        #expect(records.first?.acknowledgedAt == room.test.now.wholeMilliseconds)
        #expect(!stop.rules.isEmpty)
    }

    @Test func takenBackGateRow_raisesTheLevel_unlessConfirmed() async throws {
        var visit = try await room.answeredVisit(["gate-now": ["cannot-walk"]])
        var response = visit.response
        response.answers["gate-now"] = .codes(["none"])
        room.test.pass(60)
        try await room.intake.save(response, .en, in: &visit)
        let result = try await room.assess.result(visit, .en)
        #expect(result.assessment.triage.conflicts.contains("second-answer-gate-now"))
        #expect(result.assessment.triage.level <= .urgent24To72h)
        #expect(try await room.assess.preview(visit).conflicts.contains("second-answer-gate-now"))
        #expect(result.takenBack == [AnswerReference(linkId: "gate-now", code: "cannot-walk", isChosen: true)])
    }

    @Test func neckOnly_isNotMidback() async throws {
        let visit = try await room.answeredVisit(["pain-site": ["neck"]])
        #expect(try await room.assess.result(visit, .en).isNotMidback)
    }
}

@Suite struct ReplayTests {
    private let room = Workroom()

    @Test(arguments: [[:], ["gate-now": ["cannot-walk"]], ["gate-other": ["black-stool"]], ["age-years": ["71"]]])
    func record_isReplayedByteForByte(_ given: [String: [String]]) async throws {
        let visit = try await room.answeredVisit(given)
        try await room.assess.finish(visit, .es)
        let id = try #require(try await room.stores.responses.triages(id: visit.record.id).first?.decision.id)
        #expect(try await Replay(TestPack.engine).verify(recordID: id, in: room.stores.responses) == .identical)
    }

    @Test func contradiction_isPartOfTheRecord() async throws {
        var visit = try await room.answeredVisit(["gate-now": ["cannot-walk"]])
        visit.response.answers["gate-now"] = nil
        var response = visit.response
        response.answers["gate-now"] = .codes(["none"])
        try await room.intake.save(response, .en, in: &visit)
        try await room.assess.finish(visit, .en)
        let record = try #require(try await room.stores.responses.triages(id: visit.record.id).last)
        #expect(try DecisionPayload(bytes: record.decision.payload).contradicted == ["gate-now"])
        #expect(
            try await Replay(TestPack.engine).verify(recordID: record.decision.id, in: room.stores.responses)
                == .identical)
    }

    @Test func changedRecordOrAnswers_areNoticed() async throws {
        let visit = try await room.answeredVisit()
        try await room.assess.finish(visit, .en)
        let record = try #require(try await room.stores.responses.triages(id: visit.record.id).first)
        let answers = try #require(try await room.stores.responses.version(visit.version, of: visit.record.id)).answers
        let replay = Replay(TestPack.engine)
        #expect(replay.verify(record.decision, answers: answers) == .identical)
        let others = AnswersCodec.encode(TestPack.response(["age-years": ["90"]]))
        guard case .different = replay.verify(record.decision, answers: others) else {
            Issue.record("other answers must not replay")
            return
        }
        #expect(replay.verify(record.decision, answers: Data("{".utf8)) == .unreadable)
    }

    @Test func otherPackOrEngine_isNamed() async throws {
        let visit = try await room.answeredVisit()
        try await room.assess.finish(visit, .en)
        var decision = try #require(try await room.stores.responses.triages(id: visit.record.id).first).decision
        decision.engineVersion = "0.9"
        #expect(Replay(TestPack.engine).verify(decision, answers: Data()) == .otherEngine(version: "0.9"))
        decision.packDigest = "x"
        #expect(
            Replay(TestPack.engine).verify(decision, answers: Data())
                == .otherPack(version: decision.packVersion, digest: "x"))
    }

    @Test func unknownRecord_isNil() async throws {
        #expect(try await Replay(TestPack.engine).verify(recordID: "none", in: room.stores.responses) == nil)
    }
}
