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
        gateLists.filter { !rows($0, versions, confirmedAt).isEmpty }
    }

    /// The rows themselves, in alphabetical order of their codes within a list.
    func takenBack(_ versions: [Version], confirmedAt: [Date]) -> [AnswerReference] {
        gateLists.flatMap { list in
            rows(list, versions, confirmedAt).sorted().map { AnswerReference(linkId: list, code: $0, isChosen: true) }
        }
    }

    private func rows(_ list: String, _ versions: [Version], _ confirmedAt: [Date]) -> Set<String> {
        guard let present = versions.last?.response else { return [] }
        let kept = ticked(list, present).union(ticked("\(list)-unsure", present))
        let open = versions.dropLast().filter { version in !confirmedAt.contains { $0 >= version.savedAt } }
        return Set(open.flatMap { ticked(list, $0.response) }).subtracting(kept)
    }

    private func ticked(_ list: String, _ response: QuestionnaireResponse) -> Set<String> {
        Set(response.answers[list]?.codes ?? []).subtracting(Self.privateRows).subtracting(Self.notDanger)
    }
}
