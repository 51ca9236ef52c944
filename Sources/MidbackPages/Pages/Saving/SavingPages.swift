/// Make, see once, or revoke a private link.
public struct LinkPage: Page {
    /// Where the person stands.
    public enum State: Hashable, Sendable {
        /// There is no link yet.
        case none
        /// A link exists; its words cannot be shown again.
        case exists
        /// A link was just made. Shown once: absolute address, words, and the QR code as an SVG element.
        case fresh(address: String, words: [String], qr: String)
        /// The link was just revoked.
        case revoked
    }

    /// Where the person stands.
    public var state: State
    /// Where "Go on" leads: the step, review or result the person came from.
    public var continueTo: String

    /// Makes a link page.
    public init(state: State, continueTo: String) {
        self.state = state
        self.continueTo = continueTo
    }
}

/// Form to type the words of a private link. Field name: `words`.
public struct ComeBackPage: Page {
    /// Why the last try did not work.
    public enum Problem: String, CaseIterable, Sendable {
        /// Nothing was typed.
        case empty
        /// No such link: mistyped, revoked, expired or deleted.
        case notFound = "not-found"
        /// Too many tries; wait.
        case tooManyTries = "too-many-tries"
    }

    /// What was typed, kept.
    public var typed: String
    /// Why the last try did not work.
    public var problem: Problem?

    /// Makes the form.
    public init(typed: String = "", problem: Problem? = nil) {
        self.typed = typed
        self.problem = problem
    }
}

/// Continue page behind a private link: one button a language, posting the field `token` to `Routes.comeBack`.
public struct ResumePage: Page {
    /// Token from the address, already checked for its form.
    public var token: String

    /// Makes a Continue page.
    public init(token: String) { self.token = token }
}
