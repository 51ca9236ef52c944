import MidbackCore

/// An item without what its kind needs, or with what it cannot have.
struct ItemShapeValidator: Validator {
    static let id = "item-shape"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.questionnaire.items.compactMap { item in
            Self.text(item).map { fault($0, at: draft.sources.location(of: .item, item.linkId)) }
        }
    }

    private static func text(_ item: Item) -> String? {
        switch item.kind {
        case .choice: item.options.count < 2 ? "a choice needs at least two options" : nil
        case .multiChoice, .bodyMap: item.options.isEmpty ? "a list needs options" : nil
        case .boolean3: item.options.count > 3 ? "a yes/no item has no options of its own" : nil
        case .integer: range(item)
        case .text: (item.maxLength ?? 0) < 1 ? "a text item needs maxLength" : nil
        }
    }

    private static func range(_ item: Item) -> String? {
        guard let min = item.min, let max = item.max, min < max else { return "a number needs min below max" }
        return item.options.isEmpty ? nil : "a number has no options"
    }
}
