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
        return gateLists.filter { list in
            let kept = ticked(list, present).union(ticked("\(list)-unsure", present))
            return versions.dropLast().contains { version in
                !ticked(list, version.response).isSubset(of: kept)
                    && !confirmedAt.contains { $0 >= version.savedAt }
            }
        }
    }

    private func ticked(_ list: String, _ response: QuestionnaireResponse) -> Set<String> {
        Set(response.answers[list]?.codes ?? []).subtracting(Self.privateRows).subtracting(Self.notDanger)
    }
}
