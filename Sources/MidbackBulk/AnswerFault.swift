public import MidbackCore

/// Why answers from a file or a line cannot be used. Ids and numbers only, never what was answered.
public enum AnswerFault: Error, Hashable, Sendable {
    /// Not JSON (or YAML); where it stops making sense, in bytes from 1.
    case syntax(column: Int)
    /// Not UTF-8.
    case encoding
    /// The top level is not an object of answers.
    case notAnObject
    /// The line is longer than the limit.
    case tooLong(limit: Int)
    /// Items with faulty answers.
    case answers([AnswerProblem])

    /// Stable id for programs.
    public var id: String {
        switch self {
        case .syntax: "syntax"
        case .encoding: "encoding"
        case .notAnObject: "not-an-object"
        case .tooLong: "too-long"
        case .answers: "answers"
        }
    }

    /// One sentence that helps, English.
    public var message: String {
        switch self {
        case .syntax(let column): "not valid JSON at byte \(column)"
        case .encoding: "not valid UTF-8"
        case .notAnObject: "an object of answers by linkId was expected"
        case .tooLong(let limit): "longer than \(limit) bytes"
        case .answers(let problems):
            "faulty answers: "
                + problems.prefix(20).map { "\(Self.plain($0.linkId)) (\($0.kind.rawValue))" }.joined(separator: ", ")
                + (problems.count > 20 ? " and \(problems.count - 20) more" : "")
        }
    }

    /// Names come from outside: nothing in them may move a terminal's cursor or fill its screen.
    private static func plain(_ name: String) -> String {
        let letters = name.unicodeScalars.prefix(40).map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
            return isPlain ? Character(scalar) : "?"
        }
        return String(letters)
    }
}
