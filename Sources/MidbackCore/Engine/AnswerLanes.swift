/// Turns answers into what findings read: yes, no, unknown or not asked for every option.
/// - Source: `survey.md` sections 1.2 and 1.3.
struct AnswerLanes: Sendable {
    let layout: AnswerLayout

    /// Lanes of every option and the numbers of every item.
    func table(_ answers: DenseAnswers) -> LaneTable {
        var table = LaneTable(slots: layout.slotCount, numbers: layout.items.count)
        table.numbers = answers.raw.numbers
        for index in layout.items.indices where answers.isAnswered[index] {
            fill(index, answers, &table)
        }
        return table
    }

    private func fill(_ index: Int, _ answers: DenseAnswers, _ table: inout LaneTable) {
        let first = layout.firstSlot[index]
        let isOpen = isNotSure(index, answers)
        for slot in first..<first + layout.items[index].options.count {
            if answers.raw.slots[slot] == Lane.yes.bits {
                table.slots[slot] = Lane.yes.bits
            } else {
                table.slots[slot] = isOpen ? unticked(slot - first, of: index, answers).bits : Lane.no.bits
            }
        }
    }

    private func isNotSure(_ index: Int, _ answers: DenseAnswers) -> Bool {
        let slot = layout.notSureSlot[index]
        return slot >= 0 && answers.raw.slots[slot] == Lane.yes.bits
    }

    /// A row that is not ticked in a list answered "not sure": decided by the "which one?" list. A gate row ticked
    /// there counts as yes, another row as still possible; without an answer there every row is still possible.
    private func unticked(_ row: Int, of index: Int, _ answers: DenseAnswers) -> Lane {
        let unsure = layout.unsureList[index]
        let code = layout.items[index].options[row].code
        guard unsure >= 0, let slot = layout.slotByCode[unsure][code], code != "none", code != "not-sure" else {
            return .no
        }
        guard answers.isAnswered[unsure] else { return .unknown }
        guard answers.raw.slots[slot] == Lane.yes.bits else { return .no }
        return layout.items[index].isGate ? .yes : .unknown
    }

    /// Lists answered "not sure" in which no row was singled out: how many, and whether one is a gate list.
    func unresolvedLists(_ answers: DenseAnswers) -> (count: Int, includesGate: Bool) {
        var count = 0
        var includesGate = false
        for index in layout.items.indices {
            let unsure = layout.unsureList[index]
            guard unsure >= 0, isNotSure(index, answers), answers.isAnswered[unsure] else { continue }
            guard let none = layout.slotByCode[unsure]["none"], answers.raw.slots[none] == Lane.yes.bits else { continue }
            count += 1
            includesGate = includesGate || layout.items[index].isGate
        }
        return (count, includesGate)
    }
}
