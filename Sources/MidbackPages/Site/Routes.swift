public import MidbackCore

/// Every address of the site, made in one place so that no link is dead. Addresses are absolute paths.
public enum Routes {
    /// About pages.
    public enum Topic: String, CaseIterable, Sendable {
        /// What the tool is for and what not (`standards.md` 4.4).
        case intendedUse = "intended-use"
        /// What is stored, for how long, and how to delete it.
        case privacy
        /// Accessibility statement.
        case accessibility
        /// How answers become a result.
        case howItWorks = "how-it-works"
        /// List of sources.
        case sources
    }

    /// Home page.
    public static func home(_ language: Language) -> String { "/\(language.rawValue)/" }
    /// POST: starts a survey.
    public static func start(_ language: Language) -> String { "/\(language.rawValue)/survey" }
    /// GET and POST: one step of the survey, 0 to 8.
    public static func step(_ number: Int, _ language: Language) -> String {
        "/\(language.rawValue)/survey/\(number)"
    }
    /// One step, scrolled to one question; `from=review` asks for the button that goes back to the review page.
    public static func item(_ linkId: String, step number: Int, _ language: Language) -> String {
        "\(step(number, language))?from=review#q-\(linkId)"
    }
    /// GET and POST: check your answers.
    public static func review(_ language: Language) -> String { "/\(language.rawValue)/survey/review" }
    /// GET and POST: stop page.
    public static func stop(_ language: Language) -> String { "/\(language.rawValue)/stop" }
    /// GET: result.
    public static func result(_ language: Language) -> String { "/\(language.rawValue)/result" }
    /// GET: list of causes.
    public static func causes(_ language: Language) -> String { "/\(language.rawValue)/causes" }
    /// GET: one cause.
    public static func cause(_ id: String, _ language: Language) -> String { "/\(language.rawValue)/causes/\(id)" }
    /// GET: one rule.
    public static func rule(_ id: String, _ language: Language) -> String { "/\(language.rawValue)/rules/\(id)" }
    /// GET and POST: make or revoke a private link.
    public static func link(_ language: Language) -> String { "/\(language.rawValue)/link" }
    /// GET and POST: come back by words, code or link.
    public static func comeBack(_ language: Language) -> String { "/\(language.rawValue)/come-back" }
    /// GET: Continue page of a private link.
    public static func resume(token: String) -> String { "/r/\(token)" }
    /// POST: quick exit.
    public static func exit(_ language: Language) -> String { "/\(language.rawValue)/exit" }
    /// GET and POST: delete the answers.
    public static func delete(_ language: Language) -> String { "/\(language.rawValue)/delete" }
    /// GET: about page.
    public static func about(_ topic: Topic, _ language: Language) -> String {
        "/\(language.rawValue)/about/\(topic.rawValue)"
    }
    /// GET: static file with its content hash in the name.
    public static func asset(_ name: String) -> String { "/static/\(name)" }
}
