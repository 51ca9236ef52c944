/// One fault in the content, with its place. Printed `file:line: severity: text`.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// The pack cannot be used.
        case error
        /// The pack can be used; an author should look.
        case warning
    }

    /// Path relative to the content folder, with `/`.
    public var file: String
    /// Line, from 1.
    public var line: Int
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, in words for the author.
    public var text: String
    /// Id of the validator or reading step that found it, for example `unknown-reference`.
    public var ruleId: String

    /// Makes a diagnostic.
    public init(file: String, line: Int, severity: Severity, text: String, ruleId: String) {
        self.file = file
        self.line = line
        self.severity = severity
        self.text = text
        self.ruleId = ruleId
    }

    /// `file:line: severity: text`.
    public var description: String { "\(file):\(line): \(severity.rawValue): \(text)" }
}

extension Diagnostic {
    /// Makes a diagnostic at a place of the content.
    init(at location: SourceLocation, _ text: String, _ severity: Severity = .error, ruleId: String) {
        self.init(file: location.file, line: location.line, severity: severity, text: text, ruleId: ruleId)
    }

    /// Without repeats, by file, then line, then text, so that the same content always prints the same.
    static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        Set(diagnostics).sorted {
            ($0.file, $0.line, $0.severity.rawValue, $0.text) < ($1.file, $1.line, $1.severity.rawValue, $1.text)
        }
    }
}
