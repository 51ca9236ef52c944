extension BrokenExample {
    private static let attack = "causes/serious/heart-attack.yaml"
    private static let baseline = "causes/baseline.yaml"
    private static let features = "causes/benign-features.yaml"
    private static let strain = "causes/benign/muscle-strain.yaml"

    static let models: [BrokenExample] = [
        BrokenExample(
            "missing-source", "a likelihood without a source", attack, "p: 0.8, sources: [R01]", "p: 0.8", "?"),
        BrokenExample(
            "missing-source", "a cause without a source", attack, "sources: [R01]\nmodel", "sources: []\nmodel", "?"),
        BrokenExample("probability-range", "more than certain", attack, "p: 0.8,", "p: 1.8,", "?"),
        BrokenExample(
            "probability-range", "less than impossible", features, "otherwise: 0.35", "otherwise: -0.35", "?"),
        BrokenExample(
            "probability-sum", "values above 1", baseline, "pain-duration=days, p: 0.4", "pain-duration=days, p: 0.6",
            "?"),
        BrokenExample(
            "probability-sum", "values above 1 from age 65", baseline, "pain-duration=days, p: 0.4",
            "pain-duration=days, p: 0.4, older: 0.6", "?"),
        BrokenExample(
            "probability-sum", "values below 1", baseline, "pain-duration=weeks, p: 0.6", "pain-duration=weeks, p: 0.3",
            "?"),
        BrokenExample(
            "threshold-order", "70 and more than 50", baseline, "age-years>=70, p: 0.2", "age-years>=70, p: 0.5", "?"),
        BrokenExample("feature-sum", "a choice feature above 1", features, "otherwise: 0.5}", "otherwise: 0.7}", "?"),
        BrokenExample("feature-sum", "a cause below 1", strain, "long: 0.2", "long: 0.1", "?"),
        BrokenExample("feature-sum", "a cause without a value", strain, "{short: 0.8, long: 0.2}", "{short: 1}", "?"),
        BrokenExample("prior-sum", "serious causes above 100 %", attack, "[0.1, 0.2,", "[0.1, 120,", "?"),
        BrokenExample("prior-sum", "a negative prior", strain, "[1, 1, 1,", "[1, -1, 1,", "?"),
        BrokenExample(
            "missing-baseline", "nothing to compare with", baseline, "  - {atom: chest-tight, p: 0.01, older: 0.02}\n",
            "", "?"),
        BrokenExample(
            "missing-baseline", "two statements at once", attack, "atom: chest-tight,",
            "atom: chest-tight OR chest-tight,", "?"),
        BrokenExample(
            "evidence-group", "a finding in two groups", baseline, "pain-worse-with:twist], cap",
            "pain-worse-with:twist, chest-tight], cap", "?"),
        BrokenExample(
            "evidence-group", "a list as a whole", baseline, "[pain-worse-with:twist], cap", "[pain-worse-with], cap",
            "?"),
        BrokenExample(
            "evidence-group", "a finding that does not exist", baseline, "[chest-tight, pain-duration]",
            "[chest-tigt, pain-duration]", "?"),
        BrokenExample("unknown-reference", "an unknown feature", strain, "worse-twist:", "worse-turn:", "?"),
        BrokenExample("unknown-reference", "an unknown feature group", features, "group: move", "group: moves", "?"),
        BrokenExample(
            "unknown-reference", "a backstop on a benign cause", "redflags/backstop.yaml", "[heart-attack]",
            "[muscle-strain]", "?"),
        BrokenExample(
            "unknown-reference", "a vignette step to an unknown option", "vignettes/adapter.yaml",
            "gate-now=chest-tight", "gate-now=tight", "?"),
        BrokenExample(
            "unknown-reference", "an unknown diagnosis", "vignettes/diagnoses.yaml", "[myocardial-infarction]",
            "[infarction]", "?"),
        BrokenExample(
            "unknown-reference", "a case that must fire an unknown rule", "cases/findings.yaml", "mustFire: RF-1",
            "mustFire: RF-9", "?"),
    ]
}
