/// What a person at one level is told beside the result, whatever the reasons.
public struct SafetyNet: Codable, Hashable, Sendable {
    /// The level.
    public var level: Disposition
    /// The one next step, with its time.
    public var action: LocalizedText
    /// One or two sentences under it.
    public var detail: LocalizedText
    /// What to do meanwhile.
    public var meanwhile: [LocalizedText]
    /// Signs that ask for more urgent help.
    public var watchFor: [LocalizedText]
    /// What to do if one appears.
    public var ifWorse: LocalizedText
    /// What to expect over time.
    public var expect: LocalizedText

    /// Makes a safety net.
    public init(
        level: Disposition, action: LocalizedText, detail: LocalizedText, meanwhile: [LocalizedText],
        watchFor: [LocalizedText], ifWorse: LocalizedText, expect: LocalizedText
    ) {
        self.level = level
        self.action = action
        self.detail = detail
        self.meanwhile = meanwhile
        self.watchFor = watchFor
        self.ifWorse = ifWorse
        self.expect = expect
    }
}

/// Telephone numbers of one country; texts name them by placeholder (`{emergency}`, `{crisis}` …).
public struct CountryContacts: Codable, Hashable, Sendable {
    /// ISO 3166 alpha-2 code, upper case.
    public var country: String
    /// Name.
    public var name: LocalizedText
    /// Numbers by placeholder id: emergency, advice-line, poison, crisis, domestic, maternity.
    public var numbers: [String: String]
    /// Whether each number was verified and when, English.
    public var note: String

    /// Makes contacts.
    public init(country: String, name: LocalizedText, numbers: [String: String], note: String) {
        self.country = country
        self.name = name
        self.numbers = numbers
        self.note = note
    }
}

/// Translates the facts of a vignette into answers of the survey.
/// - Source: `survey.md` section 8; conditional notes A1 to A20 are code in `VignetteAdapter+Answers`.
public struct VignetteAdapter: Codable, Hashable, Sendable {
    /// Fact key → token → steps: `linkId=code`, or a note such as `A4`.
    public var facts: [String: [String: [String]]]
    /// Tokens that are told in the narrative only, by fact key.
    public var narrativeOnly: [String: [String]]
    /// Engine cause id → vignette diagnosis ids that count as the same.
    public var diagnoses: [String: [String]]
    /// Vignette diagnosis id → diagnosis class, for `class_top3`.
    public var diagnosisClasses: [String: String]

    /// Makes an adapter.
    public init(
        facts: [String: [String: [String]]], narrativeOnly: [String: [String]], diagnoses: [String: [String]],
        diagnosisClasses: [String: String]
    ) {
        self.facts = facts
        self.narrativeOnly = narrativeOnly
        self.diagnoses = diagnoses
        self.diagnosisClasses = diagnosisClasses
    }
}
