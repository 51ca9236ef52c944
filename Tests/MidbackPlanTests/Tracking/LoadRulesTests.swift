import MidbackCore
import Testing

@testable import MidbackPlan

/// How much a week may grow or shrink, over whole courses of different people.
@Suite struct LoadRulesTests {
    private static let personas = ["maya", "carl", "rosa", "dee"]

    /// Courses of a person, in the given irritability too.
    private func weeks(_ id: String, _ kind: CourseKind) throws -> [[CourseWeek]] {
        let pack = try Fixtures.pack()
        let simulator = CourseSimulator(pack, start: Fixtures.today)
        return try Irritability.allCases.map { irritability in
            var profile = try Fixtures.persona(id)
            profile.irritability = irritability
            return simulator.run(kind, profile)
        }
    }

    /// Versions that follow each other, with the decision between them.
    private typealias Step = (before: CarePlan, decision: Decision, after: CarePlan)

    private func steps(_ course: [CourseWeek]) -> [Step] {
        zip(course, course.dropFirst()).compactMap { week, next in
            week.decision.map { (week.plan, $0, next.plan) }
        }
    }

    @Test(arguments: personas, CourseKind.allCases)
    func week_growsByTwentyPercentAtMost_andOnlyAfterAGoodOne(_ id: String, _ kind: CourseKind) throws {
        for course in try weeks(id, kind) {
            for (before, decision, after) in steps(course) where !before.exercises.isEmpty && before.scope != .comfort {
                let (training, walking) = (WeekLoad.training(after), WeekLoad.walking(after))
                let (was, walked) = (WeekLoad.training(before), WeekLoad.walking(before))
                let label: Comment = "\(decision.code) week \(after.weekNumber): \(was) s, \(walked) min"
                if decision.changes.contains(where: { $0.id == .afterFlare }) { continue }
                switch decision.code {
                case .progress:
                    #expect(training * 100 <= was * 120, label)
                    #expect(walking * 100 <= walked * 120, label)
                case .regress:
                    #expect(training <= was, label)
                    #expect(walking * 100 <= walked * 70, label)
                case .flare, .hold, .comeBack, .shorten:
                    #expect(training <= was, label)
                    #expect(walking <= walked, label)
                case .danger, .graduate: break
                }
            }
        }
    }

    /// A week of change never leaves fewer exercises for moving and strength than the week before.
    @Test(arguments: personas, CourseKind.allCases)
    func changeOfPhase_neverThinsThePlan(_ id: String, _ kind: CourseKind) throws {
        for course in try weeks(id, kind) {
            for (before, decision, after) in steps(course) where decision.next.rotates && !before.exercises.isEmpty {
                let had = before.exercises.count { $0.slot != .relaxation }
                let has = after.exercises.count { $0.slot != .relaxation }
                #expect(has >= had, "week \(after.weekNumber): \(before.exercises.map(\.exercise)) → \(has)")
            }
        }
    }

    /// After a flare the weeks go on growing until the old size is back.
    @Test func afterAFlare_theNextGoodWeekGrows() throws {
        for course in try weeks("maya", .flare) {
            for (before, decision, after) in steps(course)
            where decision.code == .progress && before.state.volume == 70 && after.state.volume == 100 {
                #expect(WeekLoad.training(after) > WeekLoad.training(before), "week \(after.weekNumber)")
            }
        }
    }

    /// A flare that is over leads back to 70% of the last good week at once, and never above.
    @Test(arguments: personas)
    func afterAFlare_theWeekIsSeventyPercentOfTheLastGoodOne(_ id: String) throws {
        let pack = try Fixtures.pack()
        for course in try weeks(id, .flare) {
            for (place, week) in course.enumerated() {
                guard let decision = week.decision, decision.changes.contains(where: { $0.id == .afterFlare }),
                    let good = course[..<place].last(where: { Self.isGood($0.plan) })?.plan
                else { continue }
                let after = course[place + 1].plan
                #expect(WeekLoad.training(after) * 100 <= WeekLoad.training(good) * 70, "\(id)")
                #expect(WeekLoad.walking(after) * 100 <= WeekLoad.walking(good) * 70, "\(id)")
                let isCalm = decision.next.irritability <= good.summary.irritability
                let floor = pack.tracks.contains { $0.id == after.track && $0.isPaced } ? 40 : 55
                #expect(
                    !isCalm || WeekLoad.walking(after) * 100 >= WeekLoad.walking(good) * floor,
                    "\(id) \(WeekLoad.walking(good)) → \(WeekLoad.walking(after))")
                #expect(WeekLoad.training(after) >= WeekLoad.training(week.plan), "\(id)")
            }
        }
    }

    private static func isGood(_ plan: CarePlan) -> Bool {
        if case .flare = plan.state.mode { return false }
        return !plan.exercises.isEmpty
    }

    @Test func firstFlare_halvesTheWalk() throws {
        for id in ["maya", "carl", "dee"] {
            for course in try weeks(id, .flare) {
                for (before, decision, after) in steps(course) where decision.code == .flare {
                    if case .flare = before.state.mode { continue }
                    #expect(WeekLoad.walking(after) * 2 <= WeekLoad.walking(before), "\(id)")
                    #expect(WeekLoad.training(after) < WeekLoad.training(before), "\(id)")
                }
            }
        }
    }

    @Test(arguments: personas, CourseKind.allCases)
    func progress_neverLowersAnExercise(_ id: String, _ kind: CourseKind) throws {
        let tables = try Fixtures.engine().tables
        let dosing = Dosing(rules: tables.pack.doses)
        for course in try weeks(id, kind) {
            for (before, decision, after) in steps(course)
            where decision.code == .progress && decision.next.volume == 100 && before.scope != .comfort {
                for item in after.exercises {
                    guard let old = before.exercises.first(where: { $0.exercise == item.exercise }),
                        let entry = tables.byId[item.exercise]
                    else { continue }
                    #expect(
                        !dosing.isLess(item.dose, than: old.dose, entry),
                        "\(item.exercise) \(after.weekNumber) \(old.dose) → \(item.dose)")
                    #expect(item.personLevel >= old.personLevel, "\(item.exercise) \(after.weekNumber)")
                }
            }
        }
    }

    @Test(arguments: personas, CourseKind.allCases)
    func changes_areTheDifferenceOfThePlans(_ id: String, _ kind: CourseKind) throws {
        for course in try weeks(id, kind) {
            for (before, decision, after) in steps(course) where after.scope == .full || after.scope == .limited {
                for change in decision.changes {
                    guard let exercise = change.value("exercise") else { continue }
                    let old = before.exercises.first { $0.exercise == exercise }
                    let now = after.exercises.first { $0.exercise == exercise }
                    switch change.id {
                    case .addedLevel: #expect(now?.personLevel == change.value("level").flatMap(Int.init))
                    case .notAddedVolume, .notAddedTime: #expect(old?.dose == now?.dose)
                    case .newExercise: #expect(old == nil && now != nil)
                    case .goneExercise, .droppedNewest: #expect(now == nil)
                    default: #expect(old?.dose != now?.dose, "\(change)")
                    }
                }
                guard before.scope == after.scope else { continue }
                for item in after.exercises {
                    let old = before.exercises.first { $0.exercise == item.exercise }
                    let isNamed = decision.changes.contains { $0.value("exercise") == item.exercise }
                    let isMore = item.dose != old?.dose && item.seconds > (old?.seconds ?? 0)
                    #expect(isNamed || !isMore, "\(item.exercise) in week \(after.weekNumber)")
                }
            }
        }
    }

    @Test(arguments: personas, CourseKind.allCases)
    func level_staysUnderEveryCap(_ id: String, _ kind: CourseKind) throws {
        let pack = try Fixtures.pack()
        for course in try weeks(id, kind) {
            for week in course {
                let tracks = ([week.plan.track].compactMap { $0 } + week.plan.modifiers).compactMap(pack.track)
                let cap = tracks.filter { $0.modifier.capWeeks == nil }.compactMap(\.modifier.levelCap).min() ?? 4
                for item in week.plan.exercises {
                    let most = pack.library.exercise(item.exercise)?.maxLevel ?? 0
                    #expect(item.personLevel <= min(cap, most), "\(item.exercise) week \(week.week)")
                }
            }
        }
    }

    /// Level 4 comes after two full settled weeks that were really done at level 3.
    @Test(arguments: personas, CourseKind.allCases)
    func level4_comesAfterTwoWeeksAtLevel3(_ id: String, _ kind: CourseKind) throws {
        for course in try weeks(id, kind) {
            for (place, week) in course.enumerated() where place > 0 {
                for item in week.plan.exercises where item.personLevel == 4 {
                    let earlier = course[..<place]
                    let done = earlier.filter { past in
                        past.decision?.code == .progress
                            && past.plan.exercises.contains { $0.exercise == item.exercise && $0.personLevel >= 3 }
                    }
                    #expect(done.count >= 2, "\(item.exercise) week \(week.week)")
                }
            }
        }
    }
}
