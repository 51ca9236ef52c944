public import MidbackCore

/// Why pages cannot be drawn with a pack or clinic; found once, at start.
public enum PagesError: Error, Hashable, Sendable {
    /// Words that templates name and the pack does not have.
    case missingWords([String])
    /// No telephone numbers for the clinic's country.
    case unknownCountry(String)
    /// A template names another that does not exist, or cannot be parsed.
    case brokenTemplate(String)
}

/// Draws every page of one clinic with one pack. Make one at start: it resolves words and templates once.
public struct PageRenderer: Sendable {
    /// Files to serve under `/static/`.
    public let staticFiles: [StaticFile]

    /// Prepares templates for every language.
    public init(pack: ContentPack, clinic: ClinicInfo) throws(PagesError) {
        staticFiles = []
    }

    /// The whole HTML document.
    public func render(_ page: some Page, in context: PageContext) -> String { "" }
}
