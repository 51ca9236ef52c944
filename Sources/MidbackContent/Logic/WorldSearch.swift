import MidbackCore

/// Looks for a world in which an expression holds: sets one variable after the other, the hopeful setting first, and
/// turns back as soon as the expression is decided. The number of steps is bounded; an expression that is still open
/// then counts as possible, so that the search never accuses wrongly.
struct WorldSearch<Place: World> {
    private let world: Place
    private let expression: Expression
    private var settings: [Variable: Setting] = [:]
    private var stepsLeft = 20_000

    private init(_ expression: Expression, in world: Place) {
        self.world = world
        self.expression = expression
    }

    /// Whether the expression can be true.
    static func canHold(_ expression: Expression, in world: Place) -> Bool {
        var search = WorldSearch(expression, in: world)
        return search.search()
    }

    private mutating func search() -> Bool {
        if let decided = truth(of: expression) { return decided }
        guard stepsLeft > 0, let (variable, wish) = openVariable(in: expression, negated: false) else { return true }
        stepsLeft -= 1
        for setting in ordered(variable, wish) {
            settings[variable] = setting
            if search() { return true }
        }
        settings[variable] = nil
        return false
    }

    private func ordered(_ variable: Variable, _ wish: (Setting) -> Bool) -> [Setting] {
        let domain = world.domain(of: variable, given: settings)
        return domain.filter(wish) + domain.filter { !wish($0) }
    }

    private func truth(of expression: Expression) -> Bool? {
        Kleene.evaluate(expression) { truth(of: $0) }
    }

    /// A list atom holds when one of its rows does; what is not there does not hold.
    private func truth(of atom: Expression.Atom) -> Bool? {
        let variables = world.variables(of: atom)
        guard !variables.isEmpty else { return nil }
        let truths = variables.map { truth(of: atom, $0) }
        let result = truths.contains(true) ? true : truths.contains(nil) ? nil : false
        return atom.isNegative ? result.map { !$0 } : result
    }

    private func truth(of atom: Expression.Atom, _ variable: Variable) -> Bool? {
        let isThere = world.condition(of: variable).map { truth(of: $0) } ?? true
        if isThere == false { return false }
        guard let setting = settings[variable] else { return nil }
        let isHolding = atom.holds(setting)
        return isHolding ? isThere : false
    }

    /// The first variable that decides something, with the settings that help.
    private func openVariable(
        in expression: Expression, negated: Bool
    ) -> (variable: Variable, wish: (Setting) -> Bool)? {
        guard truth(of: expression) == nil else { return nil }
        switch expression {
        case .atom(let atom): return openVariable(of: atom, negated: negated != atom.isNegative)
        case .macro: return nil
        case .not(let inner): return openVariable(in: inner, negated: !negated)
        case .and(let parts), .or(let parts), .atLeast(_, let parts):
            return parts.lazy.compactMap { openVariable(in: $0, negated: negated) }.first
        }
    }

    private func openVariable(
        of atom: Expression.Atom, negated: Bool
    ) -> (variable: Variable, wish: (Setting) -> Bool)? {
        for variable in world.variables(of: atom) {
            if let condition = world.condition(of: variable), truth(of: condition) == nil {
                return openVariable(in: condition, negated: negated)
            }
            if settings[variable] == nil { return (variable, { atom.holds($0) != negated }) }
        }
        return nil
    }
}
