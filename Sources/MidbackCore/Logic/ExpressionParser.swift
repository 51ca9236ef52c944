/// Reads the rule language. NOT binds first, then AND, then OR.
public struct ExpressionParser {
    private let text: [UInt8]
    private var position = 0
    private var depth = 0

    /// Most levels of parentheses, lists and NOT inside each other; clinical rules have four. What reads an expression
    /// later goes down the same levels, so this keeps all of it within its stack.
    public static let deepest = 64

    private init(_ source: String) { text = Array(source.utf8) }

    /// The expression in `source`.
    public static func parse(_ source: String) throws(ExpressionError) -> Expression {
        var parser = ExpressionParser(source)
        let result = try parser.disjunction()
        parser.skipSpaces()
        guard parser.position == parser.text.count else { throw parser.expected("AND, OR or the end") }
        return result
    }

    /// Goes down one level.
    private mutating func nested(
        _ read: (inout ExpressionParser) throws(ExpressionError) -> Expression
    ) throws(ExpressionError) -> Expression {
        guard depth < Self.deepest else { throw .tooDeep(column: position + 1) }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func disjunction() throws(ExpressionError) -> Expression {
        var parts = [try conjunction()]
        while takeWord("OR") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction() throws(ExpressionError) -> Expression {
        var parts = [try negation()]
        while takeWord("AND") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func negation() throws(ExpressionError) -> Expression {
        if takeWord("NOT") { return .not(try nested { (parser) throws(ExpressionError) in try parser.negation() }) }
        return try primary()
    }

    private mutating func primary() throws(ExpressionError) -> Expression {
        skipSpaces()
        if take("(") {
            let inner = try nested { (parser) throws(ExpressionError) in try parser.disjunction() }
            guard take(")") else { throw expected("')'") }
            return inner
        }
        guard let word = takeIdentifier() else {
            throw position >= text.count ? .unexpectedEnd : expected("an id, a macro or '('")
        }
        if let count = Self.listCount(word), take("(") {
            return .atLeast(count: count, try listBody())
        }
        if Self.isMacroName(word) { return .macro(word) }
        return .atom(.init(id: word, test: try test()))
    }

    /// `ANY` counts one, `N2` two, and so on.
    private static func listCount(_ word: String) -> Int? {
        if word == "ANY" { return 1 }
        guard word.first == "N", let count = Int(word.dropFirst()), count > 0 else { return nil }
        return count
    }

    private static func isMacroName(_ word: String) -> Bool {
        word.utf8.contains { $0 >= 65 && $0 <= 90 } && !word.utf8.contains { $0 >= 97 && $0 <= 122 }
    }

    private mutating func listBody() throws(ExpressionError) -> [Expression] {
        var parts: [Expression] = []
        repeat {
            parts.append(try nested { (parser) throws(ExpressionError) in try parser.disjunction() })
        } while take(";")
        guard take(")") else { throw expected("';' or ')'") }
        return parts
    }

    private mutating func test() throws(ExpressionError) -> Expression.Atom.Test {
        if take(":") { return .contains(try value()) }
        if take("!=") { return .differs(try value()) }
        for comparison in [Expression.Comparison.atLeast, .atMost, .above, .below] where take(comparison.rawValue) {
            return .compares(comparison, try number())
        }
        if take("=") { return .equals(try value()) }
        if takeWord("in") { return .oneOf(try braces()) }
        return .holds
    }

    private mutating func braces() throws(ExpressionError) -> [String] {
        guard take("{") else { throw expected("'{'") }
        var values = [try value()]
        while take(",") { values.append(try value()) }
        guard take("}") else { throw expected("',' or '}'") }
        return values
    }

    private mutating func value() throws(ExpressionError) -> String {
        guard let word = takeIdentifier() else { throw expected("a value") }
        return word
    }

    private mutating func number() throws(ExpressionError) -> Int {
        guard let word = takeIdentifier(), let number = Int(word) else { throw expected("a whole number") }
        return number
    }

    private func expected(_ what: String) -> ExpressionError { .expected(what, column: position + 1) }

    private mutating func skipSpaces() {
        while position < text.count, text[position] == 32 || text[position] == 10 || text[position] == 9 {
            position += 1
        }
    }

    private mutating func take(_ symbol: String) -> Bool {
        skipSpaces()
        let bytes = Array(symbol.utf8)
        guard position + bytes.count <= text.count, Array(text[position..<position + bytes.count]) == bytes else {
            return false
        }
        position += bytes.count
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        let start = position
        if takeIdentifier() == word { return true }
        position = start
        return false
    }

    private mutating func takeIdentifier() -> String? {
        skipSpaces()
        let start = position
        while position < text.count, Self.isIdentifierByte(text[position]) { position += 1 }
        guard position > start else { return nil }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 45, 95, 48...57, 65...90, 97...122: true
        default: false
        }
    }
}
