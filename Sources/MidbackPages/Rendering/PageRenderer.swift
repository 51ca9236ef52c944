public import MidbackCore

/// Why pages cannot be drawn with a pack or clinic; found once, at start.
public enum PagesError: Error, Hashable, Sendable {
    /// Words that templates name and the pack does not have.
    case missingWords([String])
    /// The pack has no telephone numbers for the clinic's country.
    case unknownCountry(String)
    /// A template cannot be parsed, or needs a fact it is not given.
    case brokenTemplate(String)
}

/// Draws every page of one clinic with one pack. Make one at start: it resolves words and templates once.
public struct PageRenderer: Sendable {
    /// Files to serve under `/static/`.
    public let staticFiles: [StaticFile]
    private let editions: [Language: Edition]
    private let fallback: Edition

    /// Prepares templates for every language of the clinic.
    public init(pack: ContentPack, clinic: ClinicInfo) throws(PagesError) {
        guard let contacts = pack.contacts.first(where: { $0.country == clinic.country }) else {
            throw .unknownCountry(clinic.country)
        }
        let files = StaticFiles(accent: clinic.accent)
        staticFiles = files.all
        var editions: [Language: Edition] = [:]
        for language in Set(clinic.languages + [.en]) {
            editions[language] = try Edition(
                language, pack: pack, clinic: clinic, contacts: contacts, files: files)
        }
        self.editions = editions
        guard let fallback = editions[clinic.languages.first ?? .en] else { throw .brokenTemplate("layout") }
        self.fallback = fallback
    }

    /// The whole HTML document.
    public func render(_ page: some Page, in context: PageContext) -> String {
        let canvas = Canvas(edition: editions[context.language] ?? fallback, context: context)
        return Layout(canvas: canvas).frame(page.draw(on: canvas)).markup
    }
}
