import MidbackCore

/// A rule without a case that fires and one that does not.
struct RuleCasesValidator: Validator {
    static let id = "rule-cases"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.rules.compactMap { rule in
            Self.text(rule).map {
                fault($0, at: draft.sources.location(of: .rule, rule.id, "cases", in: .rule))
            }
        }
    }

    private static func text(_ rule: RedFlag) -> String? {
        if rule.cases.isEmpty { return "rule '\(rule.id)' has no case" }
        if !rule.cases.contains(where: \.fires) { return "rule '\(rule.id)' has no case in which it fires" }
        return rule.cases.allSatisfy(\.fires) ? "rule '\(rule.id)' has no case in which it does not fire" : nil
    }
}
