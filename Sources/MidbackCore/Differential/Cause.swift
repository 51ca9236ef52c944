/// A possible explanation of the pain, with what a person should know about it.
public struct Cause: Codable, Hashable, Sendable {
    /// Where the cause is ranked.
    public enum Kind: String, Codable, Sendable {
        /// A class of the first stage.
        case serious
        /// Named by rules only; has no posterior.
        case rulesOnly = "rules-only"
        /// A cause of the second stage.
        case benign
    }

    /// Stable id, also in addresses.
    public var id: String
    /// Where it is ranked.
    public var kind: Kind
    /// Plain name.
    public var name: LocalizedText
    /// ICD-10-CM codes, for the clinic export only.
    public var icd10: [String]
    /// SNOMED CT code, if known.
    public var snomed: String?
    /// The level it usually needs.
    public var usualLevel: Disposition
    /// Not to be named on a patient page at level 4 or 5 (cancer, dissection, abscess).
    public var isFrightening: Bool
    /// One or two sentences: what it is.
    public var summary: LocalizedText
    /// What it usually feels like.
    public var typical: LocalizedText
    /// How it usually goes.
    public var course: LocalizedText
    /// What helps, or what a clinician can do.
    public var helps: LocalizedText
    /// When to see someone.
    public var seeSomeone: LocalizedText
    /// Citation ids.
    public var sources: [String]

    /// Makes a cause.
    public init(
        id: String, kind: Kind, name: LocalizedText, icd10: [String], snomed: String? = nil, usualLevel: Disposition,
        isFrightening: Bool = false, summary: LocalizedText, typical: LocalizedText, course: LocalizedText,
        helps: LocalizedText, seeSomeone: LocalizedText, sources: [String]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.icd10 = icd10
        self.snomed = snomed
        self.usualLevel = usualLevel
        self.isFrightening = isFrightening
        self.summary = summary
        self.typical = typical
        self.course = course
        self.helps = helps
        self.seeSomeone = seeSomeone
        self.sources = sources
    }
}

/// First stage: serious classes against one class `musculoskeletal`.
/// - Source: `serious-causes.md` section 2.
public struct SeriousModel: Codable, Hashable, Sendable {
    /// Probability of an answer in a musculoskeletal visitor; `older` from age 65.
    public struct Baseline: Codable, Hashable, Sendable {
        /// `finding=value`, `finding:value`, `finding` or `finding>=n`.
        public var atom: String
        /// Probability, 0 to 1.
        public var p: Double
        /// Probability from age 65, if different.
        public var older: Double?

        /// Makes a baseline entry.
        public init(atom: String, p: Double, older: Double? = nil) {
            self.atom = atom
            self.p = p
            self.older = older
        }
    }

    /// Findings that are not independent of each other.
    public struct Group: Codable, Hashable, Sendable {
        /// Stable id.
        public var id: String
        /// Members: `finding` or `finding:value`.
        public var members: [String]
        /// Largest positive evidence of the group, natural log.
        public var cap: Double

        /// Makes a group.
        public init(id: String, members: [String], cap: Double) {
            self.id = id
            self.members = members
            self.cap = cap
        }
    }

    /// Probability of one answer in a class.
    public struct Likelihood: Codable, Hashable, Sendable {
        /// `finding=value`, `finding:value`, `finding` or `finding>=n`.
        public var atom: String
        /// Probability, 0 to 1.
        public var p: Double
        /// Citation ids or `expert-estimate`.
        public var sources: [String]
        /// Remark of the author, English.
        public var note: String?

        /// Makes a likelihood.
        public init(atom: String, p: Double, sources: [String], note: String? = nil) {
            self.atom = atom
            self.p = p
            self.sources = sources
            self.note = note
        }
    }

    /// One serious class.
    public struct Class: Codable, Hashable, Sendable {
        /// Cause id.
        public var id: String
        /// Prior share in percent for the age bands 18-34, 35-49, 50-64, 65-74, 75+.
        public var priorPercent: [Double]
        /// Factor for women.
        public var female: Double
        /// Factor for men.
        public var male: Double
        /// Prior in percent that replaces the table while the atom holds (else 0), for example in early pregnancy.
        public var gatedPrior: GatedPrior?
        /// What speaks for or against it.
        public var likelihoods: [Likelihood]

        /// Makes a class.
        public init(
            id: String, priorPercent: [Double], female: Double, male: Double, gatedPrior: GatedPrior? = nil,
            likelihoods: [Likelihood]
        ) {
            self.id = id
            self.priorPercent = priorPercent
            self.female = female
            self.male = male
            self.gatedPrior = gatedPrior
            self.likelihoods = likelihoods
        }
    }

    /// A prior that applies only while a condition over findings holds.
    public struct GatedPrior: Codable, Hashable, Sendable {
        /// Condition over findings.
        public var when: String
        /// Prior in percent while it holds; 0 otherwise.
        public var percent: Double

        /// Makes a gated prior.
        public init(when: String, percent: Double) {
            self.when = when
            self.percent = percent
        }
    }

    /// Baseline probabilities.
    public var baseline: [Baseline]
    /// Evidence groups.
    public var groups: [Group]
    /// The serious classes.
    public var classes: [Class]
    /// Weights of the sorted evidences of a group; the last repeats.
    public var damping: [Double]
    /// Largest negative evidence of a group, natural log (a negative number).
    public var negativeCap: Double

    /// Makes a model.
    public init(baseline: [Baseline], groups: [Group], classes: [Class], damping: [Double], negativeCap: Double) {
        self.baseline = baseline
        self.groups = groups
        self.classes = classes
        self.damping = damping
        self.negativeCap = negativeCap
    }
}

/// Second stage: the split among benign causes.
/// - Source: `musculoskeletal-causes.md` sections 4 to 6.
public struct BenignModel: Codable, Hashable, Sendable {
    /// One thing the second stage reads.
    public struct Feature: Codable, Hashable, Sendable {
        /// Stable id, for example `worse-deep-breath`.
        public var id: String
        /// Evidence group.
        public var group: String
        /// Yes/no features: one value `yes`; choice features: their values. `when` is an expression over findings.
        public var values: [Value]
        /// Condition over findings under which the feature is skipped, if any.
        public var skipWhen: String?

        /// A value with its condition and its probability for causes that do not list it.
        public struct Value: Codable, Hashable, Sendable {
            /// Value id; `yes` for a yes/no feature.
            public var id: String
            /// Condition over findings.
            public var when: String
            /// Probability for a cause that lists nothing ("else" column), 0 to 1.
            public var otherwise: Double

            /// Makes a value.
            public init(id: String, when: String, otherwise: Double) {
                self.id = id
                self.when = when
                self.otherwise = otherwise
            }
        }

        /// Whether it is a yes/no feature.
        public var isBool: Bool

        /// Makes a feature.
        public init(id: String, group: String, isBool: Bool, values: [Value], skipWhen: String? = nil) {
            self.id = id
            self.group = group
            self.isBool = isBool
            self.values = values
            self.skipWhen = skipWhen
        }
    }

    /// One benign cause.
    public struct Class: Codable, Hashable, Sendable {
        /// Cause id.
        public var id: String
        /// Prior weight in percent: bands 18-34, 35-49, 50-64, 65-79, 80+; women first, then men, per band (10 numbers).
        public var priorPercent: [Double]
        /// Weight while pregnant or after birth, 0 otherwise; replaces the table.
        public var pregnancyPercent: Double?
        /// Probabilities that differ from the "else" column: feature id → value id → probability.
        public var likelihoods: [String: [String: Double]]
        /// The entry of `told-diagnosis` that names this cause, if any.
        public var toldDiagnosis: String?
        /// Left out when the first stage runs, because the cause is a class there.
        public var onlyStandalone: Bool
        /// Multiplies the prior while the condition over features holds.
        public var priorGates: [PriorGate]
        /// Plan track of the cause (`plan-logic.md` section 3).
        public var track: String?

        /// Makes a class.
        public init(
            id: String, priorPercent: [Double], pregnancyPercent: Double? = nil,
            likelihoods: [String: [String: Double]], toldDiagnosis: String? = nil, onlyStandalone: Bool = false,
            priorGates: [PriorGate] = [], track: String? = nil
        ) {
            self.id = id
            self.priorPercent = priorPercent
            self.pregnancyPercent = pregnancyPercent
            self.likelihoods = likelihoods
            self.toldDiagnosis = toldDiagnosis
            self.onlyStandalone = onlyStandalone
            self.priorGates = priorGates
            self.track = track
        }
    }

    /// A factor on a prior.
    public struct PriorGate: Codable, Hashable, Sendable {
        /// Feature id.
        public var feature: String
        /// Value id that must hold.
        public var value: String
        /// Factor.
        public var factor: Double

        /// Makes a gate.
        public init(feature: String, value: String, factor: Double) {
            self.feature = feature
            self.value = value
            self.factor = factor
        }
    }

    /// What it reads.
    public var features: [Feature]
    /// Weight of each evidence group.
    public var groupWeights: [String: Double]
    /// The benign causes.
    public var classes: [Class]
    /// Tempering of all evidence.
    public var temper: Double
    /// Factor on the evidence of a "no" to a yes/no feature.
    public var noFactor: Double
    /// Probabilities are clamped to this range.
    public var clampLow: Double
    /// Upper end of the clamp.
    public var clampHigh: Double
    /// P(told | matching cause).
    public var toldMatch: Double
    /// P(told | other cause).
    public var toldOther: Double

    /// Makes a model.
    public init(
        features: [Feature], groupWeights: [String: Double], classes: [Class], temper: Double, noFactor: Double,
        clampLow: Double, clampHigh: Double, toldMatch: Double, toldOther: Double
    ) {
        self.features = features
        self.groupWeights = groupWeights
        self.classes = classes
        self.temper = temper
        self.noFactor = noFactor
        self.clampLow = clampLow
        self.clampHigh = clampHigh
        self.toldMatch = toldMatch
        self.toldOther = toldOther
    }
}
