extension BrokenExample {
    private static let attack = "causes/serious/heart-attack.yaml"
    private static let baseline = "causes/baseline.yaml"
    private static let features = "causes/benign-features.yaml"
    private static let strain = "causes/benign/muscle-strain.yaml"

    static let models: [BrokenExample] = [
        BrokenExample(
            "missing-source", "a likelihood without a source", attack, "p: 0.8, sources: [R01]", "p: 0.8",
            "\(attack):16: error: likelihood 'chest-tight' names no source (or expert-estimate)"),
        BrokenExample(
            "missing-source", "a cause without a source", attack, "sources: [R01]\nmodel", "sources: []\nmodel",
            "\(attack):1: error: cause 'heart-attack' names no source (or expert-estimate)"),
        BrokenExample(
            "probability-range", "more than certain", attack, "p: 0.8,", "p: 1.8,",
            "\(attack):16: error: 1.8 is no probability between 0 and 1"),
        BrokenExample(
            "probability-range", "less than impossible", features, "otherwise: 0.35", "otherwise: -0.35",
            "\(features):4: error: -0.35 is no probability between 0 and 1"),
        BrokenExample(
            "probability-sum", "values above 1", baseline, "pain-duration=days, p: 0.4", "pain-duration=days, p: 0.6",
            "\(baseline):3: error: the values of 'pain-duration' in the baseline sum to 1.2"),
        BrokenExample(
            "probability-sum", "values above 1 from age 65", baseline, "pain-duration=days, p: 0.4",
            "pain-duration=days, p: 0.4, older: 0.6",
            "\(baseline):3: error: the values of 'pain-duration' in the baseline from age 65 sum to 1.2"),
        BrokenExample(
            "probability-sum", "values below 1", baseline, "pain-duration=weeks, p: 0.6", "pain-duration=weeks, p: 0.3",
            "\(baseline):3: error: the values of 'pain-duration' in the baseline sum to 0.7"),
        BrokenExample(
            "threshold-order", "70 and more than 50", baseline, "age-years>=70, p: 0.2", "age-years>=70, p: 0.5",
            "\(baseline):7: error: 'age-years>=70' is given as more probable than 'age-years>=50'"),
        BrokenExample(
            "feature-sum", "a choice feature above 1", features, "otherwise: 0.5}", "otherwise: 0.7}",
            "\(features):5: error: the values of 'duration' sum to 1.2, not 1"),
        BrokenExample(
            "feature-sum", "a cause below 1", strain, "long: 0.2", "long: 0.1",
            "\(strain):15: error: the values of 'duration' sum to 0.9, not 1"),
        BrokenExample(
            "feature-sum", "a cause without a value", strain, "{short: 0.8, long: 0.2}", "{short: 1}",
            "\(strain):15: error: 'duration' lacks the value 'long'"),
        BrokenExample(
            "prior-sum", "serious causes above 100 %", attack, "[0.1, 0.2,", "[0.1, 120,",
            "\(baseline):1: error: the priors of the serious causes sum to 120.0 % in age band 2"),
        BrokenExample(
            "prior-sum", "a negative prior", strain, "[1, 1, 1,", "[1, -1, 1,",
            "\(strain):12: error: a prior of 'muscle-strain' is negative"),
        BrokenExample(
            "missing-baseline", "nothing to compare with", baseline, "  - {atom: chest-tight, p: 0.01, older: 0.02}\n",
            "",
            "\(attack):16: error: likelihood 'chest-tight' has no baseline"),
        BrokenExample(
            "missing-baseline", "two statements at once", attack, "atom: chest-tight,",
            "atom: chest-tight OR chest-tight,",
            "\(attack):16: error: 'chest-tight OR chest-tight' is not one single statement"),
        BrokenExample(
            "evidence-group", "a finding in two groups", baseline, "pain-worse-with:twist], cap",
            "pain-worse-with:twist, chest-tight], cap",
            "\(baseline):10: error: 'chest-tight' is already in group 'chest'"),
        BrokenExample(
            "evidence-group", "a list as a whole", baseline, "[pain-worse-with:twist], cap", "[pain-worse-with], cap",
            "\(baseline):10: error: 'pain-worse-with' can have several values: name one, 'pain-worse-with:value'"
        ),
        BrokenExample(
            "evidence-group", "a finding that does not exist", baseline, "[chest-tight, pain-duration]",
            "[chest-tigt, pain-duration]",
            "\(baseline):9: error: unknown finding 'chest-tigt'"),
        BrokenExample(
            "unknown-reference", "an unknown feature", strain, "worse-twist:", "worse-turn:",
            "\(strain):14: error: unknown feature 'worse-turn'",
            "\(strain):14: error: unknown feature value 'worse-turn=yes'"),
        BrokenExample(
            "unknown-reference", "an unknown feature group", features, "group: move", "group: moves",
            "\(features):3: error: unknown feature group 'moves'"),
        BrokenExample(
            "unknown-reference", "a backstop on a benign cause", "redflags/backstop.yaml", "[heart-attack]",
            "[muscle-strain]",
            "redflags/backstop.yaml:2: error: unknown serious cause 'muscle-strain'"),
        BrokenExample(
            "unknown-reference", "a vignette step to an unknown option", "vignettes/adapter.yaml",
            "gate-now=chest-tight", "gate-now=tight",
            "vignettes/adapter.yaml:3: error: unknown option 'gate-now=tight'"),
        BrokenExample(
            "unknown-reference", "an unknown diagnosis", "vignettes/diagnoses.yaml", "[myocardial-infarction]",
            "[infarction]",
            "vignettes/diagnoses.yaml:2: error: unknown diagnosis 'infarction'"),
        BrokenExample(
            "unknown-reference", "a case that must fire an unknown rule", "cases/findings.yaml", "mustFire: RF-1",
            "mustFire: RF-9",
            "cases/findings.yaml:6: error: unknown rule 'RF-9'"),
    ]
}
