public import MidbackCore

/// One cause: what it is, what it feels like, how it goes, what helps, when to see someone, sources.
public struct CausePage: Page {
    /// Cause id; the server answers 404 for one that is not in the pack.
    public var cause: String
    /// The person's own evidence, when the page is opened from a result.
    public var explanation: CauseExplanation?

    /// Makes a cause page.
    public init(cause: String, explanation: CauseExplanation? = nil) {
        self.cause = cause
        self.explanation = explanation
    }
}

/// List of every cause the tool knows.
public struct CausesPage: Page {
    /// Makes the list.
    public init() {}
}
