import MidbackCore

/// Every measure over a set of scored vignettes.
/// - Source: `vignettes/README.md`, scoring.
public struct ScoreTable: Sendable {
    /// Shares by measure id, in the order of `order`.
    public var shares: [String: Share]
    /// Over-triage as a share of all misplacements.
    public var overInclination: Share
    /// Median of items answered in benign cases (in all cases when there is none); `nil` for no case.
    public var questionsMedian: Double?
    /// How many vignettes.
    public var n: Int

    /// Measure ids in printing order.
    public static let order = [
        "triage_exact", "triage_acceptable", "three_level", "under_triage", "over_triage", "safe_strict",
        "safe_gilbert", "must_not_under", "must_not_over", "emergency_sensitivity", "top1", "top3", "top10",
        "class_top3", "behaviour",
    ]

    /// Measures a set.
    public init(_ scored: [ScoredVignette]) {
        n = scored.count
        func share(_ test: (ScoredVignette) -> Bool, of cases: [ScoredVignette]) -> Share {
            Share(count: cases.count { test($0) }, of: cases.count)
        }
        let diagnosed = scored.filter(\.vignette.scoresDiagnosis)
        let emergencies = scored.filter(\.isEmergency)
        let met = scored.reduce(0) { $0 + $1.behavioursMet.count }
        let asked = scored.reduce(met) { $0 + $1.behavioursMissed.count }
        func within(_ rank: Int?, _ limit: Int) -> Bool { rank.map { $0 <= limit } ?? false }
        shares = [
            "triage_exact": share(\.isExact, of: scored),
            "triage_acceptable": share(\.isAcceptable, of: scored),
            "three_level": share(\.isThreeLevel, of: scored),
            "under_triage": share(\.isUnder, of: scored),
            "over_triage": share(\.isOver, of: scored),
            "safe_strict": share(\.isSafeStrict, of: scored),
            "safe_gilbert": share(\.isSafeGilbert, of: scored),
            "must_not_under": share(\.isMustNotUnder, of: scored),
            "must_not_over": share(\.isMustNotOver, of: scored),
            "emergency_sensitivity": share({ $0.level <= .sameDayED }, of: emergencies),
            "top1": share({ within($0.rank, 1) }, of: diagnosed),
            "top3": share({ within($0.rank, 3) }, of: diagnosed),
            "top10": share({ within($0.rank, 10) }, of: diagnosed),
            "class_top3": share({ within($0.classRank, 3) }, of: diagnosed),
            "behaviour": Share(count: met, of: asked),
        ]
        let over = scored.count { $0.isOver }
        let under = scored.count { $0.isUnder }
        overInclination = Share(count: over, of: over + under)
        let benign = scored.filter { $0.vignette.group == "benign-msk" }
        questionsMedian = Self.median((benign.isEmpty ? scored : benign).map(\.questions))
    }

    private static func median(_ values: [Int]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }
}
