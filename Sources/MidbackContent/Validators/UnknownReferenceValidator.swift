import MidbackCore

/// A name that nothing defines: an item, option, finding, value, macro, cause, source, feature or group.
struct UnknownReferenceValidator: Validator {
    static let id = "unknown-reference"
    static let needsEveryFile = true

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.references.compactMap { reference($0, draft) }
            + draft.index.expressions.flatMap { expression($0, draft) }
    }

    private func reference(_ reference: ContentIndex.Reference, _ draft: DraftPack) -> Diagnostic? {
        guard draft.sources[reference.id] == nil, !isNumberStep(reference.id, draft) else { return nil }
        return fault("unknown \(reference.id.kind.rawValue) '\(reference.id.id)'", at: reference.location)
    }

    /// In vignettes `age-years=N` and `age-years=40` give a number, not an option. An unknown item is reported itself.
    private func isNumberStep(_ id: EntityID, _ draft: DraftPack) -> Bool {
        guard id.kind == .option, let step = AnswerStep(id.id) else { return false }
        guard let item = draft.items[step.linkId] else { return true }
        let takesNumber = item.kind == .integer || item.options.contains { Int($0.code) != nil }
        return takesNumber && (step.code == "N" || item.kind == .integer && step.code.flatMap { Int($0) } != nil)
    }

    private func expression(_ site: ContentIndex.ExpressionSite, _ draft: DraftPack) -> [Diagnostic] {
        guard let expression = try? ExpressionParser.parse(site.text) else { return [] }
        let unknown = site.vocabulary == .answers ? "item" : "finding"
        let ids = expression.ids.subtracting(
            site.vocabulary == .answers ? Set(draft.items.keys) : Set(draft.findings.keys))
        let macros = site.vocabulary == .rules ? expression.macroNames.subtracting(draft.pack.macros.map(\.name)) : []
        return ids.map { fault("unknown \(unknown) '\($0)' in the expression", at: site.location) }
            + macros.map { fault("unknown macro '\($0)' in the expression", at: site.location) }
    }
}

extension Expression {
    /// The macros it names.
    var macroNames: Set<String> {
        switch self {
        case .atom: []
        case .macro(let name): [name]
        case .not(let inner): inner.macroNames
        case .and(let parts), .or(let parts), .atLeast(_, let parts):
            parts.reduce(into: []) { $0.formUnion($1.macroNames) }
        }
    }
}
