import MidbackCore
import MidbackPlan

/// How questions and answers are quoted in one language.
struct Quotes: Sendable {
    private struct Entry: Sendable {
        var item: Item
        var step: Int
        var question: HTML
        var options: [String: HTML]
    }

    private let entries: [String: Entry]
    private let delicate: Delicate
    /// Danger signs of a plan, as a second answer to a list names them.
    private let signs: [String: HTML]

    init(_ questionnaire: Questionnaire, signs: [EscalationRules.Sign], words: Words) {
        // The code under which the workflows keep a sign that a gate list asks again.
        let told = signs.map { ("sign:\($0.id)", words.html($0.text)) }
        self.signs = Dictionary(told, uniquingKeysWith: { first, _ in first })
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
        delicate = Delicate(questionnaire)
    }

    /// Stays folded even on the person's own screen: harm to oneself, danger at home, too much medicine.
    func isDelicate(_ reference: AnswerReference) -> Bool {
        delicate.items.contains(reference.linkId)
            || delicate.rows[reference.linkId]?.contains(reference.code ?? "") == true
    }

    func isSensitive(_ linkId: String) -> Bool { entries[linkId]?.item.isSensitive ?? false }

    func step(_ linkId: String) -> Int { entries[linkId]?.step ?? 0 }

    func question(_ linkId: String) -> HTML { entries[linkId]?.question ?? HTML(linkId) }

    /// Whether the row alone says what is meant, because it is one of a list.
    func speaksForItself(_ linkId: String) -> Bool { entries[linkId]?.item.kind.allowsSeveral ?? false }

    func answer(_ reference: AnswerReference) -> HTML {
        if let number = reference.number { return HTML(number) }
        guard let code = reference.code else { return .empty }
        return entries[reference.linkId]?.options[code] ?? signs[code] ?? HTML(code)
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

/// Which private answers another person must not even glimpse. Private lists of illnesses are not among them; private
/// questions that open under a row are, and the rows that open them.
struct Delicate: Sendable {
    private(set) var items: Set<String> = []
    private(set) var rows: [String: Set<String>] = [:]

    init(_ questionnaire: Questionnaire) {
        let all = questionnaire.items
        let lists = Set(all.filter(\.kind.allowsSeveral).map(\.linkId))
        items = Set(all.filter { $0.isSensitive && !$0.kind.allowsSeveral }.map(\.linkId))
        for item in all where items.contains(item.linkId) {
            guard let condition = item.enableWhen, let parsed = try? ExpressionParser.parse(condition) else { continue }
            parsed.forEachAtom { atom, _ in
                guard lists.contains(atom.id), case .equals(let code) = atom.test else { return }
                rows[atom.id, default: []].insert(code)
            }
        }
        for item in all where item.isSensitive && lists.contains(item.linkId) && item.option("rather-not-say") != nil {
            rows[item.linkId, default: []].insert("rather-not-say")
        }
    }
}
