import MidbackCore
import Testing

@testable import MidbackPlan

/// Properties that hold of every person, tried on many. The draws are fixed: no chance, the same people every time.
@Suite struct PlanPropertyTests {
    /// A fixed sequence of numbers.
    struct Draws {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }
    }

    private static let groups = Array(0..<12)
    private static let perGroup = 50

    private func person(_ draws: inout Draws, _ pack: PlanPack) throws -> PlanProfile {
        let causes = pack.tracks.flatMap(\.causes)
        return try Fixtures.healthy { profile in
            profile.age = draws.pick([18, 30, 45, 60, 70, 78, 90])
            profile.stage = draws.pick(Stage.allCases)
            profile.irritability = draws.pick(Irritability.allCases)
            profile.severity = draws.pick(Severity.allCases)
            profile.isFresh = draws.next(4) == 0
            profile.minutes = draws.pick([5, 10, 15, 20, 30])
            profile.daysPerWeek = 2 + draws.next(6)
            profile.floor = draws.next(3) > 0
            profile.activity = draws.pick(UsualActivity.allCases)
            profile.aerobic = draws.pick(AerobicChoice.allCases)
            profile.goals = GoalTag.allCases.filter { _ in draws.next(4) == 0 }
            profile.work = draws.pick(WorkPattern.allCases)
            profile.risk = RecoveryRisk(points: Array(RecoveryRisk.Point.allCases.prefix(draws.next(8))))
            if draws.next(2) == 0 {
                let owned = Equipment.allCases.filter { _ in draws.next(2) == 0 } + pack.selection.household
                profile.equipment = Equipment.allCases.filter(owned.contains)
            }
            profile.flags = PlanFlag.allCases.filter { _ in draws.next(7) == 0 }.map { .init($0, .answer) }
            profile.worseMoves = WorseMove.allCases.filter { _ in draws.next(4) == 0 }
            profile.overrides = PlanOverride.allCases.filter { _ in draws.next(9) == 0 }
            profile.level = draws.pick([.selfCare, .selfCare, .selfCare, .routine2Weeks, .urgent24To72h, .sameDayED])
            profile.firedRules = draws.next(3) == 0 ? ["RF-155"] : []
            profile.clearance = Clearance(
                clinicianHasSeen: draws.next(3) == 0, fractureIsCleared: draws.next(8) == 0)
            let first = draws.pick(causes)
            let second = draws.pick(causes.filter { $0 != first })
            let share = 0.25 + Double(draws.next(60)) / 100
            profile.shares = [.init(cause: first, share: share), .init(cause: second, share: (1 - share) / 2)]
                .sorted { $0.share > $1.share }
        }
    }

    @Test(arguments: groups)
    func everyPlan_keepsTheRules(_ group: Int) throws {
        let engine = try Fixtures.engine()
        let pack = engine.pack
        var draws = Draws(UInt64(group + 1))
        for _ in 0..<Self.perGroup {
            let profile = try person(&draws, pack)
            let plan = engine.build(profile, today: Fixtures.today)
            PlanRules.check(plan, profile, pack)
        }
    }

    @Test(arguments: groups)
    func sameInput_givesTheSameBytes(_ group: Int) throws {
        let engine = try Fixtures.engine()
        let pack = engine.pack
        var draws = Draws(UInt64(group + 100))
        for _ in 0..<5 {
            let profile = try person(&draws, pack)
            let first = try bytes(engine.build(profile, today: Fixtures.today))
            #expect(first == (try bytes(engine.build(profile, today: Fixtures.today))))
        }
    }

    /// Weekly seconds of everything but relaxation.
    private func load(_ plan: CarePlan) -> Int {
        plan.exercises.filter { $0.slot != .relaxation }.reduce(0) { $0 + $1.seconds * $1.days.count }
    }

    private func walk(_ plan: CarePlan) -> Int {
        plan.habits.filter { $0.kind == .aerobic }.reduce(0) { $0 + $1.minutes * $1.timesPerDay * $1.daysPerWeek }
    }

    @Test(arguments: groups)
    func addingAFlag_neverAddsLoad(_ group: Int) throws {
        let engine = try Fixtures.engine()
        let pack = engine.pack
        var draws = Draws(UInt64(group + 200))
        for _ in 0..<Self.perGroup {
            var profile = try person(&draws, pack)
            profile.level = .selfCare
            let flag = draws.pick(PlanFlag.allCases.filter { !profile.flagSet.contains($0) })
            var more = profile
            more.flags = PlanFlag.allCases.compactMap { item in
                item == flag ? .init(flag, .answer) : profile.flags.first { $0.flag == item }
            }
            let after = engine.build(more, today: Fixtures.today)
            // A flag may lead back to the calm part of a plan; like is compared with like.
            var state = engine.startState(profile, today: Fixtures.today)
            state.phase = after.phase
            let before = engine.build(profile, today: Fixtures.today, state: state)
            #expect(load(after) <= load(before), "\(flag) on \(profile.flags.map(\.flag))")
            #expect(walk(after) <= walk(before), "\(flag)")
            #expect(after.painCeiling <= before.painCeiling)
            for item in after.exercises {
                guard let old = before.exercises.first(where: { $0.exercise == item.exercise }) else { continue }
                #expect(item.dose.level <= old.dose.level, "\(item.exercise) with \(flag)")
                #expect(!old.isHalfRange || item.isHalfRange, "\(item.exercise) with \(flag)")
            }
        }
    }

    @Test(arguments: groups)
    func flags_removeTheUnionOfWhatEachRemoves(_ group: Int) throws {
        let engine = try Fixtures.engine()
        let pack = engine.pack
        var draws = Draws(UInt64(group + 300))
        for _ in 0..<20 {
            let profile = try person(&draws, pack)
            let flags = profile.flagSet.subtracting([.fracture])
            let together = SafetyGate(flags, profile: profile, tables: engine.tables)
            for exercise in engine.tables.entries {
                let alone = flags.map {
                    SafetyGate([$0], profile: profile, tables: engine.tables).verdict(exercise).verdict
                }
                #expect(together.verdict(exercise).verdict == alone.max() ?? .allow, "\(exercise.id)")
            }
        }
    }

    @Test(arguments: groups)
    func moreMinutes_neverMakeTheSessionShorter(_ group: Int) throws {
        let engine = try Fixtures.engine()
        let pack = engine.pack
        var draws = Draws(UInt64(group + 400))
        for _ in 0..<10 {
            var profile = try person(&draws, pack)
            profile.level = .selfCare
            profile.flags = []
            profile.minutes = 10
            let short = engine.build(profile, today: Fixtures.today)
            profile.minutes = 30
            let long = engine.build(profile, today: Fixtures.today)
            #expect((short.week.map(\.seconds).max() ?? 0) <= (long.week.map(\.seconds).max() ?? 0))
        }
    }
}
