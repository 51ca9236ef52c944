import MidbackCore

/// Everything prepared for one language: words, templates, quoted texts. Made once at start.
final class Edition: Sendable {
    let language: Language
    let pack: ContentPack
    let clinic: ClinicInfo
    let words: Words
    let templates: TemplateSet
    let quotes: Quotes
    let survey: SurveySheets
    let facts: Facts
    /// Fragments that need nothing but `facts`, by name.
    private let stencils: [String: Stencil]
    let ladders: [Disposition: HTML]
    private let rules: [String: RedFlag]
    private let causes: [String: Cause]
    private let nets: [Disposition: SafetyNet]

    init(
        _ language: Language, pack: ContentPack, clinic: ClinicInfo, contacts: CountryContacts, files: StaticFiles
    ) throws(PagesError) {
        self.language = language
        self.pack = pack
        self.clinic = clinic
        words = Words(pack.words, phones: Phones(contacts), language: language)
        templates = try TemplateSet(.embedded, words: words)
        facts = StandardFacts(language: language, pack: pack, clinic: clinic, words: words, files: files).facts
        stencils = try templates.stencils(facts)
        ladders = try Self.ladders(templates, facts, words)
        quotes = Quotes(pack.questionnaire, words: words)
        survey = try SurveySheets(pack.questionnaire, templates: templates, facts: facts, words: words)
        rules = Dictionary(pack.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        causes = Dictionary(pack.causes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        nets = Dictionary(pack.safetyNets.map { ($0.level, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func rule(_ id: String) -> RedFlag? { rules[id] }

    func cause(_ id: String) -> Cause? { causes[id] }

    func safetyNet(_ level: Disposition) -> SafetyNet? { nets[level] }

    /// A prepared fragment. A name that does not exist is a programmer's mistake and prints nothing.
    func stencil(_ name: String) -> Stencil {
        assert(stencils[name] != nil, "no prepared fragment \(name)")
        return stencils[name] ?? Stencil("")
    }
}
