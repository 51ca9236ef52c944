/// A clinical statement derived from answers, defined as data.
public struct FindingDefinition: Codable, Hashable, Sendable {
    /// What values a finding has.
    public enum Kind: String, Codable, Sendable {
        /// yes or no.
        case bool
        /// Exactly one of its values.
        case single
        /// Any of its values, each on its own.
        case multi
        /// A whole number.
        case number
    }

    /// One value and the answers that give it.
    public struct Value: Codable, Hashable, Sendable {
        /// Value id; `yes` for a bool.
        public var id: String
        /// Expression over answers (`item=row`, `item in {…}`, `age-years>=65`, AND, OR, NOT, ANY).
        public var when: String
        /// Expression over answers: the value gives no evidence (neither for nor against) while this holds.
        public var silentWhen: String?
        /// Expression over answers: the value is unknown, for rules and for evidence, while this holds.
        public var unknownWhen: String?

        /// Makes a value.
        public init(id: String, when: String, silentWhen: String? = nil, unknownWhen: String? = nil) {
            self.id = id
            self.when = when
            self.silentWhen = silentWhen
            self.unknownWhen = unknownWhen
        }
    }

    /// Stable id.
    public var id: String
    /// What values it has.
    public var kind: Kind
    /// Values in order; for `single` the first that holds wins. A bool has one value, `yes`. Empty for numbers.
    public var values: [Value]
    /// For `single`: the value when no case holds.
    public var otherwise: String?
    /// For `number`: the item that holds it.
    public var item: String?
    /// For `number`: the item used when `item` is not answered.
    public var fallbackItem: String?
    /// Expression over answers: the whole finding is unknown while this holds.
    public var unknownWhen: String?
    /// Only from optional items: never gives a floor.
    public var isOptional: Bool
    /// The value `otherwise` is unknown for rules but counts as a value of its own for likelihoods ("unsure").
    public var unsureIsUnknownForRules: Bool

    /// Makes a finding definition.
    public init(
        id: String, kind: Kind, values: [Value] = [], otherwise: String? = nil, item: String? = nil,
        fallbackItem: String? = nil, unknownWhen: String? = nil, isOptional: Bool = false,
        unsureIsUnknownForRules: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.values = values
        self.otherwise = otherwise
        self.item = item
        self.fallbackItem = fallbackItem
        self.unknownWhen = unknownWhen
        self.isOptional = isOptional
        self.unsureIsUnknownForRules = unsureIsUnknownForRules
    }
}

/// Findings given directly, without a survey: content cases and tests use it. Ids not listed hold their default.
public struct FindingSet: Codable, Hashable, Sendable {
    /// Chosen value ids by finding; a bool that is true lists `yes`.
    public var values: [String: Set<String>]
    /// Numbers by finding.
    public var numbers: [String: Int]

    /// Makes a set of findings.
    public init(values: [String: Set<String>] = [:], numbers: [String: Int] = [:]) {
        self.values = values
        self.numbers = numbers
    }
}
