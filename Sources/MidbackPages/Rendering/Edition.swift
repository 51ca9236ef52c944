import MidbackCore
import MidbackPlan

/// Everything prepared for one language: words, templates, quoted texts. Stencils are made at first use, because the start
/// of the program has to be quick.
final class Edition: Sendable {
    let language: Language
    let pack: ContentPack
    let plan: PlanPack
    /// Why a plan is as it is, in sentences.
    let planReasons: ReasonWriter
    let clinic: ClinicInfo
    let words: Words
    let templates: TemplateSet
    let quotes: Quotes
    let survey: SurveySheets
    let facts: Facts
    let files: StaticFiles
    private let stencils = Cache<Stencil>()
    private let rules: [String: RedFlag]
    private let causes: [String: Cause]
    private let nets: [Disposition: SafetyNet]

    init(
        _ language: Language, pack: ContentPack, plan: PlanPack, clinic: ClinicInfo, contacts: CountryContacts,
        files: StaticFiles
    ) throws(PagesError) {
        self.language = language
        self.pack = pack
        self.plan = plan
        planReasons = ReasonWriter(
            plan, language: language,
            causes: Dictionary(pack.causes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
        self.clinic = clinic
        self.files = files
        words = Words(pack.words, phones: Phones(contacts), language: language)
        templates = try TemplateSet(.embedded, words: words)
        facts = StandardFacts(language: language, pack: pack, clinic: clinic, words: words, files: files).facts
        quotes = Quotes(pack.questionnaire, signs: plan.escalation.signs, words: words)
        survey = SurveySheets(pack.questionnaire, templates: templates, facts: facts, words: words)
        rules = Dictionary(pack.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        causes = Dictionary(pack.causes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        nets = Dictionary(pack.safetyNets.map { ($0.level, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func rule(_ id: String) -> RedFlag? { rules[id] }

    func cause(_ id: String) -> Cause? { causes[id] }

    func safetyNet(_ level: Disposition) -> SafetyNet? { nets[level] }

    /// A fragment that needs nothing but the standard facts.
    func stencil(_ name: String) -> Stencil { stencil(name, key: name) { [:] } }

    /// A fragment drawn with facts of its own, the same ones for the same key.
    func stencil(_ name: String, key: String, _ more: () -> Facts) -> Stencil {
        let made = try? stencils.value(key) { () throws(PagesError) in
            try templates.stencil(name, facts.adding(more()))
        }
        assert(made != nil, "template \(name) does not exist or lacks facts")
        return made ?? Stencil("")
    }
}
