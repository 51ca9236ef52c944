/// Whether only the neck or the low back was marked on the body map.
/// - Source: `survey.md` section 1.1 item 4.
struct OutsideMidBack: Sendable {
    private let item: Int
    private let outside: Set<Int>
    private let slots: Range<Int>

    init(_ layout: AnswerLayout) {
        item = layout.indexByLinkId["pain-site"] ?? -1
        guard item >= 0 else {
            (outside, slots) = ([], 0..<0)
            return
        }
        outside = Set(
            ["neck", "low-back"].compactMap { layout.slotByCode[layout.indexByLinkId["pain-site"] ?? 0][$0] })
        slots = layout.firstSlot[item]..<layout.firstSlot[item] + layout.items[item].options.count
    }

    func holds(_ answers: DenseAnswers) -> Bool {
        guard item >= 0, answers.isAnswered[item] else { return false }
        return slots.allSatisfy { answers.raw.slots[$0] != Lane.yes.bits || outside.contains($0) }
    }
}
