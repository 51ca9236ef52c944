/// A condition of the rule language, as parsed. The same language serves display conditions, findings and rules;
/// what an id means (an item, a finding, a feature) is decided by whoever compiles it.
/// - Source: `red-flags.md` section 3.
public indirect enum Expression: Hashable, Sendable {
    /// One statement about one id.
    case atom(Atom)
    /// A named sub-expression.
    case macro(String)
    /// The opposite.
    case not(Expression)
    /// All of them.
    case and([Expression])
    /// At least one of them.
    case or([Expression])
    /// At least `count` of them.
    case atLeast(count: Int, [Expression])

    /// A statement about one id.
    public struct Atom: Hashable, Sendable {
        /// What is said about the id.
        public enum Test: Hashable, Sendable {
            /// `id`: the bool is yes.
            case holds
            /// `id=value`.
            case equals(String)
            /// `id!=value`.
            case differs(String)
            /// `id in {a, b}`.
            case oneOf([String])
            /// `id:value`: one of several values is present.
            case contains(String)
            /// `id>=n` and its relatives.
            case compares(Comparison, Int)
        }

        /// The item, finding or feature.
        public var id: String
        /// What is said about it.
        public var test: Test

        /// Makes an atom.
        public init(id: String, test: Test) {
            self.id = id
            self.test = test
        }
    }

    /// How two numbers are compared.
    public enum Comparison: String, Hashable, Sendable {
        /// At least.
        case atLeast = ">="
        /// At most.
        case atMost = "<="
        /// More than.
        case above = ">"
        /// Less than.
        case below = "<"

        /// Whether the comparison holds.
        public func holds(_ left: Int, _ right: Int) -> Bool {
            switch self {
            case .atLeast: left >= right
            case .atMost: left <= right
            case .above: left > right
            case .below: left < right
            }
        }
    }

    /// Every atom in reading order, with whether it stands under an odd number of NOTs. Macros are not expanded.
    public func forEachAtom(negated: Bool = false, _ body: (Atom, _ isNegated: Bool) -> Void) {
        switch self {
        case .atom(let atom): body(atom, negated)
        case .macro: break
        case .not(let inner): inner.forEachAtom(negated: !negated, body)
        case .and(let parts), .or(let parts), .atLeast(_, let parts):
            for part in parts { part.forEachAtom(negated: negated, body) }
        }
    }

    /// The expression with every macro replaced by its definition.
    /// - Throws: `ExpressionError.unknownMacro`, `.cyclicMacro` when a definition leads back to itself, or `.tooLarge` when
    ///   macros of macros grow beyond what anybody could read.
    public func expanding(_ macros: [String: Expression]) throws(ExpressionError) -> Expression {
        var room = Self.mostParts
        return try expanding(macros, within: [], room: &room)
    }

    /// Most parts of an expression whose macros are expanded; the largest clinical rule has some hundred.
    private static let mostParts = 20_000
    /// Most macros inside each other.
    private static let mostMacros = 16

    private func expanding(
        _ macros: [String: Expression], within: [String], room: inout Int
    ) throws(ExpressionError) -> Expression {
        room -= 1
        guard room >= 0, within.count <= Self.mostMacros else { throw .tooLarge }
        switch self {
        case .atom: return self
        case .macro(let name):
            guard let definition = macros[name] else { throw .unknownMacro(name) }
            guard !within.contains(name) else { throw .cyclicMacro(name) }
            return try definition.expanding(macros, within: within + [name], room: &room)
        case .not(let inner): return .not(try inner.expanding(macros, within: within, room: &room))
        case .and(let parts): return .and(try Self.expand(parts, macros, within, &room))
        case .or(let parts): return .or(try Self.expand(parts, macros, within, &room))
        case .atLeast(let count, let parts):
            return .atLeast(count: count, try Self.expand(parts, macros, within, &room))
        }
    }

    private static func expand(
        _ parts: [Expression], _ macros: [String: Expression], _ within: [String], _ room: inout Int
    ) throws(ExpressionError) -> [Expression] {
        var result: [Expression] = []
        for part in parts { result.append(try part.expanding(macros, within: within, room: &room)) }
        return result
    }
}

/// What is wrong with an expression; columns count from 1.
public enum ExpressionError: Error, Hashable, Sendable {
    /// Something else was expected at this column.
    case expected(String, column: Int)
    /// The text ended too early.
    case unexpectedEnd
    /// More levels inside each other than `ExpressionParser.deepest`.
    case tooDeep(column: Int)
    /// Macros of macros grow beyond all measure.
    case tooLarge
    /// A capital word without a definition.
    case unknownMacro(String)
    /// A macro whose definition leads back to itself.
    case cyclicMacro(String)
    /// An id that is not an item, finding or feature here.
    case unknownId(String)
    /// A value the id does not have.
    case unknownValue(id: String, value: String)
    /// The test does not suit the kind of the id, for example `>=` on a list.
    case wrongTest(id: String)

    /// One sentence for an author.
    public var message: String {
        switch self {
        case .expected(let what, let column): "expected \(what) at column \(column)"
        case .unexpectedEnd: "the expression ends too early"
        case .tooDeep(let column): "more than \(ExpressionParser.deepest) levels inside each other at column \(column)"
        case .tooLarge: "too large when its macros are expanded"
        case .unknownMacro(let name): "unknown macro \(name)"
        case .cyclicMacro(let name): "macro \(name) leads back to itself"
        case .unknownId(let id): "unknown id '\(id)'"
        case .unknownValue(let id, let value): "'\(id)' has no value '\(value)'"
        case .wrongTest(let id): "this test does not suit '\(id)'"
        }
    }
}
