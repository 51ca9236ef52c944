public import MidbackCore

/// What a person told at one check-in. A value that was not given is `nil`; it never counts as 0.
public struct CheckIn: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Week of the plan, from 0.
    public var week: Int
    /// Urgency after the danger questions; the more urgent of before and now.
    public var level: Disposition
    /// New signs that were ticked, by id of `EscalationRules.signs`.
    public var newSigns: [String]
    /// Whether the danger questions were answered again after a new sign, so that `level` includes it. Until then the
    /// plan rests.
    public var isRescreened: Bool
    /// Answers by measure, each 0 to its highest number.
    public var answers: [MeasureID: [Int?]]
    /// Sessions that did not settle by the next day.
    public var unsettledSessions: Int?
    /// How long a flare takes to settle now.
    public var settle: SettleTime?
    /// Days off work since the start.
    public var daysOffWork: Int?
    /// Cannot do basic care of oneself.
    public var cannotCareForSelf: Bool

    /// Makes a check-in.
    public init(
        date: CivilDate, week: Int, level: Disposition, newSigns: [String] = [],
        isRescreened: Bool = false, answers: [MeasureID: [Int?]] = [:], unsettledSessions: Int? = nil,
        settle: SettleTime? = nil, daysOffWork: Int? = nil,
        cannotCareForSelf: Bool = false
    ) {
        self.date = date
        self.week = week
        self.level = level
        self.newSigns = newSigns
        self.isRescreened = isRescreened
        self.answers = answers
        self.unsettledSessions = unsettledSessions
        self.settle = settle
        self.daysOffWork = daysOffWork
        self.cannotCareForSelf = cannotCareForSelf
    }

    /// Urgency that counts for the plan: an open new sign counts as "see a clinician soon" until it is looked at.
    public var planLevel: Disposition {
        newSigns.isEmpty || isRescreened ? level : min(level, .urgent24To72h)
    }

    /// The score of a measure, or `nil` when answers are missing.
    public func score(_ id: MeasureID, _ pack: PlanPack) -> Double? {
        guard let given = answers[id] else { return nil }
        return pack.measure(id)?.score(given)
    }
}

/// Why a check-in or session record cannot be taken. Ids and numbers only.
public enum TrackingProblem: Error, Codable, Hashable, Sendable {
    /// An answer outside its range.
    case outOfRange(MeasureID)
    /// More answers than the measure has.
    case tooManyAnswers(MeasureID)
    /// A number of sessions, or of the pain in one, that cannot be.
    case impossibleCount
    /// More days than there were.
    case impossibleDays
    /// A day before the plan began.
    case beforePlan
    /// A day that has not come yet.
    case future
    /// A sign the pack does not have.
    case unknownSign(String)
    /// The same thing sent again; the first one counts.
    case duplicate
    /// An exercise that was not in that version of the plan.
    case unknownExercise(String)
    /// An exercise that is named twice in one list.
    case repeatedExercise(String)
}

extension CheckIn {
    /// Two sessions a day.
    public static let mostSessionsAWeek = 14

    /// Everything wrong with it, first fault first; empty when it can be taken. A check-in of the future is refused even
    /// when a clock jumped: the day is the server's.
    public func problems(_ pack: PlanPack, plan: CarePlan, today: CivilDate, earlier: [CheckIn]) -> [TrackingProblem] {
        var problems: [TrackingProblem] = []
        if date > today { problems.append(.future) }
        if date < plan.startedOn { problems.append(.beforePlan) }
        if earlier.contains(where: { $0.date == date }) { problems.append(.duplicate) }
        for measure in pack.measures { problems += self.problems(measure) }
        if !(0...Self.mostSessionsAWeek).contains(unsettledSessions ?? 0) { problems.append(.impossibleCount) }
        let weeks = max(0, plan.startedOn.days(to: date)) / 7 + 1
        if !(0...7 * weeks).contains(daysOffWork ?? 0) { problems.append(.impossibleDays) }
        let known = Set(pack.escalation.signs.map(\.id))
        problems += newSigns.filter { !known.contains($0) }.map(TrackingProblem.unknownSign)
        return problems
    }

    private func problems(_ measure: OutcomeMeasure) -> [TrackingProblem] {
        let given = answers[measure.id] ?? []
        var problems: [TrackingProblem] = []
        if given.count > measure.answers[1] { problems.append(.tooManyAnswers(measure.id)) }
        let range = measure.answerRange[0]...measure.answerRange[1]
        if given.contains(where: { $0.map { !range.contains($0) } == true }) {
            problems.append(.outOfRange(measure.id))
        }
        return problems
    }
}

/// What happened in one guided session.
public struct SessionRecord: Codable, Hashable, Sendable {
    /// Made by the device, so that a result sent twice counts once.
    public var id: String
    /// The day.
    public var date: CivilDate
    /// Version of the plan it followed.
    public var planVersion: Int
    /// Exercises done.
    public var done: [String]
    /// Exercises planned.
    public var planned: Int
    /// Pain before, 0 to 10.
    public var painBefore: Int?
    /// Highest pain during, 0 to 10.
    public var painDuring: Int?
    /// Pain after, 0 to 10.
    public var painAfter: Int?
    /// Effort, 0 to 10.
    public var effort: Int?
    /// Whether it settled by the next day; `nil` while not told.
    public var settled: Bool?
    /// Exercises that were too painful.
    public var tooPainful: [String]
    /// Exercises done in their easier way.
    public var easier: [String]
    /// Why it was stopped, if it was.
    public var stop: StopReason?

    /// Makes a record.
    public init(
        id: String, date: CivilDate, planVersion: Int, done: [String], planned: Int, painBefore: Int? = nil,
        painDuring: Int? = nil, painAfter: Int? = nil, effort: Int? = nil, settled: Bool? = nil,
        tooPainful: [String] = [], easier: [String] = [], stop: StopReason? = nil
    ) {
        self.id = id
        self.date = date
        self.planVersion = planVersion
        self.done = done
        self.planned = planned
        self.painBefore = painBefore
        self.painDuring = painDuring
        self.painAfter = painAfter
        self.effort = effort
        self.settled = settled
        self.tooPainful = tooPainful
        self.easier = easier
        self.stop = stop
    }

    /// Counts as done when at least half of the exercises were done.
    public var counts: Bool { !done.isEmpty && done.count * 2 >= planned }

    /// Everything wrong with it; empty when it can be taken. A late record is fine: it counts for its own day.
    public func problems(_ plan: CarePlan, today: CivilDate, earlier: [SessionRecord]) -> [TrackingProblem] {
        var problems: [TrackingProblem] = []
        if earlier.contains(where: { $0.id == id }) { problems.append(.duplicate) }
        if date > today { problems.append(.future) }
        if date < plan.startedOn { problems.append(.beforePlan) }
        let numbers = [painBefore, painDuring, painAfter, effort].compactMap { $0 }
        if !numbers.allSatisfy((0...10).contains) || planned < done.count { problems.append(.impossibleCount) }
        problems += [done, tooPainful, easier].flatMap(Self.repeats).map(TrackingProblem.repeatedExercise)
        let known = Set(plan.exercises.flatMap { [$0.exercise, $0.easier?.exercise ?? $0.exercise] })
        problems += (done + tooPainful + easier).filter { !known.contains($0) }.map(TrackingProblem.unknownExercise)
        return problems
    }
}

extension SessionRecord {
    fileprivate static func repeats(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0).inserted }
    }
}

/// Everything that happened since the plan began. Plans are versions and are never overwritten.
public struct PlanHistory: Codable, Hashable, Sendable {
    /// Versions in order.
    public private(set) var plans: [CarePlan]
    /// Sessions by day.
    public private(set) var sessions: [SessionRecord]
    /// Check-ins by day.
    public private(set) var checkIns: [CheckIn]
    /// Decisions in order.
    public private(set) var decisions: [Decision]

    /// A history that begins with a plan.
    public init(_ first: CarePlan) {
        plans = [first]
        sessions = []
        checkIns = []
        decisions = []
    }

    /// The plan that counts now.
    public var plan: CarePlan { plans[plans.count - 1] }

    /// Adds a version. A version that exists already, or is older, is not taken.
    @discardableResult
    public mutating func add(_ plan: CarePlan, _ decision: Decision?) -> Bool {
        guard plan.version == self.plan.version + 1 else { return false }
        plans.append(plan)
        if let decision { decisions.append(decision) }
        return true
    }

    /// Adds a session; the same id counts once. Late ones are put where they belong.
    @discardableResult
    public mutating func add(_ session: SessionRecord) -> Bool {
        guard !sessions.contains(where: { $0.id == session.id }) else { return false }
        let place = sessions.firstIndex { ($0.date, $0.id) > (session.date, session.id) } ?? sessions.count
        sessions.insert(session, at: place)
        return true
    }

    /// Adds a check-in; one a day.
    @discardableResult
    public mutating func add(_ checkIn: CheckIn) -> Bool {
        guard !checkIns.contains(where: { $0.date == checkIn.date }) else { return false }
        let place = checkIns.firstIndex { $0.date > checkIn.date } ?? checkIns.count
        checkIns.insert(checkIn, at: place)
        return true
    }
}
