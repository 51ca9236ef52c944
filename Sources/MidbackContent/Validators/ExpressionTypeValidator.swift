import MidbackCore

/// A test that does not suit what it tests: a value the finding or item does not have, `:` on a single choice, `>=` on
/// what is no number, a value on a yes/no finding.
struct ExpressionTypeValidator: Validator {
    static let id = "expression-type"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.expressions.flatMap { site -> [Diagnostic] in
            guard let expression = try? ExpressionParser.parse(site.text) else { return [] }
            var faults: [Diagnostic] = []
            expression.forEachAtom { atom, _ in
                if let text = text(atom, site.vocabulary, draft) { faults.append(fault(text, at: site.location)) }
            }
            return faults
        }
    }

    /// Unknown ids are another validator's.
    private func text(_ atom: Expression.Atom, _ vocabulary: Vocabulary, _ draft: DraftPack) -> String? {
        if vocabulary == .answers { return draft.items[atom.id].flatMap { AtomType.fault(atom, item: $0) } }
        return draft.findings[atom.id].flatMap { AtomType.fault(atom, finding: $0) }
    }
}

/// What each kind of finding and item can be tested for.
enum AtomType {
    /// What is wrong with a test of a finding, or `nil`.
    static func fault(_ atom: Expression.Atom, finding: FindingDefinition) -> String? {
        switch (finding.kind, atom.test) {
        case (.bool, .holds): nil
        case (.bool, _): "'\(atom.id)' is yes or no: write '\(atom.id)' or 'NOT \(atom.id)'"
        case (.single, .equals), (.single, .differs), (.single, .oneOf), (.multi, .contains):
            unknownValue(atom, among: finding.allValues)
        case (.single, _): "'\(atom.id)' has one value: write '\(atom.id)=value' or '\(atom.id) in {…}'"
        case (.multi, _): "'\(atom.id)' can have several values: write '\(atom.id):value'"
        case (.number, _): number(atom)
        }
    }

    /// What is wrong with a test of an answer, or `nil`.
    static func fault(_ atom: Expression.Atom, item: Item) -> String? {
        switch (item.kind, atom.test) {
        case (.integer, _): number(atom)
        case (.text, _): "'\(atom.id)' is free text and cannot be tested"
        case (_, .equals), (_, .differs), (_, .oneOf): unknownValue(atom, among: item.options.map(\.code))
        default: "'\(atom.id)' has options: write '\(atom.id)=option' or '\(atom.id) in {…}'"
        }
    }

    private static func number(_ atom: Expression.Atom) -> String? {
        switch atom.test {
        case .compares: nil
        case .equals(let value) where Int(value) != nil, .differs(let value) where Int(value) != nil: nil
        default: "'\(atom.id)' is a number: compare it with a number"
        }
    }

    private static func unknownValue(_ atom: Expression.Atom, among known: [String]) -> String? {
        atom.values.first { !known.contains($0) }.map { "'\(atom.id)' has no value '\($0)'" }
    }
}
