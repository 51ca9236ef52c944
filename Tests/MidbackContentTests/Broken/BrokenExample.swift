import MidbackContent
import Testing

/// The minimal pack with one place changed for the worse, and everything that must be said about it.
struct BrokenExample: CustomTestStringConvertible, Sendable {
    /// The check it is about.
    var ruleId: String
    /// What is wrong, for the test report.
    var situation: String
    /// The file that is changed.
    var file: String
    /// The text that is replaced.
    var old: String
    /// What it is replaced by.
    var new: String
    /// Every diagnostic, printed; none is missing and none is added.
    var expected: [String]

    var testDescription: String { "\(ruleId): \(situation)" }

    init(_ ruleId: String, _ situation: String, _ file: String, _ old: String, _ new: String, _ expected: String...) {
        self.ruleId = ruleId
        self.situation = situation
        self.file = file
        self.old = old
        self.new = new
        self.expected = expected
    }

    static let all = reading + questionnaire + findings + texts + rules + models
}
