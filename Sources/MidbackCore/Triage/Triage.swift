/// The record of how urgent it is and why. Byte-identical for the same answers and pack.
public struct Triage: Codable, Hashable, Sendable {
    /// A rule that is true, or could be.
    public struct RuleHit: Codable, Hashable, Sendable {
        /// Rule id.
        public var id: String
        /// For a fired rule its level; for a possible rule the level it holds the result to at least.
        public var level: Disposition

        /// Makes a hit.
        public init(id: String, level: Disposition) {
            self.id = id
            self.level = level
        }
    }

    /// What raised the result to its level.
    public enum Reason: String, Codable, Sendable {
        /// A fired rule.
        case rule
        /// A floor of the gate.
        case floor
        /// A danger answer that is not known.
        case unknown
        /// Too many lists answered "not sure".
        case tooLittleInformation = "too-little-information"
        /// Two answers that do not fit.
        case conflict
        /// The posterior of a serious class.
        case backstop
        /// Nothing raised it.
        case nothing
    }

    /// What to do and how soon.
    public var level: Disposition
    /// What set that level, in the order of `Reason`.
    public var reasons: [Reason]
    /// Rules that fired, most urgent first, then in file order.
    public var fired: [RuleHit]
    /// Rules that a "not sure" leaves open, most urgent first; their level is the one the result may not go below.
    public var possible: [RuleHit]
    /// Ids of floors that hold.
    public var floors: [String]
    /// Ids of backstops that were reached.
    public var backstops: [String]
    /// Ids of conflicts between answers.
    public var conflicts: [String]
    /// Causes named by fired rules of levels 1 to 3, without repeats, most urgent first.
    public var mustShow: [String]
    /// Danger items that were answered "not sure" or left open, in questionnaire order.
    public var unknownItems: [String]
    /// Three or more lists were answered "not sure" with no row singled out.
    public var hasTooLittleInformation: Bool
    /// Flags a plan must respect, from rules and overrides that fired.
    public var planFlags: [String]
    /// Only the neck or the low back was marked: rules run, but no mid-back cause and no plan is offered.
    public var isOutsideMidBack: Bool
}

extension Triage {
    private static let secondAnswer = "second-answer-"

    /// Id of the conflict of an item that was answered twice, the second time against the first.
    static func secondAnswer(to linkId: String) -> String { secondAnswer + linkId }

    /// linkIds of items that were answered twice, the second time against the first; from `conflicts`, in its order.
    public var contradicted: [String] { Self.contradicted(conflicts) }

    /// linkIds among ids of conflicts.
    public static func contradicted(_ conflicts: [String]) -> [String] {
        conflicts.filter { $0.hasPrefix(secondAnswer) }.map { String($0.dropFirst(secondAnswer.count)) }
    }
}
