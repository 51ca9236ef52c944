public import MidbackCore

/// What the product said to one vignette, beside what clinicians would say.
public struct ScoredVignette: Sendable {
    /// The case.
    public var vignette: Vignette
    /// The advice given.
    public var level: Disposition
    /// Rules that fired, most urgent first.
    public var fired: [String]
    /// Ranked causes, best first.
    public var ranking: [String]
    /// Rank of the first acceptable cause, from 1; `nil` when none is listed.
    public var rank: Int?
    /// Rank of the first cause of an acceptable class, from 1.
    public var classRank: Int?
    /// Items answered, details included.
    public var questions: Int
    /// Expected behaviours that were met, and those that were not.
    public var behavioursMet: [String]
    /// Expected behaviours that were not met.
    public var behavioursMissed: [String]
    /// Facts the adapter does not know.
    public var unknownFacts: [String]

    var gold: Vignette.Gold { vignette.gold }
    /// Advice equals the gold level.
    public var isExact: Bool { level == gold.urgency }
    /// Advice is one two careful clinicians would accept.
    public var isAcceptable: Bool { gold.acceptableUrgency.contains(level) }
    /// Less urgent than every acceptable level.
    public var isUnder: Bool { level > (gold.acceptableUrgency.max() ?? gold.urgency) }
    /// More urgent than every acceptable level.
    public var isOver: Bool { level < (gold.acceptableUrgency.min() ?? gold.urgency) }
    /// As urgent as gold, or more.
    public var isSafeStrict: Bool { level <= gold.urgency }
    /// At most one level less urgent than gold.
    public var isSafeGilbert: Bool { level.rawValue <= gold.urgency.rawValue + 1 }
    /// A dangerous miss.
    public var isMustNotUnder: Bool { gold.mustNot.contains(level) && level > gold.urgency }
    /// Gross over-triage.
    public var isMustNotOver: Bool { gold.mustNot.contains(level) && level < gold.urgency }
    /// Right among emergency, non-emergency and self-care.
    public var isThreeLevel: Bool { Self.three(level) == Self.three(gold.urgency) }
    /// Gold is one of the two emergency levels.
    public var isEmergency: Bool { gold.urgency <= .sameDayED }

    private static func three(_ level: Disposition) -> Int {
        switch level {
        case .emergencyNow, .sameDayED: 0
        case .urgent24To72h, .routine2Weeks: 1
        case .selfCare: 2
        }
    }
}
