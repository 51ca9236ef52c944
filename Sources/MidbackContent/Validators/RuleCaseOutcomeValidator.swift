import MidbackCore

/// A case of a rule in which the rule does not do what the case says. Findings the case does not give have their
/// default; where that leaves the rule open, nothing is said here.
struct RuleCaseOutcomeValidator: Validator {
    static let id = "rule-case-outcome"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.rules.flatMap { rule in
            guard let logic = draft.expanded(rule.logic) else { return [] as [Diagnostic] }
            return rule.cases.enumerated().compactMap { offset, example in
                guard let fires = Kleene.evaluate(logic, { truth(of: $0, example.given, draft) }),
                    fires != example.fires
                else { return nil }
                return fault(
                    "rule '\(rule.id)' \(fires ? "fires" : "does not fire") in this case",
                    at: draft.sources.location(of: .ruleCase, rule.id, String(offset), in: .rule))
            }
        }
    }

    private func truth(of atom: Expression.Atom, _ given: FindingSet, _ draft: DraftPack) -> Bool? {
        guard let finding = draft.findings[atom.id] else { return nil }
        if finding.kind == .number {
            let holds = given.numbers[atom.id].map { atom.holds(.number($0)) } ?? false
            return holds != atom.isNegative
        }
        let values = given.values[atom.id] ?? Set([finding.otherwise].compactMap { $0 })
        if finding.unsureIsUnknownForRules, values.contains(finding.otherwise ?? "") { return nil }
        return values.isDisjoint(with: atom.values) == atom.isNegative
    }
}
