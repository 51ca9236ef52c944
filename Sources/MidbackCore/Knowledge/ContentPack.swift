/// Everything clinical that the engine and the pages know, checked and ready to be compiled by `Engine`.
/// Made by `MidbackContent` from YAML, or read from its compiled form.
public struct ContentPack: Codable, Hashable, Sendable {
    /// Stable id of the pack.
    public var id: String
    /// Semantic version: MAJOR when an outcome can change, MINOR for added content, PATCH for wording.
    public var version: String
    /// SHA-256 of the canonical form, lower-case hex; names the exact content a decision was made with.
    public var digest: String
    /// Last day whose evidence was considered, `yyyy-mm-dd`.
    public var evidenceCutOff: String
    /// Who reviewed the pack, for display.
    public var reviewers: [String]
    /// The survey.
    public var questionnaire: Questionnaire
    /// Clinical statements derived from answers.
    public var findings: [FindingDefinition]
    /// Named sub-expressions of rules.
    public var macros: [Macro]
    /// Groups of red-flag rules with their rules.
    public var ruleGroups: [RuleGroup]
    /// Floors from the gate and other fixed floors, over answers.
    public var floors: [Floor]
    /// Pairs of answers that do not fit together.
    public var conflicts: [Conflict]
    /// Posterior thresholds that can only raise the level.
    public var backstops: [Backstop]
    /// First-stage model: serious classes against one musculoskeletal class.
    public var seriousModel: SeriousModel
    /// Second-stage model: the split among benign causes.
    public var benignModel: BenignModel
    /// Every cause that can be shown: serious, rules-only and benign.
    public var causes: [Cause]
    /// Citations by id.
    public var sources: [Citation]
    /// What to watch for, one entry per disposition.
    public var safetyNets: [SafetyNet]
    /// Telephone numbers by country.
    public var contacts: [CountryContacts]
    /// Sentences of the interface by id, for example `common.next`.
    public var words: [String: LocalizedText]
    /// Translates vignette facts into answers.
    public var vignetteAdapter: VignetteAdapter

    /// Makes a pack from its parts.
    public init(
        id: String, version: String, digest: String, evidenceCutOff: String, reviewers: [String],
        questionnaire: Questionnaire, findings: [FindingDefinition], macros: [Macro], ruleGroups: [RuleGroup],
        floors: [Floor], conflicts: [Conflict], backstops: [Backstop], seriousModel: SeriousModel,
        benignModel: BenignModel, causes: [Cause], sources: [Citation], safetyNets: [SafetyNet],
        contacts: [CountryContacts], words: [String: LocalizedText], vignetteAdapter: VignetteAdapter
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.evidenceCutOff = evidenceCutOff
        self.reviewers = reviewers
        self.questionnaire = questionnaire
        self.findings = findings
        self.macros = macros
        self.ruleGroups = ruleGroups
        self.floors = floors
        self.conflicts = conflicts
        self.backstops = backstops
        self.seriousModel = seriousModel
        self.benignModel = benignModel
        self.causes = causes
        self.sources = sources
        self.safetyNets = safetyNets
        self.contacts = contacts
        self.words = words
        self.vignetteAdapter = vignetteAdapter
    }

    /// All red-flag rules in file order.
    public var rules: [RedFlag] { ruleGroups.flatMap(\.rules) }
}
