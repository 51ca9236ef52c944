import MidbackCore

/// An item whose display condition no set of answers can fulfil.
struct UnreachableItemValidator: Validator {
    static let id = "unreachable-item"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let world = AnswerWorld(draft)
        return draft.pack.questionnaire.items.compactMap { item in
            guard let condition = item.condition, !WorldSearch.canHold(condition, in: world) else { return nil }
            return fault(
                "item '\(item.linkId)' is never shown: no answers fulfil its display condition",
                at: draft.sources.location(of: .item, item.linkId, "enableWhen", in: .item))
        }
    }
}
