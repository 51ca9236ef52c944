public import MidbackCore
public import MidbackPlan

/// Why pages cannot be drawn with a pack or clinic; found once, at start.
public enum PagesError: Error, Hashable, Sendable {
    /// Words that templates name and the pack does not have.
    case missingWords([String])
    /// The pack has no telephone numbers for the clinic's country.
    case unknownCountry(String)
    /// A template cannot be parsed, or needs a fact it is not given.
    case brokenTemplate(String)
}

/// Draws every page of one clinic with one pack. Make one at start and keep it: what it prepares it keeps.
public struct PageRenderer: Sendable {
    /// Files to serve under `/static/`.
    public let staticFiles: [StaticFile]
    private let workshop: Workshop
    private let editions = Cache<Edition>()
    private let first: Edition

    /// Checks words, templates and telephone numbers, and prepares the clinic's first language; others follow at first use.
    public init(pack: ContentPack, plan: PlanPack, clinic: ClinicInfo) throws(PagesError) {
        guard let contacts = pack.contacts.first(where: { $0.country == clinic.country }) else {
            throw .unknownCountry(clinic.country)
        }
        let files = StaticFiles(accent: clinic.accent)
        staticFiles = files.all
        workshop = Workshop(pack: pack, plan: plan, clinic: clinic, contacts: contacts, files: files)
        first = try workshop.edition(clinic.languages.first ?? .en)
    }

    /// The whole HTML document.
    public func render(_ page: some Page, in context: PageContext) -> String {
        let canvas = Canvas(edition: edition(context.language), context: context)
        return Layout(canvas: canvas).frame(page.draw(on: canvas)).markup
    }

    func edition(_ language: Language) -> Edition {
        guard language != first.language else { return first }
        let made = try? editions.value(language.rawValue) { () throws(PagesError) in try workshop.edition(language) }
        return made ?? first
    }
}

/// What an edition is made from.
private struct Workshop: Sendable {
    let pack: ContentPack
    let plan: PlanPack
    let clinic: ClinicInfo
    let contacts: CountryContacts
    let files: StaticFiles

    func edition(_ language: Language) throws(PagesError) -> Edition {
        try Edition(language, pack: pack, plan: plan, clinic: clinic, contacts: contacts, files: files)
    }
}
