/// The survey definition: a gate and eight steps, one page each.
public struct Questionnaire: Codable, Hashable, Sendable {
    /// Gate (number 0) and steps 1 to 8, in order.
    public var steps: [SurveyStep]

    /// Makes a questionnaire from its steps.
    public init(steps: [SurveyStep]) { self.steps = steps }

    /// Every item in the order it is asked, the generated `…-unsure` lists included.
    public var items: [Item] { steps.flatMap(\.items) }
}

/// One page of the survey.
public struct SurveyStep: Codable, Hashable, Sendable {
    /// 0 for the gate, 1 to 8 for the steps.
    public var number: Int
    /// Stable id, for example `gate` or `location`.
    public var id: String
    /// The page's question, for example "Where is your pain located?".
    public var title: LocalizedText
    /// One sentence under the title, if any.
    public var intro: LocalizedText?
    /// Cards of the page in order.
    public var items: [Item]

    /// Makes a step.
    public init(number: Int, id: String, title: LocalizedText, intro: LocalizedText? = nil, items: [Item]) {
        self.number = number
        self.id = id
        self.title = title
        self.intro = intro
        self.items = items
    }
}

/// One question with a stable `linkId`.
public struct Item: Codable, Hashable, Sendable {
    /// How the item is answered.
    public enum Kind: String, Codable, Sendable {
        /// Exactly one option.
        case choice
        /// Any number of options.
        case multiChoice = "multi-choice"
        /// Any number of places on the body.
        case bodyMap = "body-map"
        /// A whole number between `min` and `max`.
        case integer
        /// yes, no or not-sure.
        case boolean3
        /// Free text, up to `maxCount` lines of `maxLength` characters.
        case text

        /// Whether more than one option may be chosen.
        public var allowsSeveral: Bool { self == .multiChoice || self == .bodyMap }
    }

    /// When an answer is demanded.
    public enum Requirement: String, Codable, Sendable {
        /// Required whenever shown.
        case yes
        /// May be skipped.
        case no
        /// May be skipped in the survey, asked before a plan is made.
        case plan
    }

    /// Stable id, also the FHIR linkId.
    public var linkId: String
    /// How it is answered.
    public var kind: Kind
    /// When an answer is demanded.
    public var requirement: Requirement
    /// Danger items: a "not sure" counts as yes.
    public var isGate: Bool
    /// Private items: never on prints, summaries, previews or in e-mail.
    public var isSensitive: Bool
    /// Display condition over earlier items in the rule language; `nil` means always shown.
    public var enableWhen: String?
    /// The question.
    public var text: LocalizedText
    /// Why it is asked, if said.
    public var why: LocalizedText?
    /// Options in order, the implicit rows (`none`, `not-sure`) included.
    public var options: [Option]
    /// Smallest and largest number of an integer item.
    public var min: Int?
    /// Largest number of an integer item.
    public var max: Int?
    /// Words under the lowest number.
    public var lowLabel: LocalizedText?
    /// Words under the highest number.
    public var highLabel: LocalizedText?
    /// Longest line of a text item, in characters.
    public var maxLength: Int?
    /// Most lines of a text item.
    public var maxCount: Int?
    /// For a generated `<list>-unsure` item: the linkId of its list.
    public var unsureOf: String?
    /// Id of a section of the page that is closed at first (`more`, `measures`), or `nil` for the open part.
    public var section: String?
    /// Wording of a validated instrument: not to be edited, outside the reading-age gate.
    public var isVerbatim: Bool

    /// Makes an item; everything not named is absent.
    public init(
        linkId: String, kind: Kind, requirement: Requirement, isGate: Bool = false, isSensitive: Bool = false,
        enableWhen: String? = nil, text: LocalizedText, why: LocalizedText? = nil, options: [Option] = [],
        min: Int? = nil, max: Int? = nil, lowLabel: LocalizedText? = nil, highLabel: LocalizedText? = nil,
        maxLength: Int? = nil, maxCount: Int? = nil, unsureOf: String? = nil, section: String? = nil,
        isVerbatim: Bool = false
    ) {
        self.linkId = linkId
        self.kind = kind
        self.requirement = requirement
        self.isGate = isGate
        self.isSensitive = isSensitive
        self.enableWhen = enableWhen
        self.text = text
        self.why = why
        self.options = options
        self.min = min
        self.max = max
        self.lowLabel = lowLabel
        self.highLabel = highLabel
        self.maxLength = maxLength
        self.maxCount = maxCount
        self.unsureOf = unsureOf
        self.section = section
        self.isVerbatim = isVerbatim
    }

    /// The option with this code, or `nil`.
    public func option(_ code: String) -> Option? { options.first { $0.code == code } }
}

/// One row or choice of an item.
public struct Option: Codable, Hashable, Sendable {
    /// Stable code, unique within its item.
    public var code: String
    /// What the person reads.
    public var text: LocalizedText
    /// Simpler words, used by the `…-unsure` list.
    public var again: LocalizedText?
    /// Cannot stand beside other ticks (`none`, `nothing`, `hard-to-say`).
    public var isExclusive: Bool

    /// Makes an option.
    public init(code: String, text: LocalizedText, again: LocalizedText? = nil, isExclusive: Bool = false) {
        self.code = code
        self.text = text
        self.again = again
        self.isExclusive = isExclusive
    }
}
