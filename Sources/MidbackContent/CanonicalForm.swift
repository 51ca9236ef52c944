import MidbackCore

/// A pack ready for canonical JSON. Cases of rules are kept apart with sorted value lists, because the sets in them
/// would be written in another order each time.
struct CanonicalForm: Codable {
    private var content: ContentPack
    private var cases: [String: [Case]]

    private struct Case: Codable {
        var fires: Bool
        var values: [String: [String]]
        var numbers: [String: Int]

        init(_ ruleCase: RuleCase) {
            fires = ruleCase.fires
            values = ruleCase.given.values.mapValues { $0.sorted() }
            numbers = ruleCase.given.numbers
        }

        var ruleCase: RuleCase {
            RuleCase(given: FindingSet(values: values.mapValues(Set.init), numbers: numbers), fires: fires)
        }
    }

    /// Takes a pack apart.
    init(_ pack: ContentPack) {
        content = pack
        cases = [:]
        for rule in pack.rules { cases[rule.id, default: []] += rule.cases.map(Case.init) }
        forEachRule { $0.cases = [] }
    }

    /// The pack, put together again.
    var pack: ContentPack {
        var form = self
        form.forEachRule { $0.cases = (cases[$0.id] ?? []).map(\.ruleCase) }
        return form.content
    }

    private mutating func forEachRule(_ body: (inout RedFlag) -> Void) {
        for group in content.ruleGroups.indices {
            for rule in content.ruleGroups[group].rules.indices { body(&content.ruleGroups[group].rules[rule]) }
        }
    }
}
