import MidbackCore

/// A rule that no findings can fire. Searched over the values the rule reads.
struct RuleNeverFiresValidator: Validator {
    static let id = "rule-never-fires"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.rules.compactMap { rule in
            guard let logic = draft.expanded(rule.logic),
                !WorldSearch.canHold(logic, in: FindingWorld(draft, for: logic))
            else { return nil }
            return fault(
                "rule '\(rule.id)' can never fire: no findings fulfil its logic",
                at: draft.sources.location(of: .rule, rule.id, "logic", in: .rule))
        }
    }
}
