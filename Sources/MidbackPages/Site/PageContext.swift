public import MidbackCore

/// What one request knows and every page needs: language, form token, where the language switch leads.
public struct PageContext: Hashable, Sendable {
    /// Language of the page.
    public var language: Language
    /// Path of the page without its language, for the language switch: `survey/3`, `result`, empty for the home page.
    /// `nil` hides the switch.
    public var path: String?
    /// Value of the hidden field `_token` in every form; `nil` before a session exists.
    public var formToken: String?
    /// There are answers that could be deleted: shows "Delete now" and "Save and come back".
    public var hasAnswers: Bool

    /// Makes a context.
    public init(language: Language, path: String?, formToken: String? = nil, hasAnswers: Bool = false) {
        self.language = language
        self.path = path
        self.formToken = formToken
        self.hasAnswers = hasAnswers
    }
}
