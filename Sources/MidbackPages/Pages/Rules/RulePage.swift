/// One rule: what it looks for, why, how sure we are, and its sources.
public struct RulePage: Page {
    /// Rule id; the server answers 404 for one that is not in the pack.
    public var rule: String
    /// Whether the person has a result to go back to.
    public var hasResult: Bool

    /// Makes a rule page.
    public init(rule: String, hasResult: Bool = false) {
        self.rule = rule
        self.hasResult = hasResult
    }
}
