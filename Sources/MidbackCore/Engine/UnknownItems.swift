/// Danger items whose answer is not known, for "what was not assessed".
struct UnknownItems: Sendable {
    let layout: AnswerLayout
    let dangerItems: Set<String>

    /// linkIds of shown danger items that were left open or answered "not sure" or "rather not say".
    func list(_ answers: DenseAnswers) -> [String] {
        layout.items.indices.filter { isUnknown($0, answers) }.map { layout.items[$0].linkId }
    }

    private func isUnknown(_ index: Int, _ answers: DenseAnswers) -> Bool {
        let item = layout.items[index]
        guard answers.isShown[index], item.unsureOf == nil, dangerItems.contains(item.linkId) else { return false }
        guard answers.isAnswered[index] else { return item.requirement == .yes }
        return ["not-sure", "unsure", "rather-not-say", "prefer-not-say"].contains { code in
            layout.slotByCode[index][code].map { answers.raw.slots[$0] == Lane.yes.bits } ?? false
        }
    }
}
