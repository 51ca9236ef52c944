import MidbackCore

/// A literal telephone number in a text: numbers depend on the country and stand in `contacts.yaml` alone.
struct TelephoneNumberValidator: Validator {
    static let id = "telephone-number"
    /// Emergency and crisis numbers of the countries of the pack.
    private static let shortCodes: Set<Substring> = ["911", "988", "112", "999"]
    private static let separators: Set<Character> = ["(", ")", ".", "-", " ", "+"]

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.texts.filter { $0.role != .contact }.flatMap { site in
            Language.allCases.compactMap { language in
                Self.number(in: site.text[language]).map {
                    fault("'\($0)' looks like a telephone number: use a placeholder", at: site.location(of: language))
                }
            }
        }
    }

    /// The first thing that looks like one: a short code, seven and more digits with separators, `tel:` or `1-800-…`.
    static func number(in text: String) -> Substring? {
        if let code = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first(where: shortCodes.contains) {
            return code
        }
        return longNumber(in: text)
            ?? text.split(separator: " ").first { $0.hasPrefix("1-8") || $0.hasPrefix("tel:") }
    }

    private static func longNumber(in text: String) -> Substring? {
        let runs = text.split { !$0.isNumber && !separators.contains($0) }
        let long = runs.first { $0.count(where: \.isNumber) >= 7 }
        return long.map { run in
            let start = run.firstIndex(where: \.isNumber) ?? run.startIndex
            let end = run.lastIndex(where: \.isNumber).map(run.index(after:)) ?? run.endIndex
            return run[start..<end]
        }
    }
}
