import MidbackCore

/// An expression that cannot be read, a macro outside rules, or a macro that leads back to itself or grows beyond all
/// measure.
struct ExpressionSyntaxValidator: Validator {
    static let id = "expression-syntax"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.expressions.compactMap { site($0, draft) } + draft.pack.macros.compactMap { cycle($0, draft) }
    }

    private func site(_ site: ContentIndex.ExpressionSite, _ draft: DraftPack) -> Diagnostic? {
        do {
            let expression = try ExpressionParser.parse(site.text)
            if site.vocabulary != .rules, let macro = expression.macroNames.min() {
                return fault("macro '\(macro)': macros are for rules only", at: site.location)
            }
            return isTooLarge(expression, draft) ? fault(ExpressionError.tooLarge.message, at: site.location) : nil
        } catch {
            return fault("cannot read the expression: \(error.message)", at: site.location)
        }
    }

    private func isTooLarge(_ expression: Expression, _ draft: DraftPack) -> Bool {
        do {
            _ = try expression.expanding(draft.macros)
            return false
        } catch {
            return error == .tooLarge
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
