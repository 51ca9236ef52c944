import MidbackCore

/// A made-up way through twelve weeks, for reviewers: what the plan would do with a person who behaves like this.
public enum CourseKind: String, Codable, CaseIterable, Sendable {
    /// Gets better week by week.
    case steadyImprover = "steady-improver"
    /// Does everything, nothing changes.
    case noChange = "no-change"
    /// A flare in weeks 4 and 5.
    case flare
    /// A new sign in week 5; cleared by a clinician in week 7.
    case newSign = "new-sign"
    /// Practises now and then, away for two weeks.
    case irregular
    /// Does more than asked and too hard.
    case overEager = "over-eager"
}

/// One week of a made-up course.
public struct CourseWeek: Codable, Hashable, Sendable {
    /// Week, from 0.
    public var week: Int
    /// The plan of the week.
    public var plan: CarePlan
    /// Sessions done and planned.
    public var adherence: Adherence
    /// The check-in at its end; `nil` in the last entry.
    public var checkIn: CheckIn?
    /// The decision after it.
    public var decision: Decision?
}

/// Runs a profile through twelve weeks of made-up sessions and check-ins. No chance is involved.
public struct CourseSimulator: Sendable {
    private let engine: PlanEngine
    private let start: CivilDate
    private static let weeks = 12

    /// A simulator that starts on a day.
    public init(_ pack: PlanPack, start: CivilDate) {
        engine = PlanEngine(pack)
        self.start = start
    }

    /// The course, week 0 to week 12.
    public func run(_ kind: CourseKind, _ profile: PlanProfile) -> [CourseWeek] {
        let person = CoursePerson(kind: kind, profile: profile)
        let pack = engine.pack
        var profile = profile
        var history = PlanHistory(engine.build(profile, today: start))
        var result: [CourseWeek] = []
        var reviewOn = start
        for week in 0...Self.weeks {
            let end = start.adding(days: (week + 1) * 7)
            guard week < Self.weeks else {
                result.append(
                    CourseWeek(week: week, plan: history.plan, adherence: Adherence(history, from: end, to: end)))
                break
            }
            practise(person, week, &history)
            let adherence = Adherence(history, from: end.adding(days: -7), to: end)
            guard end >= reviewOn else {
                result.append(CourseWeek(week: week, plan: history.plan, adherence: adherence))
                continue
            }
            let checkIn = person.checkIn(week: week + 1, on: end)
            profile = Progression.profile(profile, after: checkIn, pack)
            if person.isCleared(week + 1) { profile.clearance.clinicianHasSeen = true }
            let decision = Progression.next(history, checkIn, profile, pack, today: end)
            result.append(
                CourseWeek(
                    week: week, plan: history.plan, adherence: adherence, checkIn: checkIn, decision: decision))
            reviewOn = decision.reviewOn
            history.add(checkIn)
            history.add(engine.build(profile, today: end, state: decision.next), decision)
        }
        return result
    }

    private func practise(_ person: CoursePerson, _ week: Int, _ history: inout PlanHistory) {
        let plan = history.plan
        let days = person.days(of: plan, week: week)
        for day in days {
            let date = start.adding(days: week * 7 + day)
            history.add(person.session(on: date, week: week, plan))
        }
    }
}

extension CourseWeek {
    init(week: Int, plan: CarePlan, adherence: Adherence) {
        self.init(week: week, plan: plan, adherence: adherence, checkIn: nil, decision: nil)
    }
}

/// The behaviour behind a course. Every number is chosen to show one rule at work.
struct CoursePerson {
    let kind: CourseKind
    let profile: PlanProfile

    private var start: Int { profile.painAverage }

    /// Average pain reported at the end of a week (1 to 12).
    func pain(_ week: Int) -> Int {
        switch kind {
        case .steadyImprover: max(0, start - week / 3)
        case .noChange: start
        case .flare:
            switch week {
            case 4: min(10, start + 2)
            case 5: min(10, start + 1)
            default: max(1, start - min(4, week / 2))
            }
        case .newSign: max(1, start - week / 3)
        case .irregular: max(1, start - week / 4)
        case .overEager: week <= 3 ? start : max(1, start - (week - 2) / 2)
        }
    }

    /// Days of the week on which a session is done.
    func days(of plan: CarePlan, week: Int) -> [Int] {
        let planned = plan.week.map(\.day)
        switch kind {
        case .irregular:
            if week == 4 || week == 5 { return [] }
            return Array(planned.prefix(week.isMultiple(of: 2) ? max(1, planned.count / 2) : planned.count))
        case .overEager: return planned.isEmpty ? [] : Array(0...6)
        default: return planned
        }
    }

    func session(on date: CivilDate, week: Int, _ plan: CarePlan) -> SessionRecord {
        let ids = plan.exercises.map(\.exercise)
        let isHard = kind == .overEager && week < 3
        let isFlare = kind == .flare && week == 3
        let during = isHard ? 6 : isFlare ? 5 : min(pain(week + 1), 3)
        return SessionRecord(
            id: "\(kind.rawValue)-\(date)", date: date, planVersion: plan.version, done: ids, planned: ids.count,
            painBefore: min(3, during), painDuring: during, painAfter: min(3, during),
            effort: isHard ? 9 : week >= 8 ? 6 : 5, settled: !(isHard || isFlare))
    }

    func checkIn(week: Int, on date: CivilDate) -> CheckIn {
        var checkIn = CheckIn(
            date: date, week: week, level: level(week), newSigns: hasSign(week) ? ["numb-strip"] : [])
        let pain = pain(week)
        checkIn.answers[.painAverage] = [pain]
        checkIn.answers[.painWorst] = [min(10, pain + 1)]
        checkIn.answers[.goals] = [goal(pain)]
        checkIn.unsettledSessions = (kind == .overEager && week <= 3) || (kind == .flare && week == 4) ? 3 : 0
        checkIn.settle = pain <= 3 ? .minutes : .hours
        return checkIn
    }

    private func goal(_ pain: Int) -> Int { max(0, min(10, 4 + start - pain)) }

    private func hasSign(_ week: Int) -> Bool { kind == .newSign && week == 5 }

    /// The new sign sends the person to a clinician within three days; two weeks later it is cleared.
    private func level(_ week: Int) -> Disposition {
        guard kind == .newSign else { return .selfCare }
        return week == 5 || week == 6 ? .urgent24To72h : .selfCare
    }

    func isCleared(_ week: Int) -> Bool { kind == .newSign && week >= 7 }
}
