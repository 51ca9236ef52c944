/// Danger items whose answer is not known, for "what was not assessed".
struct UnknownItems: Sendable {
    private struct Watched: Sendable {
        var index: Int
        var isRequired: Bool
        /// Slots of "not sure", "rather not say" and the like.
        var doubtful: [Int]
    }

    private let watched: [Watched]
    private let linkIds: [String]

    init(layout: AnswerLayout, dangerItems: Set<String>) {
        linkIds = layout.linkIds
        watched = layout.items.indices.compactMap { index in
            let item = layout.items[index]
            guard item.unsureOf == nil, dangerItems.contains(item.linkId) else { return nil }
            let codes = ["not-sure", "unsure", "rather-not-say", "prefer-not-say"]
            return Watched(
                index: index, isRequired: item.requirement == .yes,
                doubtful: codes.compactMap { layout.slotByCode[index][$0] })
        }
    }

    /// linkIds of shown danger items that were left open or answered "not sure" or "rather not say".
    func list(_ answers: DenseAnswers) -> [String] {
        watched.filter { isUnknown($0, answers) }.map { linkIds[$0.index] }
    }

    private func isUnknown(_ item: Watched, _ answers: DenseAnswers) -> Bool {
        guard answers.isShown[item.index] else { return false }
        guard answers.isAnswered[item.index] else { return item.isRequired }
        return item.doubtful.contains { answers.raw.slots[$0] == Lane.yes.bits }
    }
}
