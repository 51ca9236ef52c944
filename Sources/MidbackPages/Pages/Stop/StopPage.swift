public import MidbackCore

/// The page that interrupts the survey: one action, what to say, what to do meanwhile, and which answers caused it.
public struct StopPage: Page {
    /// Whom to turn to first.
    public enum Kind: String, CaseIterable, Sendable {
        /// Ambulance now.
        case emergency
        /// Emergency department today.
        case sameDay = "same-day"
        /// Crisis line first, calm.
        case crisis
        /// Private support first, calm.
        case unsafe
        /// Poison line first.
        case poison
    }

    /// Decides the page.
    public var kind: Kind
    /// Further kinds that hold; their contacts are added.
    public var also: [Kind]
    /// Fired rules behind it with the person's answers, most urgent first.
    public var rules: [RuleExplanation]
    /// Ids of floors behind it.
    public var floors: [String]
    /// Answers that no rule names but a floor read, for the quotes.
    public var answers: [AnswerReference]
    /// Version of the stored answers.
    public var version: Int

    /// Makes a stop page.
    public init(
        kind: Kind, also: [Kind] = [], rules: [RuleExplanation], floors: [String] = [],
        answers: [AnswerReference] = [], version: Int
    ) {
        self.kind = kind
        self.also = also
        self.rules = rules
        self.floors = floors
        self.answers = answers
        self.version = version
    }
}

/// Ends the survey for a person under the adult age: what to do instead; the answers are deleted.
public struct TooYoungPage: Page {
    /// Makes the page.
    public init() {}
}
