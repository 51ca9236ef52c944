import Foundation
import MidbackPlan
import Testing

/// The state machine of the browser must do what the one of the plan does. This writes down what the latter does with
/// long rows of events; `Tests/Journeys/test_session_machine.py` plays them to the script.
struct SessionTraceTests {
    private static let file = Fixture.root.appendingPathComponent("Tests/Journeys/session-traces.json")

    @Test
    func traces_areAsStored() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(try SessionTraces.all()), as: UTF8.self) + "\n"
        if ProcessInfo.processInfo.environment["MIDBACK_RECORD"] == "1" {
            try text.write(to: Self.file, atomically: true, encoding: .utf8)
            return
        }
        let stored = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(stored == text, "record the traces with MIDBACK_RECORD=1")
    }

    @Test
    func traces_reachEveryStage() throws {
        let traces = try SessionTraces.all().traces
        let seen = Set(traces.flatMap { $0.states.map(\.stage) })
        #expect(seen.count == 8)
        #expect(Set(traces.flatMap { $0.states.compactMap(\.stop) }).count == StopReason.allCases.count)
    }
}

/// Scripts, events, and what the machine did.
struct SessionTraces: Encodable {
    struct Event: Encodable {
        var type: String
        var seconds: Int?
        var value: Int?
    }

    struct State: Encodable {
        var stage: String
        var stop: String?
        var step: Int
        var elapsed: Int
        var pace: Int
        var left: Int
        var limit: Int
    }

    struct Record: Encodable {
        var done: [String]
        var tooPainful: [String]
        var easier: [String]
        var painBefore: Int?
        var painDuring: Int?
        var painAfter: Int?
        var effort: Int?
        var stop: String?
    }

    struct Trace: Encodable {
        var script: String
        var events: [Event]
        var states: [State]
        var record: Record?
    }

    var scripts: [String: SessionScript]
    var traces: [Trace]

    static func all() throws -> SessionTraces {
        let states = try Fixture.states()
        let people = FollowUpStates(engine: states.engine, plan: try Fixture.plan())
        let usual = try #require(people.script(people.profile)?.script)
        let careful = try #require(people.script(people.careful)?.script)
        let scripts = ["usual": usual, "careful": careful]
        return SessionTraces(
            scripts: scripts,
            traces: scripts.keys.sorted().flatMap { name -> [Trace] in
                guard let script = scripts[name] else { return [] }
                return ways.map { trace(name, script, $0) } + (0..<16).map { drawn(name, script, UInt64($0)) }
            })
    }

    /// One way to every end.
    private static let ways: [[SessionMachine.Event]] = [
        [.tick(9), .answer(99), .answer(2), .tick(5_000), .answer(3), .answer(5)], [.answer(8)], [.end],
        [.answer(nil), .newSign],
        [.answer(3), .tick(30), .pause, .resume, .tooPainful, .answer(10)],
        [.answer(1), .skip, .back, .slower, .easier, .tick(90), .tooPainful, .answer(1), .tick(400), .end],
    ]

    private static func trace(_ name: String, _ script: SessionScript, _ events: [SessionMachine.Event]) -> Trace {
        var machine = SessionMachine(script)
        var trace = Trace(script: name, events: [], states: [], record: nil)
        for event in events {
            machine.handle(event)
            trace.events.append(Event(event))
            trace.states.append(State(machine))
        }
        trace.record = machine.record(id: "", date: FollowUpStates.today).map(Record.init)
        return trace
    }

    /// Events that look drawn, until it is over.
    private static func drawn(_ name: String, _ script: SessionScript, _ seed: UInt64) -> Trace {
        var numbers = Numbers(state: seed &* 7_919 &+ 17)
        var machine = SessionMachine(script)
        var events: [SessionMachine.Event] = []
        while events.count < 60, !machine.isOver {
            events.append(events.isEmpty ? .answer(Int(seed % 5)) : numbers.event(isLate: events.count > 45))
            events.last.map { machine.handle($0) }
        }
        return trace(name, script, events)
    }
}

/// Numbers that look drawn and are always the same.
private struct Numbers {
    var state: UInt64

    mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    /// Mostly the passing of time; towards the end what leads to an end.
    mutating func event(isLate: Bool) -> SessionMachine.Event {
        switch next(isLate ? 24 : 21) {
        case 0...6: .tick(next(45))
        case 7: .tick(-next(9))
        case 8, 9: .answer(next(6))
        case 10: .answer(next(9))
        case 11: .answer(next(3) == 0 ? nil : next(12))
        case 12: .pause
        case 13, 14: .resume
        case 15: .back
        case 16: .skip
        case 17: .slower
        case 18: .easier
        case 19: next(3) == 0 ? .tooPainful : .tick(20)
        case 20: next(12) == 0 ? .newSign : .resume
        case 21: .end
        case 22: next(3) == 0 ? .newSign : .tick(300)
        default: .tick(2_000)
        }
    }
}

extension SessionTraces.Event {
    init(_ event: SessionMachine.Event) {
        switch event {
        case .answer(let value): self.init(type: "answer", value: value)
        case .tick(let seconds): self.init(type: "tick", seconds: seconds)
        case .pause: self.init(type: "pause")
        case .resume: self.init(type: "resume")
        case .back: self.init(type: "back")
        case .skip: self.init(type: "skip")
        case .slower: self.init(type: "slower")
        case .easier: self.init(type: "easier")
        case .tooPainful: self.init(type: "too-painful")
        case .newSign: self.init(type: "new-sign")
        case .end: self.init(type: "end")
        }
    }
}

extension SessionTraces.State {
    init(_ machine: SessionMachine) {
        var reason: StopReason?
        if case .stopped(let stop) = machine.stage { reason = stop }
        self.init(
            stage: Self.name(machine.stage), stop: reason?.rawValue, step: machine.step, elapsed: machine.elapsed,
            pace: machine.pace, left: machine.secondsLeft, limit: machine.painLimit)
    }

    private static func name(_ stage: SessionMachine.Stage) -> String {
        switch stage {
        case .painBefore: "pain-before"
        case .running: "running"
        case .paused: "paused"
        case .howPainful: "how-painful"
        case .painAfter: "pain-after"
        case .effort: "effort"
        case .done: "done"
        case .stopped: "stopped"
        }
    }
}

extension SessionTraces.Record {
    init(_ record: SessionRecord) {
        self.init(
            done: record.done, tooPainful: record.tooPainful, easier: record.easier, painBefore: record.painBefore,
            painDuring: record.painDuring, painAfter: record.painAfter, effort: record.effort,
            stop: record.stop?.rawValue)
    }
}
