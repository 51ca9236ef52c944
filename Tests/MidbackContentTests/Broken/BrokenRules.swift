extension BrokenExample {
    private static let heart = "redflags/01-heart.yaml"
    private static let logic = "logic: chest-tight AND OLD_OR_SHORT"

    static let rules: [BrokenExample] = [
        BrokenExample(
            "duplicate-id", "two rules with one id", heart, "id: RF-2", "id: RF-1",
            "\(heart):17: error: duplicate rule 'RF-1', first in \(heart):4"),
        BrokenExample(
            "unknown-reference", "an unknown finding", heart, logic, "logic: chest-tigt",
            "\(heart):8: error: unknown finding 'chest-tigt' in the expression"),
        BrokenExample(
            "unknown-reference", "an unknown macro", heart, logic, "logic: chest-tight AND OLDER",
            "\(heart):8: error: unknown macro 'OLDER' in the expression"),
        BrokenExample(
            "unknown-reference", "an unknown cause", heart, "suspects: [heart-attack]", "suspects: [infarct]",
            "\(heart):9: error: unknown cause 'infarct'"),
        BrokenExample(
            "unknown-reference", "an unknown source", heart, "sources: [R01]", "sources: [R99]",
            "\(heart):13: error: unknown source 'R99'"),
        BrokenExample(
            "unknown-reference", "an unknown value in a case", heart, "pain-worse-with: [cough], pain",
            "pain-worse-with: [cough, sneeze], pain",
            "\(heart):28: error: unknown value 'pain-worse-with=sneeze'"),
        BrokenExample(
            "expression-syntax", "an operator without its right side", heart, logic, "logic: chest-tight AND",
            "\(heart):8: error: cannot read the expression: the expression ends too early"),
        BrokenExample(
            "expression-syntax", "levels without end", heart, logic,
            "logic: " + String(repeating: "(", count: 100_000) + "chest-tight" + String(repeating: ")", count: 100_000),
            "\(heart):8: error: cannot read the expression: more than 64 levels inside each other at column 66"),
        BrokenExample(
            "expression-syntax", "NOT without end", heart, logic,
            "logic: " + String(repeating: "NOT ", count: 100_000) + "chest-tight",
            "\(heart):8: error: cannot read the expression: more than 64 levels inside each other at column 260"),
        BrokenExample(
            "expression-syntax", "a macro that leads back to itself", "redflags/macros.yaml", "logic: age-years>=50",
            "logic: OLD_OR_SHORT",
            "redflags/macros.yaml:2: error: macro 'OLD' leads back to itself",
            "redflags/macros.yaml:3: error: macro 'OLD_OR_SHORT' leads back to itself"),
        BrokenExample(
            "expression-syntax", "a macro outside rules", "causes/benign-features.yaml", "when: pain-duration=days",
            "when: OLD",
            "causes/benign-features.yaml:8: error: macro 'OLD': macros are for rules only"),
        BrokenExample(
            "expression-type", "a value on yes/no", heart, logic, "logic: chest-tight=yes AND OLD_OR_SHORT",
            "\(heart):8: error: 'chest-tight' is yes or no: write 'chest-tight' or 'NOT chest-tight'"),
        BrokenExample(
            "expression-type", "a colon on a single choice", heart, "AND pain-duration=weeks",
            "AND pain-duration:weeks",
            "\(heart):21: error: 'pain-duration' has one value: write 'pain-duration=value' or 'pain-duration in {…}'"
        ),
        BrokenExample(
            "expression-type", "an equals sign on a list", heart, "logic: pain-worse-with:cough",
            "logic: pain-worse-with=cough",
            "\(heart):21: error: 'pain-worse-with' can have several values: write 'pain-worse-with:value'"
        ),
        BrokenExample(
            "expression-type", "a comparison of words", heart, logic, "logic: chest-tight AND pain-duration>=2",
            "\(heart):8: error: 'pain-duration' has one value: write 'pain-duration=value' or 'pain-duration in {…}'",
            "\(heart):8: error: rule 'RF-1' can never fire: no findings fulfil its logic",
            "\(heart):15: error: rule 'RF-1' does not fire in this case"),
        BrokenExample(
            "expression-type", "a value nobody can choose", heart, "AND pain-duration=weeks",
            "AND pain-duration=months",
            "\(heart):21: error: 'pain-duration' has no value 'months'",
            "\(heart):21: error: rule 'RF-2' can never fire: no findings fulfil its logic",
            "\(heart):28: error: rule 'RF-2' does not fire in this case"),
        BrokenExample(
            "missing-source", "a rule without a source", heart, "sources: [R01]", "sources: []",
            "\(heart):13: error: rule 'RF-1' names no source (or expert-estimate)"),
        BrokenExample(
            "empty-suspects", "a rule that suspects nothing", heart, "suspects: [heart-attack]", "suspects: []",
            "\(heart):9: error: rule 'RF-1' suspects no cause"),
        BrokenExample(
            "rule-never-fires", "two values at once", heart, "pain-worse-with:cough AND pain-duration=weeks",
            "pain-worse-with:cough AND pain-duration=weeks AND pain-duration=days",
            "\(heart):21: error: rule 'RF-2' can never fire: no findings fulfil its logic",
            "\(heart):28: error: rule 'RF-2' does not fire in this case"),
        BrokenExample(
            "rule-never-fires", "an age out of reach", heart, logic, "logic: chest-tight AND age-years>120",
            "\(heart):8: error: rule 'RF-1' can never fire: no findings fulfil its logic",
            "\(heart):15: error: rule 'RF-1' does not fire in this case"),
        BrokenExample(
            "rule-cases", "no case that does not fire", heart, "\n      - {fires: false, given: {age-years: 60}}", "",
            "\(heart):15: error: rule 'RF-1' has no case in which it does not fire"),
        BrokenExample(
            "rule-case-outcome", "a case that does not fire", heart, "{chest-tight: true, age-years: 60}",
            "{chest-tight: true, age-years: 40}",
            "\(heart):15: error: rule 'RF-1' does not fire in this case"),
    ]
}
