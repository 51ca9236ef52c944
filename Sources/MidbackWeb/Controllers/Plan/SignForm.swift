import Foundation
import MidbackCore
import MidbackPlan

/// Reads a danger screen: signs, or "none of these", which must be said.
struct SignForm {
    let signs: [String]
    let problems: [AnswerProblem]
    /// Key of the post, when it has a readable one.
    let key: UUID?

    init(_ form: DecodedForm, _ pack: PlanPack) {
        let given = form.values["sign"] ?? []
        let known = Set(pack.escalation.signs.map(\.id))
        signs = given.filter { $0 != "none" }
        key = form.single("_key").flatMap(UUID.init)
        var kinds: [AnswerProblem.Kind] = []
        if given.isEmpty { kinds.append(.required) }
        if given.contains("none"), given.count > 1 { kinds.append(.exclusive) }
        if !known.isSuperset(of: signs) { kinds.append(.unknownOption) }
        problems = kinds.map { AnswerProblem(linkId: "sign", kind: $0) }
    }
}
