import MidbackCore

/// Three-valued evaluation of a parsed expression; `nil` means open.
enum Kleene {
    /// The truth of an expression whose macros are expanded; `truth` answers its atoms.
    static func evaluate(_ expression: Expression, _ truth: (Expression.Atom) -> Bool?) -> Bool? {
        switch expression {
        case .atom(let atom): truth(atom)
        case .macro: nil
        case .not(let inner): evaluate(inner, truth).map { !$0 }
        case .and(let parts): count(parts, parts.count, truth)
        case .or(let parts): count(parts, 1, truth)
        case .atLeast(let needed, let parts): count(parts, needed, truth)
        }
    }

    private static func count(_ parts: [Expression], _ needed: Int, _ truth: (Expression.Atom) -> Bool?) -> Bool? {
        var holding = 0
        var open = 0
        for part in parts {
            switch evaluate(part, truth) {
            case true?: holding += 1
            case nil: open += 1
            case false?: break
            }
        }
        if holding >= needed { return true }
        return holding + open < needed ? false : nil
    }
}
