extension BrokenExample {
    static let reading: [BrokenExample] = [
        BrokenExample(
            "syntax", "a list that is not closed", "pack.yaml", "languages: [en, es]", "languages: [en, es",
            "pack.yaml:6: error: YAML: did not find expected ',' or ']'"),
        BrokenExample(
            "duplicate-key", "a key twice in one map", "pack.yaml", "reviewers: []", "reviewers: []\nreviewers: [Ana]",
            "pack.yaml:4: error: duplicate key 'reviewers'"),
        BrokenExample(
            "missing-key", "a rule without a name", "redflags/01-heart.yaml", "    name: tight-chest\n", "",
            "redflags/01-heart.yaml:4: error: missing key 'name'"),
        BrokenExample(
            "unknown-key", "a misspelt key", "redflags/01-heart.yaml", "strength: strong",
            "strength: strong\n    stength: weak",
            "redflags/01-heart.yaml:13: error: unknown key 'stength'"),
        BrokenExample(
            "wrong-type", "an unknown level", "redflags/01-heart.yaml", "level: emergency-now", "level: emergency",
            "redflags/01-heart.yaml:6: error: 'level' must be a level"),
        BrokenExample(
            "wrong-type", "a quoted number", "causes/baseline.yaml", "negativeCap: -3.4", "negativeCap: \"-3.4\"",
            "causes/baseline.yaml:12: error: 'negativeCap' must be a number"),
        BrokenExample(
            "wrong-type", "too few priors", "causes/serious/heart-attack.yaml", "[0.1, 0.2, 0.3, 0.4, 0.5]",
            "[0.1, 0.2]",
            "causes/serious/heart-attack.yaml:12: error: 'priorPercent' must be 5 numbers"),
        BrokenExample(
            "wrong-type", "a version without a patch number", "pack.yaml", "version: 1.0.0", "version: \"1.0\"",
            "pack.yaml:2: error: 'version' must be MAJOR.MINOR.PATCH"),
        BrokenExample(
            "missing-key", "a common word that the loader needs", "words/common.yaml", "common.unsure-none",
            "common.other",
            "words/common.yaml:1: error: missing word 'common.unsure-none'"),
        BrokenExample(
            "bounds", "lists inside lists without end", "pack.yaml", "reviewers: []",
            "reviewers: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
            "pack.yaml:4: error: more than 64 levels inside each other"),
        BrokenExample(
            "syntax", "more levels than the parser takes", "pack.yaml", "reviewers: []",
            "reviewers: " + String(repeating: "[", count: 100_000),
            "pack.yaml:4: error: YAML: Maximum nesting level reached, set with yaml_set_max_nest_level())"),
        BrokenExample(
            "bounds", "aliases of aliases", "pack.yaml", "reviewers: []", aliasBomb,
            "pack.yaml:5: error: more than 200000 values; are there aliases of aliases?"),
    ]

    /// Ten lines that stand for a thousand million values.
    private static let aliasBomb =
        "reviewers: []\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + zip("abcdefgh", "bcdefghi").map {
            "\($1): &\($1) [" + Array(repeating: "*\($0)", count: 10).joined(separator: ", ") + "]\n"
        }
        .joined()
}
