/// What is wrong with one answer. Ids and numbers only; sentences live with the pages and the command.
public struct AnswerProblem: Error, Hashable, Codable, Sendable {
    /// The kind of fault.
    public enum Kind: String, Codable, Sendable {
        /// A required item has no answer.
        case required
        /// No such item in this questionnaire or on this page.
        case unknownItem = "unknown-item"
        /// No such option in this item.
        case unknownOption = "unknown-option"
        /// The answer is of another type than the item.
        case wrongType = "wrong-type"
        /// More than one answer where one is allowed.
        case severalAnswers = "several-answers"
        /// "None" beside other ticks.
        case exclusive
        /// An answer to an item that is not shown.
        case hidden
        /// A number outside the item's range.
        case outOfRange = "out-of-range"
        /// A text that is too long, or too many lines.
        case tooLong = "too-long"
    }

    /// The item.
    public var linkId: String
    /// The kind of fault.
    public var kind: Kind

    /// Makes a problem.
    public init(linkId: String, kind: Kind) {
        self.linkId = linkId
        self.kind = kind
    }
}
