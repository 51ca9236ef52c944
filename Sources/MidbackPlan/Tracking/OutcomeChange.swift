/// How much a score changed since the start, in words.
/// - Source: `outcome-measures.md` section 3.
public enum OutcomeChange: String, Codable, CaseIterable, Sendable {
    /// By at least the meaningful change, the wrong way.
    case worse
    /// Less than half the meaningful change.
    case noChange = "no-change"
    /// Half to the full meaningful change.
    case some
    /// At least the meaningful change.
    case meaningful
    /// At least twice the meaningful change.
    case large
    /// No pain left, or the goals at 9 or more.
    case recovered
}

extension OutcomeMeasure {
    /// Change for the better since `baseline`; negative when it got worse.
    public func improvement(from baseline: Double, to now: Double) -> Double {
        higherIsBetter ? now - baseline : baseline - now
    }

    /// The change in words, or `nil` for measures without a meaningful change.
    public func change(from baseline: Double, to now: Double) -> OutcomeChange? {
        guard let least = meaningfulChange(from: baseline) else { return nil }
        let improvement = improvement(from: baseline, to: now)
        if isRecovered(now), !isRecovered(baseline) { return .recovered }
        if improvement <= -(meaningfulPoints ?? least) + Self.tolerance { return .worse }
        if improvement >= 2 * least - Self.tolerance { return .large }
        if improvement >= least - Self.tolerance { return .meaningful }
        return improvement >= least / 2 - Self.tolerance ? .some : .noChange
    }

    /// Points that matter for a start of `baseline`: the points or the percent, whichever is reached first; at least one
    /// point when only a percent is known. `nil` for measures without one.
    public func meaningfulChange(from baseline: Double) -> Double? {
        let percent = meaningfulPercent.map { baseline * Double($0) / 100 }
        switch (meaningfulPoints, percent) {
        case (let points?, let percent?): return percent > 0 ? min(points, percent) : points
        case (let points?, nil): return points
        case (nil, let percent?): return max(1, percent)
        case (nil, nil): return nil
        }
    }

    private func isRecovered(_ score: Double) -> Bool {
        guard let recovered else { return false }
        return higherIsBetter ? score >= recovered : score <= recovered
    }

    private static var tolerance: Double { 1e-9 }
}

/// Done divided by due.
public struct Adherence: Codable, Hashable, Sendable {
    /// Sessions done.
    public var done: Int
    /// Sessions planned.
    public var due: Int

    /// Whole percent; more than planned counts as 100; nothing planned counts as 100.
    public var percent: Int { due == 0 ? 100 : min(100, done * 100 / due) }

    /// Counts from `first` up to, not including, `end`, with the version of the plan that held on each day.
    public init(_ history: PlanHistory, from first: CivilDate, to end: CivilDate) {
        done = history.sessions.count { $0.counts && $0.date >= first && $0.date < end }
        due = (0..<max(0, first.days(to: end))).count { offset in
            let date = first.adding(days: offset)
            guard let plan = history.plans.last(where: { $0.validFrom <= date }) else { return false }
            let day = plan.validFrom.days(to: date) % 7
            return plan.week.contains { $0.day == day }
        }
    }
}
