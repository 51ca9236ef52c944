import MidbackCore
import Testing

@testable import MidbackPlan

/// The guided session, driven by a fake clock.
@Suite struct SessionMachineTests {
    private func machine(_ id: String = "maya", day: Int = 0) throws -> SessionMachine {
        let pack = try Fixtures.pack()
        let plan = PlanBuilder.build(try Fixtures.persona(id), pack, today: Fixtures.today)
        return SessionMachine(try #require(SessionScript(plan, day: day, pack: pack)))
    }

    private func run(_ machine: inout SessionMachine, _ events: [SessionMachine.Event]) {
        for event in events { machine.handle(event) }
    }

    @Test func wholeSession_endsWithARecord() throws {
        var machine = try machine()
        machine.handle(.answer(2))
        #expect(machine.stage == .running)
        #expect(machine.secondsLeft == machine.script.seconds)
        machine.handle(.tick(machine.script.seconds))
        #expect(machine.stage == .painAfter)
        run(&machine, [.answer(3), .answer(5)])
        #expect(machine.stage == .done)
        let record = try #require(machine.record(id: "x", date: Fixtures.today))
        #expect(record.done == machine.script.parts.map(\.exercise))
        #expect(record.painDuring == 3 && record.painAfter == 3 && record.effort == 5 && record.stop == nil)
        #expect(record.counts)
    }

    @Test(arguments: ["maya", "carl", "rosa", "dee"])
    func script_neverLastsLongerThanThePlan(_ id: String) throws {
        let pack = try Fixtures.pack()
        let plan = PlanBuilder.build(try Fixtures.persona(id), pack, today: Fixtures.today)
        for day in plan.week {
            let script = try #require(SessionScript(plan, day: day.day, pack: pack))
            #expect(script.seconds <= day.seconds)
            #expect(script.seconds <= plan.minutes * 60)
            #expect(script.steps.allSatisfy { $0.seconds > 0 })
        }
        #expect(SessionScript(plan, day: 3, pack: pack) == nil || plan.week.contains { $0.day == 3 })
    }

    @Test func tickingInAnyPortion_givesTheSame() throws {
        var whole = try machine()
        var parts = whole
        run(&whole, [.answer(1), .tick(200)])
        parts.handle(.answer(1))
        for _ in 0..<200 { parts.handle(.tick(1)) }
        #expect(whole == parts)
    }

    @Test func pause_stopsTheClock() throws {
        var machine = try machine()
        run(&machine, [.answer(1), .tick(5), .pause])
        let before = machine.secondsLeft
        machine.handle(.tick(100))
        #expect(machine.secondsLeft == before && machine.stage == .paused)
        run(&machine, [.resume, .tick(1)])
        #expect(machine.secondsLeft == before - 1)
    }

    @Test func tooPainfulWithinTheLimit_skipsTheExercise() throws {
        var machine = try machine()
        run(&machine, [.answer(3), .tick(20), .tooPainful])
        #expect(machine.stage == .howPainful)
        machine.handle(.answer(5))
        #expect(machine.stage == .running)
        #expect(machine.tooPainful == [0] && machine.current?.exercise == 1)
    }

    @Test func painAboveTheLimit_stopsAndOpensTheDangerQuestions() throws {
        var machine = try machine()
        run(&machine, [.answer(3), .tick(20), .tooPainful, .answer(6)])
        #expect(machine.stage == .stopped(.pain))
        #expect(StopReason.pain.opensDangerScreen)
    }

    @Test func painNotTold_countsAsTooMuch() throws {
        var machine = try machine()
        run(&machine, [.answer(3), .tick(20), .tooPainful, .answer(nil)])
        #expect(machine.stage == .stopped(.pain))
    }

    @Test func newSign_stopsFromEveryScreen() throws {
        let ways: [[SessionMachine.Event]] = [
            [], [.answer(1)], [.answer(1), .pause], [.answer(1), .tooPainful], [.answer(1), .tick(5000)],
            [.answer(1), .tick(5000), .answer(1)],
        ]
        for way in ways {
            var machine = try machine()
            run(&machine, way + [.newSign])
            #expect(machine.stage == .stopped(.newSign))
        }
    }

    @Test func muchPainBefore_doesNotStart() throws {
        var machine = try machine()
        machine.handle(.answer(6))
        #expect(machine.stage == .stopped(.painBefore))
    }

    @Test(arguments: [(0, 2), (1, 3), (2, 3), (4, 4), (5, 5)])
    func limitWhileItFlaresEasily_isThreeAndAtMostTwoMore(_ before: Int, _ limit: Int) throws {
        var machine = try machine("carl")
        machine.handle(.answer(before))
        #expect(machine.painLimit == limit)
    }

    @Test func slower_addsTimeAtMostHalf() throws {
        var machine = try machine()
        machine.handle(.answer(1))
        let before = machine.secondsLeft
        run(&machine, [.slower, .slower, .slower])
        #expect(machine.pace == 150)
        #expect(machine.secondsLeft > before && machine.secondsLeft <= before * 3 / 2 + machine.script.steps.count)
    }

    @Test func easier_isLessWork() throws {
        var machine = try machine()
        machine.handle(.answer(1))
        let before = machine.secondsLeft
        machine.handle(.easier)
        #expect(machine.secondsLeft < before && machine.eased == [0])
        let after = machine.secondsLeft
        machine.handle(.easier)
        #expect(machine.secondsLeft == after)
    }

    @Test func back_goesToTheStartOfTheExercise_thenToTheOneBefore() throws {
        var machine = try machine()
        run(&machine, [.answer(1), .skip, .tick(30)])
        #expect(machine.current?.exercise == 1)
        machine.handle(.back)
        #expect(machine.current?.exercise == 1 && machine.elapsed == 0)
        machine.handle(.back)
        #expect(machine.current?.exercise == 0 && machine.skipped.isEmpty)
    }

    @Test func endingEarly_keepsWhatWasDone() throws {
        var machine = try machine()
        let first = machine.script.steps.filter { $0.exercise == 0 }.reduce(0) { $0 + $1.seconds }
        run(&machine, [.answer(1), .tick(first + 1), .end, .answer(2), .answer(4)])
        #expect(machine.stage == .done && machine.done == [0])
        var empty = try self.machine()
        run(&empty, [.answer(1), .end])
        #expect(empty.stage == .stopped(.ended))
        #expect(!StopReason.ended.opensDangerScreen)
    }

    @Test(arguments: 0..<40)
    func anyEvents_keepTheInvariants(_ seed: Int) throws {
        var draws = PlanPropertyTests.Draws(UInt64(seed + 7))
        var machine = try machine(draws.pick(["maya", "carl", "rosa", "dee"]))
        for _ in 0..<300 {
            let event: SessionMachine.Event = draws.pick([
                .answer(draws.next(11)), .answer(nil), .tick(draws.next(60)), .tick(-5), .pause, .resume, .back, .skip,
                .slower, .easier, .tick(30), .tick(20), .answer(99),
            ])
            let before = machine
            machine.handle(event)
            #expect(machine.step >= 0 && machine.step <= machine.script.steps.count)
            #expect(machine.elapsed >= 0 && machine.elapsed <= max(machine.currentSeconds, 0))
            #expect(machine.secondsLeft >= 0)
            #expect(Set(machine.done).count == machine.done.count)
            #expect((100...150).contains(machine.pace))
            if before.isOver { #expect(machine == before) }
            if let pain = machine.painBefore { #expect((0...10).contains(pain)) }
        }
        #expect((machine.record(id: "x", date: Fixtures.today) != nil) == machine.isOver)
    }
}
