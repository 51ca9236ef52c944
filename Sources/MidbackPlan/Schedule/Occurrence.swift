/// One planned instance: a session of the plan, or a check-in, on one day.
public struct Occurrence: Codable, Hashable, Comparable, Sendable {
    /// What is planned.
    public enum Kind: String, Codable, Sendable {
        /// A guided session.
        case session
        /// A check-in.
        case checkIn = "check-in"
    }

    /// The day.
    public var date: CivilDate
    /// What is planned.
    public var kind: Kind
    /// Week of the plan, from 0.
    public var week: Int
    /// Planned seconds; 0 for a check-in.
    public var seconds: Int
    /// Exercises of the session, in order; empty for a check-in.
    public var exercises: [String]

    /// Stable within one person: `session-2027-01-04`. A calendar keeps its entry when a plan is changed.
    public var id: String { "\(kind.rawValue)-\(date)" }

    /// Makes an occurrence.
    public init(date: CivilDate, kind: Kind, week: Int, seconds: Int, exercises: [String]) {
        self.date = date
        self.kind = kind
        self.week = week
        self.seconds = seconds
        self.exercises = exercises
    }

    /// By day; on one day the check-in comes first, because it can change the session.
    public static func < (left: Self, right: Self) -> Bool {
        (left.date, left.kind.rawValue) < (right.date, right.kind.rawValue)
    }
}

/// Lays a plan out on the calendar. Counts whole days only.
public struct Schedule: Sendable {
    private let plan: CarePlan
    private let checkIns: [CheckInPlan]

    /// The schedule of one version of a plan.
    public init(_ plan: CarePlan, checkIns: [CheckInPlan]) {
        self.plan = plan
        self.checkIns = checkIns
    }

    /// Sessions and check-ins from `first` up to, not including, `end`. A plan without exercises gives check-ins only.
    public func occurrences(from first: CivilDate, to end: CivilDate) -> [Occurrence] {
        guard first < end, plan.scope != .none, plan.scope != .unanswered else { return [] }
        return (sessions(first, end) + due(first, end)).sorted()
    }

    /// What is planned on one day.
    public func occurrences(on date: CivilDate) -> [Occurrence] {
        occurrences(from: date, to: date.adding(days: 1))
    }

    private func sessions(_ first: CivilDate, _ end: CivilDate) -> [Occurrence] {
        let start = max(first, plan.validFrom)
        guard start < end else { return [] }
        return (0..<start.days(to: end)).compactMap { offset in
            let date = start.adding(days: offset)
            let day = plan.validFrom.days(to: date)
            guard let planned = plan.week.first(where: { $0.day == day % 7 }), !planned.exercises.isEmpty else {
                return nil
            }
            return Occurrence(
                date: date, kind: .session, week: plan.weekNumber + day / 7, seconds: planned.seconds,
                exercises: planned.exercises)
        }
    }

    private func due(_ first: CivilDate, _ end: CivilDate) -> [Occurrence] {
        checkIns.filter { $0.week > 0 }.compactMap { check in
            let date = plan.startedOn.adding(days: check.week * 7)
            guard first <= date, date < end else { return nil }
            return Occurrence(date: date, kind: .checkIn, week: check.week, seconds: 0, exercises: [])
        }
    }
}
