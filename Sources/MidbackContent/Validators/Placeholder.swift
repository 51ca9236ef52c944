import MidbackCore

/// The `{name}` marks of a text.
enum Placeholder {
    /// Those that stand for a telephone number of the country.
    static let contacts: Set<String> = ["emergency", "advice-line", "poison", "crisis", "domestic", "maternity"]

    /// The names in a text.
    static func names(in text: String) -> Set<String> {
        Set(text.matches(of: /\{([^{}]*)\}/).map { String($0.output.1) })
    }

    /// Whether braces stand alone.
    static func hasLooseBrace(_ text: String) -> Bool {
        text.replacing(/\{[^{}]*\}/, with: "").contains { $0 == "{" || $0 == "}" }
    }
}
