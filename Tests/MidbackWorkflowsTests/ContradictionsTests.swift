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

    @Test func rowTakenBack_isNoted() throws {
        let versions = [version(0, ["gate-now": ["passed-out"]]), version(1, ["gate-now": ["none"]])]
        #expect(contradictions.items(versions, confirmedAt: []) == ["gate-now"])
        let rows = contradictions.takenBack(
            try #require(versions.last).response, contradictions.trail(versions), confirmedAt: [])
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

    /// The trail against the plain definition over all versions, for many short histories.
    @Test func trail_saysWhatAllVersionsSay() {
        let rows = ["passed-out", "chest-tight", "self-harm", "none", "not-sure"]
        var random = SplitMix(state: 7)
        for _ in 0..<400 {
            let versions = (0..<6).map { minute in
                version(
                    Double(minute),
                    [
                        "gate-now": rows.filter { _ in random.next(3) == 0 },
                        "gate-now-unsure": random.next(4) == 0 ? ["passed-out"] : [],
                    ])
            }
            let confirmed = (0..<6).filter { _ in random.next(5) == 0 }.map { Self.start + Double($0) * 60 }
            #expect(contradictions.items(versions, confirmedAt: confirmed) == plain(versions, confirmed))
        }
    }

    private func plain(_ versions: [Contradictions.Version], _ confirmed: [Date]) -> [String] {
        func ticked(_ list: String, _ version: Contradictions.Version?) -> Set<String> {
            Set(version?.response.answers[list]?.codes ?? []).subtracting(["self-harm", "none", "not-sure"])
        }
        let kept = ticked("gate-now", versions.last).union(ticked("gate-now-unsure", versions.last))
        let isTakenBack = versions.contains { version in
            !ticked("gate-now", version).isSubset(of: kept) && !confirmed.contains { $0 >= version.savedAt }
        }
        return isTakenBack ? ["gate-now"] : []
    }

    private struct SplitMix {
        var state: UInt64

        mutating func next(_ bound: UInt64) -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            return (mixed ^ mixed >> 27) % bound
        }
    }

    @Test func rowTickedAgain_isResolved() {
        let versions = [
            version(0, ["gate-now": ["passed-out"]]), version(1, ["gate-now": ["none"]]),
            version(2, ["gate-now": ["passed-out"]]),
        ]
        #expect(contradictions.items(versions, confirmedAt: []) == [])
    }
}
