public import MidbackCore

/// A scored instrument or single question.
public enum MeasureID: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    /// Average pain of the last week.
    case painAverage = "nprs-average"
    /// Worst pain of the last week.
    case painWorst = "nprs-worst"
    /// Pain, enjoyment, general activity.
    case peg
    /// Own activities.
    case goals = "psfs"
    /// Global rating of change.
    case change = "groc"
    /// Mood.
    case mood = "phq-2"
    /// Worry.
    case worry = "gad-2"
    /// Roland-Morris, optional.
    case disability = "rmdq"
    /// Sleep.
    case sleep = "sleep-quality"
    /// Fear of moving.
    case fear = "fear-move"
    /// Hope to recover.
    case expectation = "expect-recovery"
}

/// Definition of a measure.
/// - Source: `outcome-measures.md` section 2.
public struct OutcomeMeasure: Codable, Hashable, Sendable {
    /// How answers become a score.
    public enum Scoring: String, Codable, CaseIterable, Sendable {
        /// The one answer.
        case value
        /// Mean of the answers given.
        case mean
        /// Mean; every answer is needed.
        case meanOfAll = "mean-of-all"
        /// Sum; every answer is needed.
        case sumOfAll = "sum-of-all"
        /// Number of ticks of a page that was sent.
        case ticks
    }

    /// Which.
    public var id: MeasureID
    /// Name.
    public var name: LocalizedText
    /// What it measures.
    public var about: LocalizedText
    /// Words at the lowest number.
    public var low: LocalizedText
    /// Words at the highest number.
    public var high: LocalizedText
    /// Items of the survey, if they are there.
    public var items: [String]
    /// How many answers it takes: smallest and largest number.
    public var answers: [Int]
    /// Lowest and highest answer.
    public var answerRange: [Int]
    /// Lowest and highest score.
    public var range: [Int]
    /// True: higher is better.
    public var higherIsBetter: Bool
    /// How it is scored.
    public var scoring: Scoring
    /// Smallest change that matters, points.
    public var meaningfulPoints: Double?
    /// Smallest change that matters, percent of the start.
    public var meaningfulPercent: Int?
    /// Score from which (in the direction of better) a person counts as recovered.
    public var recovered: Double?
    /// Score from which it is positive, for screens.
    public var positive: Int?
    /// Private: not on prints and summaries.
    public var isSensitive: Bool
    /// Shipped only when a clinic turns it on.
    public var isOptional: Bool
    /// LOINC code, to be verified before export.
    public var loinc: String?
    /// Local code when there is no LOINC code.
    public var localCode: String?
    /// Line that must be shown with it.
    public var attribution: String?
    /// Citations.
    public var sources: [String]

    /// The score, or `nil` when answers are missing or impossible.
    public func score(_ given: [Int?]) -> Double? {
        let values = given.compactMap { $0 }
        guard values.allSatisfy({ $0 >= answerRange[0] && $0 <= answerRange[1] }) else { return nil }
        guard values.count <= answers[1] else { return nil }
        switch scoring {
        case .value: return values.count == 1 ? values.first.map(Double.init) : nil
        case .mean: return values.isEmpty ? nil : Self.mean(values)
        case .meanOfAll: return values.count == answers[1] && given.count == answers[1] ? Self.mean(values) : nil
        case .sumOfAll:
            return values.count == answers[1] && given.count == answers[1] ? Double(values.reduce(0, +)) : nil
        case .ticks: return Double(values.reduce(0, +))
        }
    }

    private static func mean(_ values: [Int]) -> Double { Double(values.reduce(0, +)) / Double(values.count) }

    /// Whether a screen is positive.
    public func isPositive(_ score: Double?) -> Bool {
        guard let score, let positive else { return false }
        return score >= Double(positive)
    }
}

/// A score at one time.
public struct MeasureValue: Codable, Hashable, Sendable {
    /// Which measure.
    public var measure: MeasureID
    /// The score; a measure that could not be scored is left out, never 0.
    public var value: Double

    /// Makes a value.
    public init(measure: MeasureID, value: Double) {
        self.measure = measure
        self.value = value
    }
}

/// What a visitor is asked at one time.
/// - Source: `outcome-measures.md` section 4.
public struct CheckInPlan: Codable, Hashable, Sendable {
    /// Weeks after the start.
    public var week: Int
    /// Measures in order.
    public var measures: [MeasureID]
    /// Measures that a clinic can add.
    public var optional: [MeasureID]
    /// Whether sessions done and settled are asked.
    public var asksPractice: Bool
    /// Whether episodes since the last time are asked.
    public var asksEpisodes: Bool
    /// About how many seconds it takes.
    public var seconds: Int
    /// Title.
    public var title: LocalizedText
}
