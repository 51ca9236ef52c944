import MidbackCore

/// Holds a new week within the limits that the last decision set: exercises that stay keep what they had, new ones wait
/// until they fit, and the whole week stays below its cap.
/// - Source: `plan-logic.md` section 6.
struct WeekLimits {
    typealias Filled = SessionFiller.Filled

    let context: PlanContext

    private var dosing: Dosing { context.dosing }
    private var before: [PlanState.Before] { context.state.before ?? [] }

    /// Changes the session.
    /// - Returns: whether the weekly cap made something smaller.
    func apply(_ filled: inout [Filled]) -> Bool {
        if context.state.addsNothing == true { removeNew(&filled) }
        if context.state.keepsTotals == true { keepTotals(&filled) }
        if context.state.mode == .maintenance { raiseStrength(&filled) }
        fitSession(&filled)
        guard let cap = context.state.weeklyCap, load(filled) > cap else { return false }
        fitNew(&filled, cap)
        fitGrown(&filled, cap)
        fitDays(&filled, cap)
        shrink(&filled, cap)
        drop(&filled, cap)
        spread(&filled, cap)
        return true
    }

    /// Seconds of training in the week; calm does not count.
    private func load(_ filled: [Filled]) -> Int {
        filled.filter { $0.slot != .relaxation }.reduce(0) { $0 + $1.seconds * $1.daysPerWeek }
    }

    private func known(_ item: Filled) -> PlanState.Before? { before.first { $0.exercise == item.exercise.id } }

    private func set(_ dose: Dose, _ item: inout Filled) {
        item.dose = dose
        item.seconds = dosing.seconds(dose, item.exercise)
    }

    // MARK: What stays

    private func removeNew(_ filled: inout [Filled]) {
        guard !before.isEmpty else { return }
        for index in filled.indices.reversed() where filled[index].slot != .relaxation && filled.count > 2 {
            if known(filled[index]) == nil { filled.remove(at: index) }
        }
    }

    private func keepTotals(_ filled: inout [Filled]) {
        for index in filled.indices {
            guard let old = known(filled[index]), isLess(filled[index].dose, old.dose, filled[index].exercise) else {
                continue
            }
            restore(old, &filled[index])
        }
    }

    /// The dose of the week before, when level and limits still allow it.
    private func restore(_ old: PlanState.Before, _ item: inout Filled) {
        let isAllowed =
            context.capped(old.level, item.exercise, context.gate) == old.level
            && old.level <= max(context.limit.levelCeiling, item.exercise.minLevel)
            && dosing.limited(old.dose, item.exercise, context.limit, item.slot) == old.dose
        guard isAllowed else { return }
        item.level = old.level
        set(old.dose, &item)
    }

    private func isLess(_ dose: Dose, _ old: Dose, _ entry: ExerciseEntry) -> Bool {
        dosing.isLess(dose, than: old, entry)
    }

    /// After graduation a few strength moves keep a useful size.
    private func raiseStrength(_ filled: inout [Filled]) {
        guard !context.gate.flags.contains(.fracture) else { return }
        let rules = context.tables.pack.progression
        for index in filled.indices where filled[index].exercise.isStrength {
            var dose = filled[index].dose
            guard let repetitions = dose.repetitions else { continue }
            dose.sets = max(dose.sets, rules.maintenanceSets)
            dose.repetitions = max(repetitions, rules.maintenanceRepetitions)
            let more = dosing.seconds(dose, filled[index].exercise) - filled[index].seconds
            let session = filled.reduce(0) { $0 + $1.seconds }
            if session + more <= context.minutes * 60 { set(dose, &filled[index]) }
        }
    }

    /// The session still fits its minutes: what is new goes first, then what grew becomes as it was.
    private func fitSession(_ filled: inout [Filled]) {
        while filled.count > 1, isTooLong(filled),
            let new = filled.lastIndex(where: { known($0) == nil && $0.slot != .relaxation })
        {
            filled.remove(at: new)
        }
        for index in filled.indices.reversed() where isTooLong(filled) {
            let item = filled[index]
            guard let old = known(item), dosing.seconds(old.dose, item.exercise) < item.seconds else { continue }
            restore(old, &filled[index])
        }
        while filled.count > 1, isTooLong(filled) {
            filled.remove(at: filled.lastIndex { known($0) == nil } ?? filled.count - 1)
        }
    }

    private func isTooLong(_ filled: [Filled]) -> Bool {
        filled.reduce(0) { $0 + $1.seconds } > context.minutes * 60
    }

    // MARK: The cap

    private func fitNew(_ filled: inout [Filled], _ cap: Int) {
        for index in filled.indices.reversed() where filled[index].slot != .relaxation {
            let item = filled[index]
            let excess = load(filled) - cap
            guard excess > 0, known(item) == nil else { continue }
            let room = item.seconds - (excess + item.daysPerWeek - 1) / item.daysPerWeek
            if let dose = dosing.fitted(item.dose, item.exercise, within: room) {
                set(dose, &filled[index])
            } else if filled.count(where: { $0.slot != .relaxation }) > 1, !before.isEmpty {
                filled.remove(at: index)
            }
        }
    }

    /// What grew grows less, down to what it was.
    private func fitGrown(_ filled: inout [Filled], _ cap: Int) {
        for index in filled.indices.reversed() where filled[index].slot != .relaxation {
            let item = filled[index]
            let excess = load(filled) - cap
            guard excess > 0, let old = known(item), dosing.seconds(old.dose, item.exercise) < item.seconds else {
                continue
            }
            let room = item.seconds - (excess + item.daysPerWeek - 1) / item.daysPerWeek
            if let dose = dosing.trimmed(item.dose, item.exercise, within: room), !isLess(dose, old.dose, item.exercise)
            {
                set(dose, &filled[index])
            } else {
                restore(old, &filled[index])
            }
        }
    }

    /// No more days than before.
    private func fitDays(_ filled: inout [Filled], _ cap: Int) {
        for index in filled.indices.reversed() where filled[index].slot != .relaxation {
            guard let days = known(filled[index])?.days else { continue }
            while load(filled) > cap, filled[index].daysPerWeek > max(1, days) { filled[index].daysPerWeek -= 1 }
        }
    }

    /// All by the same share, as far as whole repetitions allow.
    private func shrink(_ filled: inout [Filled], _ cap: Int) {
        let weekly = load(filled)
        guard weekly > cap else { return }
        for index in filled.indices where filled[index].slot != .relaxation {
            let item = filled[index]
            if let dose = dosing.fitted(item.dose, item.exercise, within: item.seconds * cap / weekly) {
                set(dose, &filled[index])
            }
        }
    }

    /// One exercise that does not fit gets fewer days.
    private func spread(_ filled: inout [Filled], _ cap: Int) {
        for index in filled.indices where filled[index].slot != .relaxation {
            while load(filled) > cap, filled[index].daysPerWeek > 1 { filled[index].daysPerWeek -= 1 }
        }
    }

    private func drop(_ filled: inout [Filled], _ cap: Int) {
        while load(filled) > cap, filled.count(where: { $0.slot != .relaxation }) > 1,
            let last = filled.lastIndex(where: { $0.slot != .relaxation })
        {
            filled.remove(at: last)
        }
    }
}
