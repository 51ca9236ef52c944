/// Danger items whose answer is not known, for "what was not assessed".
struct UnknownItems: Sendable {
    private struct Watched: Sendable {
        var index: Int
        var isRequired: Bool
        /// Slots of "not sure", "rather not say" and the like lie here in `doubtful`.
        var doubtful: Range<Int>
    }

    private let watched: [Watched]
    private let doubtful: [Int]
    private let linkIds: [String]

    init(layout: AnswerLayout, dangerItems: Set<String>) {
        linkIds = layout.linkIds
        let codes = ["not-sure", "unsure", "rather-not-say", "prefer-not-say"]
        var watched: [Watched] = []
        var doubtful: [Int] = []
        for (index, item) in layout.items.enumerated()
        where item.unsureOf == nil && dangerItems.contains(item.linkId) {
            let first = doubtful.count
            doubtful += codes.compactMap { layout.slotByCode[index][$0] }
            watched.append(
                .init(index: index, isRequired: item.requirement == .yes, doubtful: first..<doubtful.count))
        }
        self.watched = watched
        self.doubtful = doubtful
    }

    /// linkIds of shown danger items that were left open or answered "not sure" or "rather not say".
    func list(_ answers: DenseAnswers) -> [String] {
        var result: [String] = []
        for item in watched where isUnknown(item, answers) { result.append(linkIds[item.index]) }
        return result
    }

    private func isUnknown(_ item: Watched, _ answers: DenseAnswers) -> Bool {
        guard answers.isShown[item.index] else { return false }
        guard answers.isAnswered[item.index] else { return item.isRequired }
        return item.doubtful.contains { answers.raw.slots[doubtful[$0]] == Lane.yes.bits }
    }
}
