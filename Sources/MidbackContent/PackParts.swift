import MidbackCore

/// A pack under construction: what the decoders have delivered so far.
struct PackParts {
    var manifest = Manifest()
    var words: [String: LocalizedText] = [:]
    var steps: [SurveyStep] = []
    var findings: [FindingDefinition] = []
    var macros: [Macro] = []
    var ruleGroups: [RuleGroup] = []
    var floors: [Floor] = []
    var conflicts: [Conflict] = []
    var backstops: [Backstop] = []
    var serious = SeriousModel(baseline: [], groups: [], classes: [], damping: [], negativeCap: 0)
    var benign = BenignModel(
        features: [], groupWeights: [:], classes: [], temper: 1, noFactor: 1, clampLow: 0, clampHigh: 1, toldMatch: 0,
        toldOther: 0)
    var causes: [Cause] = []
    var sources: [Citation] = []
    var safetyNets: [SafetyNet] = []
    var contacts: [CountryContacts] = []
    var adapter = VignetteAdapter(facts: [:], narrativeOnly: [:], diagnoses: [:], diagnosisClasses: [:])
    var cases = ContentCases()

    /// What `pack.yaml` says.
    struct Manifest {
        var id = ""
        var version = ""
        var evidenceCutOff = ""
        var reviewers: [String] = []
    }

    /// The pack, without its digest.
    var pack: ContentPack {
        ContentPack(
            id: manifest.id, version: manifest.version, digest: "", evidenceCutOff: manifest.evidenceCutOff,
            reviewers: manifest.reviewers, questionnaire: Questionnaire(steps: steps), findings: findings,
            macros: macros, ruleGroups: ruleGroups, floors: floors, conflicts: conflicts, backstops: backstops,
            seriousModel: serious, benignModel: benign, causes: causes, sources: sources, safetyNets: safetyNets,
            contacts: contacts, words: words, vignetteAdapter: adapter)
    }
}
