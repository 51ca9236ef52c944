/// A named sub-expression of the rule language.
public struct Macro: Codable, Hashable, Sendable {
    /// Capital name, for example `MIDLINE`.
    public var name: String
    /// Its definition.
    public var logic: String
    /// What it means, English.
    public var meaning: String

    /// Makes a macro.
    public init(name: String, logic: String, meaning: String) {
        self.name = name
        self.logic = logic
        self.meaning = meaning
    }
}

/// A file of rules about one topic.
public struct RuleGroup: Codable, Hashable, Sendable {
    /// Stable id, for example `heart`.
    public var id: String
    /// Heading.
    public var title: LocalizedText
    /// Rules in file order.
    public var rules: [RedFlag]

    /// Makes a group.
    public init(id: String, title: LocalizedText, rules: [RedFlag]) {
        self.id = id
        self.title = title
        self.rules = rules
    }
}

/// A pattern of findings that must not be missed.
public struct RedFlag: Codable, Hashable, Sendable {
    /// Stable id, for example `RF-110`, or `MSK-2` for an override of the benign ranking.
    public var id: String
    /// Short name, for example `acs-typical`.
    public var name: String
    /// The level it asks for.
    public var level: Disposition
    /// Time target in words.
    public var within: LocalizedText
    /// The pattern, in the rule language over findings and macros.
    public var logic: String
    /// Causes it names as needing a check; never empty.
    public var suspects: [String]
    /// What the person told us, in their words.
    public var trigger: LocalizedText
    /// Why it matters, in plain words.
    public var why: LocalizedText
    /// How sure we are.
    public var strength: EvidenceStrength
    /// Citation ids; `expert-estimate` where there is no study.
    public var sources: [String]
    /// Figures behind it, for clinicians.
    public var numbers: String
    /// Share of simulated benign visitors in whom it fires, percent.
    public var falsePositivePercent: Double?
    /// Flags a plan must respect when it fires (`fracture`, `nerve`, `nociplastic`, `rib-injury`).
    public var planFlags: [String]
    /// Worked examples.
    public var cases: [RuleCase]

    /// Makes a rule.
    public init(
        id: String, name: String, level: Disposition, within: LocalizedText, logic: String, suspects: [String],
        trigger: LocalizedText, why: LocalizedText, strength: EvidenceStrength, sources: [String], numbers: String,
        falsePositivePercent: Double? = nil, planFlags: [String] = [], cases: [RuleCase] = []
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.within = within
        self.logic = logic
        self.suspects = suspects
        self.trigger = trigger
        self.why = why
        self.strength = strength
        self.sources = sources
        self.numbers = numbers
        self.falsePositivePercent = falsePositivePercent
        self.planFlags = planFlags
        self.cases = cases
    }
}

/// A worked example beside a rule.
public struct RuleCase: Codable, Hashable, Sendable {
    /// The findings of the example.
    public var given: FindingSet
    /// Whether the rule must fire on it.
    public var fires: Bool

    /// Makes a case.
    public init(given: FindingSet, fires: Bool) {
        self.given = given
        self.fires = fires
    }
}

/// A lower bound on urgency that comes straight from answers.
public struct Floor: Codable, Hashable, Sendable {
    /// Which page the person sees when it applies during the gate.
    public enum Page: String, Codable, Sendable {
        /// The stop page.
        case stop
        /// The calm page with crisis contacts first.
        case crisis
        /// The calm page with private support first.
        case unsafe
        /// The stop page with the poison line first.
        case poison
    }

    /// Stable id.
    public var id: String
    /// Expression over answers.
    public var when: String
    /// The level it asks for at least.
    public var level: Disposition
    /// Which page is shown.
    public var page: Page
    /// What the person told us.
    public var trigger: LocalizedText

    /// Makes a floor.
    public init(id: String, when: String, level: Disposition, page: Page, trigger: LocalizedText) {
        self.id = id
        self.when = when
        self.level = level
        self.page = page
        self.trigger = trigger
    }
}

/// Two answers that do not fit together.
public struct Conflict: Codable, Hashable, Sendable {
    /// Stable id.
    public var id: String
    /// Expression over answers that is true when they conflict.
    public var when: String
    /// The items to look at again.
    public var items: [String]
    /// What does not fit, in plain words.
    public var text: LocalizedText

    /// Makes a conflict.
    public init(id: String, when: String, items: [String], text: LocalizedText) {
        self.id = id
        self.when = when
        self.items = items
        self.text = text
    }
}

/// A posterior threshold that can only raise the level.
public struct Backstop: Codable, Hashable, Sendable {
    /// Stable id.
    public var id: String
    /// Serious classes it watches.
    public var causes: [String]
    /// True: the sum of the classes counts; false: any one of them.
    public var isSum: Bool
    /// Threshold, 0 to 1; reached when the posterior is equal or larger.
    public var threshold: Double
    /// The level it asks for at least.
    public var level: Disposition

    /// Makes a backstop.
    public init(id: String, causes: [String], isSum: Bool, threshold: Double, level: Disposition) {
        self.id = id
        self.causes = causes
        self.isSum = isSum
        self.threshold = threshold
        self.level = level
    }
}
