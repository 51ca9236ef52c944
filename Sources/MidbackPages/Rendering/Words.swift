import MidbackCore

/// Sentences of the interface and the telephone numbers of the clinic's country, in one language.
struct Words: Sendable {
    let language: Language
    let phones: Phones
    private let sentences: [String: (plain: String, html: HTML)]

    init(_ words: [String: LocalizedText], phones: Phones, language: Language) {
        self.phones = phones
        self.language = language
        sentences = words.mapValues { (phones.plain($0[language]), phones.html($0[language])) }
    }

    func has(_ id: String) -> Bool { sentences[id] != nil }

    /// Plain text with telephone numbers filled in. Ids are checked by tests, so a missing one prints itself.
    func plain(_ id: String) -> String { sentences[id]?.plain ?? id }

    /// Plain text with placeholders of the sentence filled in.
    func plain(_ id: String, _ values: KeyValuePairs<String, String>) -> String {
        Brackets("{", "}").replace(plain(id)) { name in values.first { $0.key == name }?.value }
    }

    /// Markup: escaped, numbers as links that dial.
    func html(_ id: String) -> HTML { sentences[id]?.html ?? HTML(id) }

    /// Any text of the content, as markup.
    func html(_ text: LocalizedText) -> HTML { phones.html(text[language]) }

    /// Any text of the content, plain.
    func plain(_ text: LocalizedText) -> String { phones.plain(text[language]) }
}

/// Fills `{emergency}` and its relatives.
struct Phones: Sendable {
    let numbers: [String: String]
    private static let braces = Brackets("{", "}")

    init(_ contacts: CountryContacts) { numbers = contacts.numbers }

    func number(_ id: String) -> String? { numbers[id] }

    func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        return Self.braces.replace(text) { numbers[$0] }
    }

    func html(_ text: String) -> HTML {
        let escaped = HTML(text).markup
        guard escaped.utf8.contains(UInt8(ascii: "{")) else { return HTML(markup: escaped) }
        return HTML(markup: Self.braces.replace(escaped) { numbers[$0].map(Self.link) })
    }

    /// A number as a link that dials.
    static func link(_ number: String) -> String {
        "<a class=\"tel\" href=\"\(href(number))\">\(HTML.escape(number))</a>"
    }

    /// Address of a number: digits and a leading plus only.
    static func href(_ number: String) -> String {
        "tel:" + String(number.filter { $0 == "+" || ("0"..."9").contains($0) })
    }
}
