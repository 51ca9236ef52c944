import MidbackCore

/// A literal telephone number in a text: numbers depend on the country and stand in `contacts.yaml` alone.
struct TelephoneNumberValidator: Validator {
    static let id = "telephone-number"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.texts.filter { $0.role != .contact }.flatMap { site in
            Language.allCases.compactMap { language in
                Self.number(in: site.text[language]).map {
                    fault("'\($0)' looks like a telephone number: use a placeholder", at: site.location(of: language))
                }
            }
        }
    }

    /// The first thing that looks like one: an emergency short code, or seven and more digits with separators.
    static func number(in text: String) -> Substring? {
        if let match = text.firstMatch(of: /\b(?:911|988|112|999)\b/) { return match.output }
        let long = text.matches(of: /\+?\(?\d[\d().\- ]{5,}\d/).map(\.output)
        if let number = long.first(where: { $0.filter(\.isNumber).count >= 7 }) { return number }
        return text.firstMatch(of: /\btel:|\b1-8\d\d-[A-Z0-9-]+/)?.output
    }
}
