import MidbackCore

/// A page state as a value: what is shown follows from its fields and the context alone.
public protocol Page: Sendable {
    /// Draws the page; called by `PageRenderer`.
    func draw(on canvas: Canvas) -> Sheet
}

/// A drawn page before it is put into the layout. Its members are internal.
public struct Sheet: Sendable {
    /// Title of the window, plain text. Neutral, because others may see it.
    var title: String
    var main: HTML
    /// Class of the root element, for pages with a look of their own.
    var kind = ""
    /// The language switch is a button of the survey's form, so that typed answers are kept.
    var switchesByForm = false
    /// Style sheets beside the common one, by name without kind and hash, for example `plan`.
    var styles: [String] = []
    /// Scripts beside the common one, by name without kind and hash.
    var scripts: [String] = []
}

/// Templates, words and content in one language, together with the request's context. Its members are internal.
public struct Canvas: Sendable {
    let edition: Edition
    let context: PageContext

    var language: Language { edition.language }
    var words: Words { edition.words }

    /// A prepared fragment of a template.
    subscript(name: String) -> Stencil { edition.stencil(name) }

    /// A drawing.
    func icon(_ name: String) -> HTML { self["icons.\(name)"].fill() }

    /// The hidden field with the form token.
    var token: HTML {
        guard let token = context.formToken else { return .empty }
        return self["layout.token"].fill(["value": HTML(token)])
    }

    /// List items of texts.
    func items(_ texts: [LocalizedText]) -> HTML {
        texts.map { HTML(markup: "<li>\(words.html($0).markup)</li>") }.joined()
    }

    /// A fragment with facts that do not change between requests, kept under its key.
    func draw(_ name: String, key: String, _ facts: () -> Facts) -> Stencil {
        edition.stencil(name, key: "\(name)/\(key)", facts)
    }

    /// Drawing that stands for a level.
    func icon(for level: Disposition) -> HTML {
        switch level {
        case .emergencyNow: icon("alert")
        case .sameDayED: icon("hospital")
        case .urgent24To72h: icon("soon")
        case .routine2Weeks: icon("calendar")
        case .selfCare: icon("home")
        }
    }

    /// Short name of a level.
    func name(of level: Disposition) -> HTML { words.html("disposition.\(level.id).short") }
}
