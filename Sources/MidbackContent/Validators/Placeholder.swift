import MidbackCore

/// The `{name}` marks of a text.
enum Placeholder {
    /// Those that stand for a telephone number of the country.
    static let contacts: Set<String> = ["emergency", "advice-line", "poison", "crisis", "domestic", "maternity"]

    /// The names in a text.
    static func names(in text: String) -> Set<String> { Set(parts(of: text).names) }

    /// Whether braces stand alone or inside each other.
    static func hasLooseBrace(_ text: String) -> Bool { parts(of: text).hasLooseBrace }

    /// Whether a name could be a parameter: lower case, digits and hyphens.
    static func isParameterName(_ name: String) -> Bool {
        name.first?.isLowercase ?? false && name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
    }

    private static func parts(of text: String) -> (names: [String], hasLooseBrace: Bool) {
        var names: [String] = []
        var open: String?
        var isLoose = false
        for character in text {
            switch (character, open) {
            case ("{", nil): open = ""
            case ("}", let name?):
                names.append(name)
                open = nil
            case ("{", _), ("}", _): isLoose = true
            default: open?.append(character)
            }
        }
        return (names, isLoose || open != nil)
    }
}
