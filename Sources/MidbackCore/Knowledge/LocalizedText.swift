/// A language the product speaks. Every patient-facing text exists in all of them.
public enum Language: String, CaseIterable, Codable, Sendable {
    /// English.
    case en
    /// Spanish (es-US, neutral).
    case es
}

/// One sentence or label in every language of the pack.
public struct LocalizedText: Hashable, Codable, Sendable {
    /// English wording.
    public var en: String
    /// Spanish wording.
    public var es: String

    /// Makes a text from its two wordings.
    public init(en: String, es: String) {
        self.en = en
        self.es = es
    }

    /// The wording in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .es: es
        }
    }
}
