import MidbackCore

/// One thing that can be set when looking for a world in which an expression holds: a finding or item, or one row of
/// a list.
struct Variable: Hashable {
    var id: String
    /// The row, for things of which several values can hold at once.
    var row: String?
}

/// What a variable is set to.
enum Setting: Hashable {
    /// The one value that holds; `nil` for none of them.
    case value(String?)
    /// Whether the row holds.
    case present(Bool)
    /// A number.
    case number(Int)
}

/// What an expression speaks about: findings, or items of the survey.
protocol World {
    /// The variables an atom reads; empty when the atom does not fit (another validator says so).
    func variables(of atom: Expression.Atom) -> [Variable]
    /// What a variable can be, given what is already set; never empty.
    func domain(of variable: Variable, given settings: [Variable: Setting]) -> [Setting]
    /// The condition under which a variable is there at all, or `nil` when it always is.
    func condition(of variable: Variable) -> Expression?
}

extension World {
    func condition(of variable: Variable) -> Expression? { nil }
}

extension Expression.Atom {
    /// The values the atom names.
    var values: [String] {
        switch test {
        case .equals(let value), .differs(let value), .contains(let value): [value]
        case .oneOf(let values): values
        case .holds: ["yes"]
        case .compares: []
        }
    }

    /// Whether the atom is a negation of what it names.
    var isNegative: Bool {
        if case .differs = test { true } else { false }
    }

    /// The truth of the atom when its variable is set so, `!=` not yet turned round.
    func holds(_ setting: Setting) -> Bool {
        switch setting {
        case .value(let value): value.map(values.contains) ?? false
        case .present(let isPresent): isPresent
        case .number(let number): holds(number)
        }
    }

    private func holds(_ number: Int) -> Bool {
        if case .compares(let comparison, let limit) = test { return comparison.holds(number, limit) }
        return values.contains(String(number))
    }
}
