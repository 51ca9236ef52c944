public import MidbackCore

/// A written patient with the answers they would give and the advice careful clinicians would give.
public struct Vignette: Sendable {
    /// One thing the patient would say.
    public enum Fact: Hashable, Sendable {
        /// yes or no.
        case flag(Bool)
        /// A number.
        case number(Double)
        /// One token or several.
        case tokens([String])
    }

    /// What clinicians would say.
    public struct Gold: Sendable {
        /// The diagnosis.
        public var diagnosis: String
        /// Every diagnosis that counts as right.
        public var acceptableDiagnoses: [String]
        /// The level.
        public var urgency: Disposition
        /// Every level two careful clinicians would accept.
        public var acceptableUrgency: Set<Disposition>
        /// Levels that would be a dangerous miss or gross over-triage.
        public var mustNot: Set<Disposition>
        /// Behaviours asked of edge inputs.
        public var behaviours: [String]
    }

    /// Stable id.
    public var id: String
    /// Kind of case, for example `benign-msk`.
    public var group: String
    /// Marks such as `atypical` or `decoy`.
    public var tags: [String]
    /// Years.
    public var age: Int
    /// `female` or `male`.
    public var sex: String
    /// Facts in file order.
    public var facts: [(key: String, fact: Fact)]
    /// Keys, or `key:token`, that the person does not know.
    public var unknown: [String]
    /// What to answer for anything else: `assume-no`, `assume-yes` or `unknown`.
    public var notMentioned: String
    /// Whether a cause is scored.
    public var scoresDiagnosis: Bool
    /// The expected advice.
    public var gold: Gold

    /// The fact with this key.
    public func fact(_ key: String) -> Fact? { facts.first { $0.key == key }?.fact }

    /// A flag, or `nil` when not said.
    func flag(_ key: String) -> Bool? {
        if case .flag(let value)? = fact(key) { value } else { nil }
    }

    /// A number, or `nil` when not said.
    func number(_ key: String) -> Double? {
        if case .number(let value)? = fact(key) { value } else { nil }
    }

    /// Tokens; empty when not said.
    func tokens(_ key: String) -> [String] {
        if case .tokens(let value)? = fact(key) { value } else { [] }
    }
}

/// The vignettes' own ids of the five levels: one differs from ours.
public enum VignetteLevel {
    private static let emergencyDepartment = "emergency-department-today"

    /// The id the vignettes use.
    public static func id(_ level: Disposition) -> String { level == .sameDayED ? emergencyDepartment : level.id }

    /// The level with this vignette id.
    public static func level(_ id: String) -> Disposition? {
        id == emergencyDepartment ? .sameDayED : Disposition(id: id)
    }
}
