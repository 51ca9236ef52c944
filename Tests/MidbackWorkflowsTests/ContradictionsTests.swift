import Foundation
import MidbackCore
import Testing

@testable import MidbackWorkflows

@Suite struct ContradictionsTests {
    private let contradictions = Contradictions(TestPack.engine.pack)
    private static let start = Date(timeIntervalSince1970: 1_000)

    private func version(_ minute: Double, _ answers: [String: [String]]) -> Contradictions.Version {
        .init(
            savedAt: Self.start + minute * 60,
            response: QuestionnaireResponse(answers: answers.mapValues { .codes($0) }))
    }

    @Test func rowTakenBack_isNoted() {
        let versions = [version(0, ["gate-now": ["passed-out"]]), version(1, ["gate-now": ["none"]])]
        #expect(contradictions.items(versions, confirmedAt: []) == ["gate-now"])
        let rows = contradictions.takenBack(versions, confirmedAt: [])
        #expect(rows == [AnswerReference(linkId: "gate-now", code: "passed-out", isChosen: true)])
    }

    @Test func rowTakenBackAfterConfirmation_isNot() {
        let versions = [version(0, ["gate-now": ["passed-out"]]), version(2, ["gate-now": ["none"]])]
        #expect(contradictions.items(versions, confirmedAt: [Self.start + 60]) == [])
    }

    @Test func confirmationBeforeTheTick_doesNotCount() {
        let versions = [version(5, ["gate-now": ["passed-out"]]), version(6, ["gate-now": ["none"]])]
        #expect(contradictions.items(versions, confirmedAt: [Self.start]) == ["gate-now"])
    }

    @Test func rowThatBecameUnsure_stillCountsAsYes() {
        let versions = [
            version(0, ["gate-now": ["passed-out"]]),
            version(1, ["gate-now": ["not-sure"], "gate-now-unsure": ["passed-out"]]),
        ]
        #expect(contradictions.items(versions, confirmedAt: []) == [])
    }

    @Test func privateRow_mayBeTakenBackSilently() {
        let versions = [version(0, ["gate-other": ["unsafe", "self-harm"]]), version(1, ["gate-other": ["none"]])]
        #expect(contradictions.items(versions, confirmedAt: []) == [])
    }

    @Test func addedRow_isNoContradiction() {
        let versions = [version(0, ["gate-now": ["none"]]), version(1, ["gate-now": ["passed-out"]])]
        #expect(contradictions.items(versions, confirmedAt: []) == [])
    }

    @Test func rowTickedAgain_isResolved() {
        let versions = [
            version(0, ["gate-now": ["passed-out"]]), version(1, ["gate-now": ["none"]]),
            version(2, ["gate-now": ["passed-out"]]),
        ]
        #expect(contradictions.items(versions, confirmedAt: []) == [])
    }
}
