import MidbackCore

/// A pack that was read but not yet accepted, with everything validators need to point at lines.
struct DraftPack: Sendable {
    /// The pack; its digest is still empty.
    let pack: ContentPack
    /// Worked examples.
    let cases: ContentCases
    /// Definitions, references, texts, expressions.
    let index: ContentIndex
    /// Where each thing is defined.
    let sources: SourceMap
    /// False when a file could not be read: what it defines is missing through no fault of others.
    let isComplete: Bool
    /// Items by linkId; the first wins.
    let items: [String: Item]
    /// Findings by id; the first wins.
    let findings: [String: FindingDefinition]
    /// Macros that parse, by name.
    let macros: [String: Expression]

    /// Makes a draft and its look-up tables.
    init(pack: ContentPack, cases: ContentCases, context: ReadingContext) {
        self.pack = pack
        self.cases = cases
        index = context.index
        sources = context.sourceMap
        isComplete = !context.hasUnreadableFile
        items = Self.table(pack.questionnaire.items, by: \.linkId)
        findings = Self.table(pack.findings, by: \.id)
        macros = Self.table(pack.macros, by: \.name).compactMapValues { try? ExpressionParser.parse($0.logic) }
    }

    private static func table<Element>(_ elements: [Element], by id: KeyPath<Element, String>) -> [String: Element] {
        Dictionary(elements.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The parsed expression with macros expanded, or `nil` when another validator reports it.
    func expanded(_ source: String) -> Expression? {
        guard let expression = try? ExpressionParser.parse(source) else { return nil }
        return try? expression.expanding(macros)
    }
}
