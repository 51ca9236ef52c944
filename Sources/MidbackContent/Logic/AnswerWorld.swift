import MidbackCore

/// Worlds of answers: what display conditions read. An item that is not shown has no answer.
struct AnswerWorld: World {
    private let items: [String: Item]
    private let conditions: [String: Expression]
    private let limits: [String: Set<Int>]

    /// Makes the world of all items.
    init(_ draft: DraftPack) {
        let all = draft.pack.questionnaire.items
        items = draft.items
        conditions = Self.conditions(of: all)
        var limits: [String: Set<Int>] = [:]
        for condition in all.compactMap(\.condition) {
            limits.merge(NumberLimits.around(condition)) { $0.union($1) }
        }
        self.limits = limits
    }

    /// Conditions that lead forward or to themselves are left out (another validator reports them), so that following
    /// them always ends. Of two items with one id the first counts.
    private static func conditions(of items: [Item]) -> [String: Expression] {
        var earlier: Set<String> = []
        var result: [String: Expression] = [:]
        for item in items where !earlier.contains(item.linkId) {
            if let condition = item.condition, condition.ids.isSubset(of: earlier) { result[item.linkId] = condition }
            earlier.insert(item.linkId)
        }
        return result
    }

    func variables(of atom: Expression.Atom) -> [Variable] {
        guard let item = items[atom.id] else { return [] }
        guard item.kind.allowsSeveral else { return [Variable(id: atom.id, row: nil)] }
        return atom.values.map { Variable(id: atom.id, row: $0) }
    }

    func domain(of variable: Variable, given settings: [Variable: Setting]) -> [Setting] {
        guard let item = items[variable.id] else { return [.value(nil)] }
        switch item.kind {
        case .multiChoice, .bodyMap: return ticks(item, variable, settings)
        case .choice, .boolean3: return item.options.map { .value($0.code) } + [.value(nil)]
        case .integer: return NumberLimits.settings(limits[item.linkId] ?? [], min: item.min, max: item.max)
        case .text: return [.value(nil)]
        }
    }

    func condition(of variable: Variable) -> Expression? { conditions[variable.id] }

    /// An exclusive row cannot stand beside another ticked row.
    private func ticks(_ item: Item, _ variable: Variable, _ settings: [Variable: Setting]) -> [Setting] {
        guard let option = item.option(variable.row ?? "") else { return [.present(false)] }
        let ticked = item.options.filter { settings[Variable(id: item.linkId, row: $0.code)] == .present(true) }
        let isBlocked = ticked.contains { $0.code != option.code && ($0.isExclusive || option.isExclusive) }
        return isBlocked ? [.present(false)] : [.present(true), .present(false)]
    }
}

extension Item {
    /// The parsed display condition, or `nil` when there is none or it cannot be read.
    var condition: Expression? { enableWhen.flatMap { try? ExpressionParser.parse($0) } }
}

extension Expression {
    /// The ids it reads.
    var ids: Set<String> {
        var result: Set<String> = []
        forEachAtom { atom, _ in result.insert(atom.id) }
        return result
    }
}
