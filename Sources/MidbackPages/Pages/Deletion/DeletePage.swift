/// Asks before deleting, and says when it is done.
public struct DeletePage: Page {
    /// Where the person stands.
    public enum State: Hashable, Sendable {
        /// Asks; "Keep them" leads to this address.
        case confirm(keep: String)
        /// Everything is deleted.
        case done
    }

    /// Where the person stands.
    public var state: State

    /// Makes the page.
    public init(state: State) { self.state = state }
}
