extension BrokenExample {
    private static let gate = "questionnaire/00-gate.yaml"
    private static let location = "questionnaire/01-location.yaml"

    static let questionnaire: [BrokenExample] = [
        BrokenExample(
            "duplicate-id", "two options with one code", location, "code: weeks, text", "code: days, text",
            "findings.yaml:10: error: 'pain-duration' has no value 'weeks'",
            "\(location):11: error: duplicate option 'pain-duration=days', first in \(location):10",
            "redflags/conflicts.yaml:3: error: 'pain-duration' has no value 'weeks'"),
        BrokenExample(
            "duplicate-id", "an item that is also generated", gate, "linkId: chest-when", "linkId: gate-now-unsure",
            "\(gate):19: error: duplicate item 'gate-now-unsure', first in \(gate):5"
        ),
        BrokenExample(
            "unknown-reference", "a display condition on an unknown item", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: gate-then=chest-tight OR",
            "\(gate):22: error: unknown item 'gate-then' in the expression"),
        BrokenExample(
            "expression-type", "an option the item does not have", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: gate-now=tight OR",
            "\(gate):22: error: 'gate-now' has no value 'tight'"),
        BrokenExample(
            "expression-syntax", "a bracket too many", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: gate-now=chest-tight) OR",
            "\(gate):22: error: cannot read the expression: expected AND, OR or the end at column 21"
        ),
        BrokenExample(
            "item-shape", "a number without its range", gate, "    max: 120", "",
            "\(gate):27: error: a number needs min below max"),
        BrokenExample(
            "step-number", "a step with the number of another", location, "number: 1", "number: 2",
            "\(location):1: error: step 'location' has number 2, its place is 1"),
        BrokenExample(
            "display-order", "a condition on a later item", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: age-years>=18 OR",
            "\(gate):22: error: the display condition of 'chest-when' reads 'age-years', which is asked later"
        ),
        BrokenExample(
            "display-order", "a condition that leads back to itself", gate, "enableWhen: gate-now=chest-tight OR",
            "enableWhen: chest-when=rest OR",
            "\(gate):22: error: the display condition of 'chest-when' leads back to itself through 'chest-when'"
        ),
        BrokenExample(
            "unreachable-item", "a condition beside an exclusive row", gate,
            "enableWhen: gate-now=chest-tight OR gate-now-unsure=chest-tight",
            "enableWhen: gate-now=none AND gate-now-unsure=chest-tight",
            "\(gate):22: error: item 'chest-when' is never shown: no answers fulfil its display condition"
        ),
        BrokenExample(
            "unreachable-item", "a condition on an item that is hidden then", gate,
            "    text: {en: How old are you?",
            "    enableWhen: gate-now=none AND chest-when=rest\n    text: {en: How old are you?",
            "\(gate):30: error: item 'age-years' is never shown: no answers fulfil its display condition"
        ),
        BrokenExample(
            "unsure-wording", "a row without simpler words", gate,
            "\n        again: {en: I cannot get up, es: No puedo levantarme}", "",
            "\(gate):16: error: row 'very-ill' needs 'again': 'gate-now' offers not-sure"),
    ]

    static let findings: [BrokenExample] = [
        BrokenExample(
            "finding-shape", "a yes/no finding with another value", "findings.yaml", "[{id: \"yes\", when",
            "[{id: tight, when",
            "findings.yaml:3: error: a yes/no finding has exactly the value 'yes'"),
        BrokenExample(
            "finding-shape", "a number from a list", "findings.yaml", "kind: number, item: age-years",
            "kind: number, item: gate-now",
            "findings.yaml:2: error: item 'gate-now' does not hold a number"),
        BrokenExample(
            "duplicate-id", "a value twice", "findings.yaml", "id: cough, when", "id: twist, when",
            "findings.yaml:15: error: duplicate value 'pain-worse-with=twist', first in findings.yaml:14",
            "redflags/01-heart.yaml:21: error: 'pain-worse-with' has no value 'cough'",
            "redflags/01-heart.yaml:21: error: rule 'RF-2' can never fire: no findings fulfil its logic",
            "redflags/01-heart.yaml:28: error: unknown value 'pain-worse-with=cough'",
            "redflags/01-heart.yaml:29: error: unknown value 'pain-worse-with=cough'"),
        BrokenExample(
            "expression-type", "an answer tested like a finding", "findings.yaml", "when: pain-duration=days",
            "when: \"pain-duration:days\"",
            "findings.yaml:9: error: 'pain-duration' has options: "
                + "write 'pain-duration=option' or 'pain-duration in {…}'"
        ),
        BrokenExample(
            "unknown-reference", "an unknown item behind a number", "findings.yaml", "item: age-years", "item: age",
            "findings.yaml:2: error: unknown item 'age'"),
    ]
}
