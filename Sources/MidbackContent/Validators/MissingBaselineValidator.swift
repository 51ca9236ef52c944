import MidbackCore

/// A likelihood that has no baseline to be compared with, or that is not one single statement.
struct MissingBaselineValidator: Validator {
    static let id = "missing-baseline"
    static let needsEveryFile = true

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let model = draft.pack.seriousModel
        let known = Set(model.baseline.compactMap { Self.atom($0.atom) })
        return model.classes.flatMap { entry in
            entry.likelihoods.compactMap { text($0.atom, known) }.map {
                fault($0.text, at: draft.sources.location(of: .likelihood, entry.id, $0.atom, in: .seriousClass))
            }
        }
    }

    private func text(_ source: String, _ known: Set<Expression.Atom>) -> (text: String, atom: String)? {
        guard (try? ExpressionParser.parse(source)) != nil else { return nil }
        guard let atom = Self.atom(source) else { return ("'\(source)' is not one single statement", source) }
        return known.contains(atom) ? nil : ("likelihood '\(source)' has no baseline", source)
    }

    private static func atom(_ source: String) -> Expression.Atom? {
        if case .atom(let atom)? = try? ExpressionParser.parse(source) { atom } else { nil }
    }
}
