public import MidbackCore

/// Why the survey is interrupted, and by which page.
public struct StopNotice: Hashable, Sendable {
    /// Whom to turn to first.
    public enum Kind: String, CaseIterable, Sendable {
        /// Ambulance now.
        case emergency
        /// Poison line first.
        case poison
        /// Crisis line first, calm.
        case crisis
        /// Private support first, calm.
        case unsafe
        /// Emergency department today.
        case sameDay = "same-day"
    }

    /// Decides the page.
    public var kind: Kind
    /// Further kinds that hold, most urgent first.
    public var also: [Kind]
    /// Fired rules behind it, most urgent first.
    public var rules: [Triage.RuleHit]
    /// Floors behind it.
    public var floors: [String]

    /// Ids of all rules and floors behind it: a page is confirmed for these, and any new one shows it again.
    public var reasons: [String] { rules.map(\.id) + floors }
}
