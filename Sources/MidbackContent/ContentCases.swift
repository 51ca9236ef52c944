public import MidbackCore

/// Worked examples of the whole engine that lie in the content but not in the pack: tests run them.
public struct ContentCases: Hashable, Sendable {
    /// Findings in, level and rule out.
    public var findings: [FindingsCase]
    /// Features in, shares of benign causes out.
    public var benign: [BenignCase]

    /// Makes a collection of cases.
    public init(findings: [FindingsCase] = [], benign: [BenignCase] = []) {
        self.findings = findings
        self.benign = benign
    }
}

/// A patient given as findings, with the level all rules together must reach.
public struct FindingsCase: Hashable, Sendable {
    /// Stable id.
    public var id: String
    /// Short description, English.
    public var title: String
    /// The findings.
    public var given: FindingSet
    /// The level of the most urgent fired rule; self-care when none fires.
    public var level: Disposition
    /// A rule that must be among the fired ones, if any.
    public var mustFire: String?
}

/// A patient given as features of the second stage, which is run alone with every benign cause.
public struct BenignCase: Hashable, Sendable {
    /// A share that must come out, to two decimals.
    public struct Share: Hashable, Sendable {
        /// The cause.
        public var cause: String
        /// Its share, 0 to 1.
        public var share: Double

        /// Makes a share.
        public init(cause: String, share: Double) {
            self.cause = cause
            self.share = share
        }
    }

    /// Stable id.
    public var id: String
    /// Short description, English.
    public var title: String
    /// Age band of the prior table, for example `35-49`.
    public var ageBand: String
    /// `female` or `male`.
    public var sex: String
    /// `postpartum` or a pregnancy word; `nil` when neither.
    public var pregnancy: String?
    /// Entries of `told-diagnosis`.
    public var told: [String]
    /// Yes/no features that are yes; the others are no.
    public var yes: [String]
    /// Values of choice features.
    public var choices: [String: String]
    /// The first causes in order with their shares.
    public var top: [Share]
}
