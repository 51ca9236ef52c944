/// Ranked possible causes. Posteriors are rounded to 1e-9 so that a record replays on every machine.
public struct Differential: Codable, Hashable, Sendable {
    /// How well a cause fits, in words; percentages are never shown.
    public enum Band: String, Codable, Sendable {
        /// At least .50.
        case fitsBest = "fits-best"
        /// .20 to .49.
        case possible
        /// .08 to .19.
        case lessLikely = "less-likely"
        /// Serious class at .03 to .08.
        case lessLikelyButImportant = "less-likely-but-important"
        /// Named by a rule: must be checked, whatever its posterior.
        case needsCheck = "needs-check"
    }

    /// One cause of a list.
    public struct Ranked: Codable, Hashable, Sendable {
        /// Cause id.
        public var cause: String
        /// Combined probability, 0 to 1; 0 for a cause without a class.
        public var probability: Double
        /// In which words it is shown.
        public var band: Band

        /// Makes an entry.
        public init(cause: String, probability: Double, band: Band) {
            self.cause = cause
            self.probability = probability
            self.band = band
        }
    }

    /// Posterior of every serious class, by id.
    public var serious: Probabilities
    /// Posterior of the class `musculoskeletal`.
    public var musculoskeletal: Double
    /// Share of every benign cause within `musculoskeletal`, by id; sums to 1.
    public var benignShares: Probabilities
    /// Block A: conditions named by fired rules of level 1 to 3, by posterior.
    public var needsCheck: [Ranked]
    /// Block B: what fits, most probable first; empty at levels 1 and 2.
    public var likely: [Ranked]
    /// The one list that is stored, exported and scored, best first, without repeats.
    public var ranking: [String]
    /// No cause stands out: lead with "non-specific mid-back pain" plus the patterns that fit.
    public var isFlat: Bool
}
