/// What was entered for one item.
public enum Answer: Hashable, Codable, Sendable {
    /// Chosen option codes (one for a choice), in the questionnaire's order, no repeats, never empty.
    case codes([String])
    /// A whole number.
    case number(Int)
    /// Free text lines, never empty.
    case lines([String])

    /// Codes, or an empty list for other kinds.
    public var codes: [String] {
        if case .codes(let codes) = self { codes } else { [] }
    }

    /// The number, or `nil` for other kinds.
    public var number: Int? {
        if case .number(let value) = self { value } else { nil }
    }
}

/// All answers of one person. A missing key means not answered; it never means no.
public struct QuestionnaireResponse: Hashable, Codable, Sendable {
    /// Answers by linkId.
    public var answers: [String: Answer]

    /// Makes a response from answers by linkId.
    public init(answers: [String: Answer] = [:]) { self.answers = answers }
}
