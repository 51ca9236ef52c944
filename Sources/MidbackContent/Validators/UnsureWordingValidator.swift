import MidbackCore

/// A row of a list with `not-sure` that has no simpler wording for the clarifying list.
struct UnsureWordingValidator: Validator {
    static let id = "unsure-wording"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let lists = draft.pack.questionnaire.items.compactMap(\.unsureOf).compactMap { draft.items[$0] }
        return lists.flatMap { list in
            list.options.filter { UnsureList.canBeUnsure($0) && $0.again == nil }.map { option in
                fault(
                    "row '\(option.code)' needs 'again': '\(list.linkId)' offers not-sure",
                    at: draft.sources.location(of: .option, list.linkId, option.code, in: .item))
            }
        }
    }
}
