import Foundation
import MidbackCore
import MidbackStore

/// Finds danger rows of the gate that were ticked once and are not any more. The more worrying answer counts, unless
/// the person confirmed on the stop page: "I got help for this, or I ticked it by mistake".
/// - Source: `survey.md` 1.4
struct Contradictions {
    /// Taking these back is never held against anyone: somebody else may be looking at the screen.
    private static let privateRows: Set<String> = ["self-harm", "unsafe", "rather-not-say"]
    private static let notDanger: Set<String> = ["none", "not-sure"]

    private let gateLists: [String]

    init(_ pack: ContentPack) {
        gateLists = pack.questionnaire.items.filter { $0.isGate && $0.kind.allowsSeveral && $0.unsureOf == nil }
            .map(\.linkId)
    }

    /// One stored version of the answers.
    struct Version {
        var savedAt: Date
        var response: QuestionnaireResponse
    }

    /// Gate lists with a row that was taken back, in questionnaire order. A row that moved to "which one are you not
    /// sure about?" still counts as yes, so it was not taken back.
    /// - Parameters:
    ///   - versions: all versions, oldest first; the last one is the present one.
    ///   - confirmedAt: times at which a stop page was confirmed.
    func items(_ versions: [Version], confirmedAt: [Date]) -> [String] {
        guard let present = versions.last?.response else { return [] }
        return items(present, trail(versions), confirmedAt: confirmedAt)
    }

    /// The same from the trail of the present answers.
    func items(_ present: QuestionnaireResponse, _ trail: GateTrail, confirmedAt: [Date]) -> [String] {
        gateLists.filter { !rows($0, present, trail, confirmedAt).isEmpty }
    }

    /// The rows themselves, in alphabetical order of their codes within a list.
    func takenBack(_ present: QuestionnaireResponse, _ trail: GateTrail, confirmedAt: [Date]) -> [AnswerReference] {
        gateLists.flatMap { list in
            rows(list, present, trail, confirmedAt).sorted()
                .map { AnswerReference(linkId: list, code: $0, isChosen: true) }
        }
    }

    /// Rows of one list that are in the trail, not ticked now, and not settled by a later confirmation.
    private func rows(
        _ list: String, _ present: QuestionnaireResponse, _ trail: GateTrail, _ confirmedAt: [Date]
    ) -> [String] {
        let confirmed = confirmedAt.map(\.milliseconds).max() ?? .min
        let kept = ticked(list, present).union(ticked("\(list)-unsure", present))
        return trail.lists[list, default: [:]].filter { row, time in
            // A sign has no row of its own: any danger row of its list speaks for it.
            let isKept = GateTrail.isSign(row) ? !kept.isEmpty : kept.contains(row)
            return !isKept && time > confirmed
        }.map(\.key)
    }

    /// The trail after one more version.
    func adding(_ version: Version, to trail: GateTrail) -> GateTrail {
        var trail = trail
        let time = version.savedAt.milliseconds
        for list in gateLists {
            for row in ticked(list, version.response) { trail.note(row, of: list, at: time) }
        }
        return trail
    }

    /// The trail of versions that were stored without one.
    func trail(_ versions: [Version]) -> GateTrail { versions.reduce(GateTrail()) { adding($1, to: $0) } }

    private func ticked(_ list: String, _ response: QuestionnaireResponse) -> Set<String> {
        Set(response.answers[list]?.codes ?? []).subtracting(Self.privateRows).subtracting(Self.notDanger)
    }
}
