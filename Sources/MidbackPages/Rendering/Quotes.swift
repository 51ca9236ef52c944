import MidbackCore

/// How questions and answers are quoted in one language.
struct Quotes: Sendable {
    private struct Entry: Sendable {
        var item: Item
        var step: Int
        var question: HTML
        var options: [String: HTML]
    }

    private let entries: [String: Entry]

    init(_ questionnaire: Questionnaire, words: Words) {
        var entries: [String: Entry] = [:]
        for step in questionnaire.steps {
            for item in step.items {
                let options = item.options.map { ($0.code, words.html($0.text)) }
                entries[item.linkId] = Entry(
                    item: item, step: step.number, question: words.html(item.text),
                    options: Dictionary(options, uniquingKeysWith: { first, _ in first }))
            }
        }
        self.entries = entries
    }

    func isSensitive(_ linkId: String) -> Bool { entries[linkId]?.item.isSensitive ?? false }

    func step(_ linkId: String) -> Int { entries[linkId]?.step ?? 0 }

    func question(_ linkId: String) -> HTML { entries[linkId]?.question ?? HTML(linkId) }

    /// Whether the row alone says what is meant, because it is one of a list.
    func speaksForItself(_ linkId: String) -> Bool { entries[linkId]?.item.kind.allowsSeveral ?? false }

    func answer(_ reference: AnswerReference) -> HTML {
        if let number = reference.number { return HTML(number) }
        guard let code = reference.code else { return .empty }
        return entries[reference.linkId]?.options[code] ?? HTML(code)
    }

    /// The whole answer to an item: rows as a list, a number, typed lines.
    func whole(_ linkId: String, _ answer: Answer) -> HTML {
        switch answer {
        case .number(let number): HTML(number)
        case .lines(let lines): Self.list(lines.map { HTML($0) })
        case .codes(let codes): Self.list(codes.map { entries[linkId]?.options[$0] ?? HTML($0) })
        }
    }

    private static func list(_ parts: [HTML]) -> HTML {
        guard parts.count > 1 else { return parts.first ?? .empty }
        return HTML(markup: "<ul>" + parts.map { "<li>\($0.markup)</li>" }.joined() + "</ul>")
    }
}
