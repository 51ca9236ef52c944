extension BrokenExample {
    private static let gate = "questionnaire/00-gate.yaml"
    private static let location = "questionnaire/01-location.yaml"

    static let questionnaire: [BrokenExample] = [
        BrokenExample(
            "duplicate-id", "two options with one code", location, "code: weeks, text", "code: days, text", "?"),
        BrokenExample(
            "duplicate-id", "an item that is also generated", gate, "linkId: chest-when", "linkId: gate-now-unsure", "?"
        ),
        BrokenExample(
            "unknown-reference", "a display condition on an unknown item", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: gate-then=chest-tight OR", "?"),
        BrokenExample(
            "expression-type", "an option the item does not have", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: gate-now=tight OR", "?"),
        BrokenExample(
            "expression-syntax", "a bracket too many", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: gate-now=chest-tight) OR", "?"),
        BrokenExample("item-shape", "a number without its range", gate, "    max: 120", "", "?"),
        BrokenExample("step-number", "a step with the number of another", location, "number: 1", "number: 2", "?"),
        BrokenExample(
            "display-order", "a condition on a later item", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: age-years>=18 OR", "?"),
        BrokenExample(
            "display-order", "a condition that leads back to itself", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: chest-when=rest OR", "?"),
        BrokenExample(
            "unreachable-item", "a condition beside an exclusive row", gate,
            "enableWhen: gate-now=chest-tight OR gate-now-unsure=chest-tight",
            "enableWhen: gate-now=none AND gate-now-unsure=chest-tight", "?"),
        BrokenExample(
            "unreachable-item", "a number out of range", gate,
            "    text: {en: How old are you?",
            "    enableWhen: gate-now=none AND chest-when=rest\n    text: {en: How old are you?",
            "?"),
        BrokenExample(
            "unsure-wording", "a row without simpler words", gate,
            "\n        again: {en: I cannot get up, es: No puedo levantarme}", "", "?"),
    ]

    static let findings: [BrokenExample] = [
        BrokenExample(
            "finding-shape", "a yes/no finding with another value", "findings.yaml", "[{id: \"yes\", when",
            "[{id: tight, when",
            "?"),
        BrokenExample(
            "finding-shape", "a number from a list", "findings.yaml", "kind: number, item: age-years",
            "kind: number, item: gate-now", "?"),
        BrokenExample("duplicate-id", "a value twice", "findings.yaml", "id: cough, when", "id: twist, when", "?"),
        BrokenExample(
            "expression-type", "an answer tested like a finding", "findings.yaml", "when: pain-duration=days",
            "when: \"pain-duration:days\"", "?"),
        BrokenExample(
            "unknown-reference", "an unknown item behind a number", "findings.yaml", "item: age-years", "item: age", "?"
        ),
    ]
}
