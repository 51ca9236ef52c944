/// Turns answers into what findings read: yes, no, unknown or not asked for every option.
/// - Source: `survey.md` sections 1.2 and 1.3.
struct AnswerLanes: Sendable {
    let layout: AnswerLayout

    /// Lanes of every option and the numbers of every item.
    func table(_ answers: DenseAnswers) -> LaneTable {
        var table = LaneTable(slots: layout.slotCount, numbers: layout.items.count)
        table.numbers = answers.raw.numbers
        for index in answers.isAnswered.indices where answers.isAnswered[index] {
            fill(index, answers, &table)
        }
        return table
    }

    private func fill(_ index: Int, _ answers: DenseAnswers, _ table: inout LaneTable) {
        let first = layout.firstSlot[index]
        let isOpen = isNotSure(index, answers)
        for slot in first..<first + layout.optionCounts[index] {
            if answers.raw.slots[slot] == Lane.yes.bits {
                table.slots[slot] = Lane.yes.bits
            } else {
                table.slots[slot] = isOpen ? unticked(slot, of: index, answers).bits : Lane.no.bits
            }
        }
    }

    private func isNotSure(_ index: Int, _ answers: DenseAnswers) -> Bool {
        let slot = layout.notSureSlot[index]
        return slot >= 0 && answers.raw.slots[slot] == Lane.yes.bits
    }

    /// A row that is not ticked in a list answered "not sure": decided by the "which one?" list. A gate row ticked
    /// there counts as yes, another row as still possible; without an answer there every row is still possible.
    private func unticked(_ slot: Int, of index: Int, _ answers: DenseAnswers) -> Lane {
        let same = layout.unsureSlot[slot]
        guard same >= 0 else { return .no }
        guard answers.isAnswered[layout.unsureList[index]] else { return .unknown }
        guard answers.raw.slots[same] == Lane.yes.bits else { return .no }
        return layout.isGate[index] ? .yes : .unknown
    }

    /// Lists answered "not sure" in which no row was singled out: how many, and whether one is a gate list.
    func unresolvedLists(_ answers: DenseAnswers) -> (count: Int, includesGate: Bool) {
        var count = 0
        var includesGate = false
        for index in layout.unsureList.indices {
            let unsure = layout.unsureList[index]
            guard unsure >= 0, isNotSure(index, answers), answers.isAnswered[unsure] else { continue }
            guard let none = layout.slotByCode[unsure]["none"], answers.raw.slots[none] == Lane.yes.bits else {
                continue
            }
            count += 1
            includesGate = includesGate || layout.isGate[index]
        }
        return (count, includesGate)
    }
}
