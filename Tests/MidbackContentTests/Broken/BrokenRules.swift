extension BrokenExample {
    private static let heart = "redflags/01-heart.yaml"
    private static let logic = "logic: chest-tight AND OLD_OR_SHORT"

    static let rules: [BrokenExample] = [
        BrokenExample("duplicate-id", "two rules with one id", heart, "id: RF-2", "id: RF-1", "?"),
        BrokenExample("unknown-reference", "an unknown finding", heart, logic, "logic: chest-tigt", "?"),
        BrokenExample("unknown-reference", "an unknown macro", heart, logic, "logic: chest-tight AND OLDER", "?"),
        BrokenExample(
            "unknown-reference", "an unknown cause", heart, "suspects: [heart-attack]", "suspects: [infarct]", "?"),
        BrokenExample("unknown-reference", "an unknown source", heart, "sources: [R01]", "sources: [R99]", "?"),
        BrokenExample(
            "unknown-reference", "an unknown value in a case", heart, "pain-worse-with: [cough], pain",
            "pain-worse-with: [cough, sneeze], pain", "?"),
        BrokenExample(
            "expression-syntax", "an operator without its right side", heart, logic, "logic: chest-tight AND", "?"),
        BrokenExample(
            "expression-syntax", "a macro that leads back to itself", "redflags/macros.yaml", "logic: age-years>=50",
            "logic: OLD_OR_SHORT", "?"),
        BrokenExample(
            "expression-syntax", "a macro outside rules", "causes/benign-features.yaml", "when: pain-duration=days",
            "when: OLD", "?"),
        BrokenExample(
            "expression-type", "a value on yes/no", heart, logic, "logic: chest-tight=yes AND OLD_OR_SHORT", "?"),
        BrokenExample(
            "expression-type", "a colon on a single choice", heart, "AND pain-duration=weeks",
            "AND pain-duration:weeks", "?"),
        BrokenExample(
            "expression-type", "an equals sign on a list", heart, "logic: pain-worse-with:cough",
            "logic: pain-worse-with=cough", "?"),
        BrokenExample(
            "expression-type", "a comparison of words", heart, logic, "logic: chest-tight AND pain-duration>=2", "?"),
        BrokenExample(
            "expression-type", "a value nobody can choose", heart, "AND pain-duration=weeks",
            "AND pain-duration=months", "?"),
        BrokenExample("missing-source", "a rule without a source", heart, "sources: [R01]", "sources: []", "?"),
        BrokenExample(
            "empty-suspects", "a rule that suspects nothing", heart, "suspects: [heart-attack]", "suspects: []", "?"),
        BrokenExample(
            "rule-never-fires", "two values at once", heart, "pain-worse-with:cough AND pain-duration=weeks",
            "pain-worse-with:cough AND pain-duration=weeks AND pain-duration=days", "?"),
        BrokenExample(
            "rule-never-fires", "an age out of reach", heart, logic, "logic: chest-tight AND age-years>120", "?"),
        BrokenExample(
            "rule-cases", "no case that does not fire", heart, "\n      - {fires: false, given: {age-years: 60}}", "",
            "?"),
        BrokenExample(
            "rule-case-outcome", "a case that does not fire", heart, "{chest-tight: true, age-years: 60}",
            "{chest-tight: true, age-years: 40}", "?"),
    ]
}
