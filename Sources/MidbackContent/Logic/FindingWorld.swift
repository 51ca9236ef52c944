import MidbackCore

/// Worlds of findings: what rules read.
struct FindingWorld: World {
    private let findings: [String: FindingDefinition]
    private let items: [String: Item]
    private let limits: [String: Set<Int>]

    /// Makes the world an expression is searched in; the numbers worth trying are those around its limits.
    init(_ draft: DraftPack, for expression: Expression) {
        findings = draft.findings
        items = draft.items
        limits = NumberLimits.around(expression)
    }

    func variables(of atom: Expression.Atom) -> [Variable] {
        switch findings[atom.id]?.kind {
        case .multi?: atom.values.map { Variable(id: atom.id, row: $0) }
        case .bool?, .single?, .number?: [Variable(id: atom.id, row: nil)]
        case nil: []
        }
    }

    func domain(of variable: Variable, given settings: [Variable: Setting]) -> [Setting] {
        guard let finding = findings[variable.id] else { return [.value(nil)] }
        return switch finding.kind {
        case .bool: [.present(true), .present(false)]
        case .multi:
            finding.allValues.contains(variable.row ?? "") ? [.present(true), .present(false)] : [.present(false)]
        case .single: finding.allValues.map { .value($0) }
        case .number: numbers(finding)
        }
    }

    private func numbers(_ finding: FindingDefinition) -> [Setting] {
        let item = finding.item.flatMap { items[$0] }
        return NumberLimits.settings(limits[finding.id] ?? [], min: item?.min, max: item?.max)
    }
}

/// The numbers that tell every comparison of an expression apart.
enum NumberLimits {
    /// By id, each limit of the expression with its neighbours.
    static func around(_ expression: Expression) -> [String: Set<Int>] {
        var result: [String: Set<Int>] = [:]
        expression.forEachAtom { atom, _ in
            for limit in limits(of: atom) { result[atom.id, default: []].formUnion([limit - 1, limit, limit + 1]) }
        }
        return result
    }

    private static func limits(of atom: Expression.Atom) -> [Int] {
        if case .compares(_, let limit) = atom.test { return [limit] }
        return atom.values.compactMap { Int($0) }
    }

    /// Those that the item accepts; no answer when it accepts none of them.
    static func settings(_ numbers: Set<Int>, min: Int?, max: Int?) -> [Setting] {
        let accepted = numbers.sorted().filter { $0 >= (min ?? .min) && $0 <= (max ?? .max) }
        return accepted.isEmpty ? [.value(nil)] : accepted.map { .number($0) }
    }
}

extension FindingDefinition {
    /// Every value it can have, the default included.
    var allValues: [String] {
        let listed = values.map(\.id)
        guard let otherwise, !listed.contains(otherwise) else { return listed }
        return listed + [otherwise]
    }
}
