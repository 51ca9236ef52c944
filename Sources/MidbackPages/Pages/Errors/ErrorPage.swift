/// Something went wrong; says what to do, and keeps help in sight.
public struct ErrorPage: Page {
    /// What went wrong, as far as the person is concerned.
    public enum Kind: String, CaseIterable, Sendable {
        /// The request could not be read (400, 413, 415, 422).
        case badRequest = "bad-request"
        /// The form is too old or comes from elsewhere (403).
        case formExpired = "form-expired"
        /// No such page (404, 405).
        case notFound = "not-found"
        /// Too many requests (429).
        case tooManyRequests = "too-many-requests"
        /// Another window was faster (409).
        case changedElsewhere = "changed-elsewhere"
        /// The survey takes no more changes (413): fixed safety advice, because a new sign may be among what was sent.
        case full
        /// Our fault (500): fixed safety advice, the clinic's telephone, no result (`standards.md` 5.4).
        case failure
        /// Starting, stopping or overloaded (503).
        case unavailable
    }

    /// What went wrong.
    public var kind: Kind
    /// Number the person can read to the clinic; also in the log.
    public var reference: String?

    /// Makes an error page.
    public init(kind: Kind, reference: String? = nil) {
        self.kind = kind
        self.reference = reference
    }
}
