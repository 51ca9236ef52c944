/// Everything the engine says about one response.
public struct Assessment: Codable, Hashable, Sendable {
    /// How urgent and why.
    public var triage: Triage
    /// Which causes are likely.
    public var differential: Differential

    /// Makes an assessment.
    public init(triage: Triage, differential: Differential) {
        self.triage = triage
        self.differential = differential
    }
}

/// One answer quoted in an explanation.
public struct AnswerReference: Codable, Hashable, Sendable {
    /// The item.
    public var linkId: String
    /// The option, or `nil` for a number.
    public var code: String?
    /// The number of a number item.
    public var number: Int?
    /// True: the person chose it; false: the person did not choose it.
    public var isChosen: Bool

    /// Makes a reference.
    public init(linkId: String, code: String?, number: Int? = nil, isChosen: Bool) {
        self.linkId = linkId
        self.code = code
        self.number = number
        self.isChosen = isChosen
    }
}

/// Why a cause was ranked where it is.
public struct CauseExplanation: Codable, Hashable, Sendable {
    /// The cause.
    public var cause: String
    /// Answers that speak for it, strongest first (at most three groups).
    public var supporting: [AnswerReference]
    /// Answers that speak against it, strongest first (at most two groups).
    public var opposing: [AnswerReference]
    /// Items that would tell but were not answered.
    public var notTold: [String]
}

/// Why a rule fired.
public struct RuleExplanation: Codable, Hashable, Sendable {
    /// The rule.
    public var rule: String
    /// The person's answers behind it.
    public var answers: [AnswerReference]
}

/// Computed answers to "why not less?" and "what would make it more urgent?".
public struct Counterfactuals: Codable, Hashable, Sendable {
    /// A change of answers and the level it leads to.
    public struct Change: Codable, Hashable, Sendable {
        /// The answers that would differ.
        public var answers: [AnswerReference]
        /// The level that follows.
        public var level: Disposition
    }

    /// The smallest set of the person's answers that alone forces the level; empty at self-care.
    public var forcing: [AnswerReference]
    /// Smallest changes that would lower the urgency, at most three.
    public var lowering: [Change]
    /// Single answers that would raise it, most urgent first, at most eight.
    public var raising: [Change]
}
