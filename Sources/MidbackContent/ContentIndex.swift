import MidbackCore

/// Every place that defines, names or says something, gathered while the files are read. Validators that only ask
/// "is every … all right?" walk these lists and so report the very line.
struct ContentIndex: Sendable {
    /// Something gets an id.
    struct Definition: Sendable {
        var id: EntityID
        var location: SourceLocation
    }

    /// Something is named by its id.
    struct Reference: Sendable {
        var id: EntityID
        var location: SourceLocation
    }

    /// A text that people read.
    struct TextSite: Sendable {
        /// Which placeholders it may use.
        enum Role: Sendable {
            /// Clinical text: the telephone placeholders only.
            case clinical
            /// A sentence of the interface: also parameters the pages fill in.
            case interface
            /// A contact entry: literal telephone numbers are its purpose.
            case contact
        }

        var text: LocalizedText
        var role: Role
        var location: SourceLocation
        /// Line of the Spanish wording, if it has its own.
        var spanishLocation: SourceLocation
    }

    /// An expression and what its names stand for.
    struct ExpressionSite: Sendable {
        var text: String
        var vocabulary: Vocabulary
        var location: SourceLocation
    }

    /// A number that must lie between 0 and 1.
    struct ProbabilitySite: Sendable {
        var value: Double
        var location: SourceLocation
    }

    var definitions: [Definition] = []
    var references: [Reference] = []
    var texts: [TextSite] = []
    var expressions: [ExpressionSite] = []
    var probabilities: [ProbabilitySite] = []
}

/// What the names in an expression stand for.
enum Vocabulary: Sendable {
    /// linkIds and option codes.
    case answers
    /// Finding ids and their values.
    case findings
    /// Finding ids, their values, and macros.
    case rules
}
