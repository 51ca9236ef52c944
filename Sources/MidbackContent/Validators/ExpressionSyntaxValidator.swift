import MidbackCore

/// An expression that cannot be read, a macro outside rules, or a macro that leads back to itself.
struct ExpressionSyntaxValidator: Validator {
    static let id = "expression-syntax"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.expressions.compactMap(site) + draft.pack.macros.compactMap { cycle($0, draft) }
    }

    private func site(_ site: ContentIndex.ExpressionSite) -> Diagnostic? {
        do {
            let macros = try ExpressionParser.parse(site.text).macroNames
            guard site.vocabulary != .rules, let macro = macros.min() else { return nil }
            return fault("macro '\(macro)': macros are for rules only", at: site.location)
        } catch {
            return fault("cannot read the expression: \(error.message)", at: site.location)
        }
    }

    private func cycle(_ macro: Macro, _ draft: DraftPack) -> Diagnostic? {
        do {
            _ = try Expression.macro(macro.name).expanding(draft.macros)
            return nil
        } catch ExpressionError.cyclicMacro(let name) where name == macro.name {
            return fault("macro '\(name)' leads back to itself", at: draft.sources.location(of: .macro, name))
        } catch {
            return nil
        }
    }
}
