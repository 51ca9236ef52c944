/// Why a session was stopped.
public enum StopReason: String, Codable, CaseIterable, Sendable {
    /// Pain above the limit.
    case pain
    /// A new sign.
    case newSign = "new-sign"
    /// Too much pain before it began.
    case painBefore = "pain-before"
    /// The person ended it.
    case ended

    /// Whether the danger questions come next.
    public var opensDangerScreen: Bool { self != .ended }
}

/// A guided session as a pure state machine: `handle` takes an event and gives nothing but the next state. Seconds come
/// in as ticks, so that a sleeping phone or a changed clock cannot skip anything.
public struct SessionMachine: Codable, Hashable, Sendable {
    /// What is on the screen.
    public enum Stage: Codable, Hashable, Sendable {
        /// Asks for the pain before.
        case painBefore
        /// A step runs.
        case running
        /// A step waits.
        case paused
        /// Asks how strong the pain is, after "too painful".
        case howPainful
        /// Asks for the pain after.
        case painAfter
        /// Asks for the effort.
        case effort
        /// Over.
        case done
        /// Stopped; the danger questions may follow.
        case stopped(StopReason)
    }

    /// What a person or the clock does.
    public enum Event: Codable, Hashable, Sendable {
        /// An answer of 0 to 10 to the question on the screen; `nil` leaves it open.
        case answer(Int?)
        /// Seconds that passed.
        case tick(Int)
        /// Wait.
        case pause
        /// Go on.
        case resume
        /// To the start of this exercise, or of the one before when it has just begun.
        case back
        /// To the next exercise.
        case skip
        /// A quarter more time for every repetition, at most twice.
        case slower
        /// An easier way from here on.
        case easier
        /// Too painful.
        case tooPainful
        /// A new sign.
        case newSign
        /// End now.
        case end
    }

    /// The steps.
    public let script: SessionScript
    /// What is on the screen.
    public private(set) var stage: Stage = .painBefore
    /// The step that runs, from 0.
    public private(set) var step = 0
    /// Seconds of it that have passed.
    public private(set) var elapsed = 0
    /// Percent of the planned time a repetition takes: 100, 125 or 150.
    public private(set) var pace = 100
    /// Pain before, if told.
    public private(set) var painBefore: Int?
    /// Highest pain told during.
    public private(set) var painDuring: Int?
    /// Pain after, if told.
    public private(set) var painAfter: Int?
    /// Effort, if told.
    public private(set) var effort: Int?
    /// Exercises done, by place.
    public private(set) var done: [Int] = []
    /// Exercises skipped, by place.
    public private(set) var skipped: [Int] = []
    /// Exercises done in an easier way, by place.
    public private(set) var eased: [Int] = []
    /// Exercises that were too painful, by place.
    public private(set) var tooPainful: [Int] = []

    /// A session that waits for the pain before.
    public init(_ script: SessionScript) { self.script = script }

    /// The step on the screen, or `nil` when none runs.
    public var current: SessionScript.Step? {
        switch stage {
        case .running, .paused, .howPainful: step < script.steps.count ? script.steps[step] : nil
        default: nil
        }
    }

    /// Seconds of the current step at the chosen pace; an easier way halves the work.
    public var currentSeconds: Int { current.map(seconds) ?? 0 }

    /// Seconds to the end of the last step.
    public var secondsLeft: Int {
        guard current != nil else { return 0 }
        return script.steps[step...].reduce(0) { $0 + seconds($1) } - elapsed
    }

    /// Highest pain that is allowed: the ceiling, but never more than the rise above the start allows; whoever starts
    /// above the ceiling may not get worse.
    /// - Source: `plan-logic.md` section 5.
    public var painLimit: Int {
        let before = painBefore ?? 0
        return min(script.painTooMuch, max(before, min(script.painCeiling, before + script.painRise)))
    }

    /// Whether nothing more can happen.
    public var isOver: Bool {
        switch stage {
        case .done, .stopped: true
        default: false
        }
    }

    /// Takes one event. Events that do not fit the screen change nothing.
    public mutating func handle(_ event: Event) {
        guard !isOver else { return }
        switch (event, stage) {
        case (.newSign, _): stage = .stopped(.newSign)
        case (.end, _): finishOrLeave()
        case (.answer(let number), _): answer(number)
        case (.tick(let seconds), .running): tick(max(0, seconds))
        case (.pause, .running): stage = .paused
        case (.resume, .paused): stage = .running
        case (.back, .running), (.back, .paused): back()
        case (.skip, .running), (.skip, .paused): skip()
        case (.slower, .running), (.slower, .paused): pace = min(150, pace + 25)
        case (.easier, .running), (.easier, .paused): ease()
        case (.tooPainful, .running), (.tooPainful, .paused): stage = .howPainful
        default: break
        }
    }

    // MARK: Questions

    private mutating func answer(_ number: Int?) {
        if let number, !(0...10).contains(number) { return }
        switch stage {
        case .painBefore:
            painBefore = number
            let isTooMuch = number.map { $0 > script.painTooMuch } ?? false
            stage = isTooMuch ? .stopped(.painBefore) : script.steps.isEmpty ? .painAfter : .running
        case .howPainful: painful(number)
        case .painAfter:
            painAfter = number
            painDuring = [painDuring, number].compactMap { $0 }.max()
            stage = number.map { $0 > script.painTooMuch } == true ? .stopped(.pain) : .effort
        case .effort:
            effort = number
            stage = .done
        default: break
        }
    }

    /// Not told counts as too much: the careful reading.
    private mutating func painful(_ number: Int?) {
        guard let here = current?.exercise else { return }
        if !tooPainful.contains(here) { tooPainful.append(here) }
        painDuring = [painDuring, number].compactMap { $0 }.max()
        guard let number, number <= painLimit else {
            stage = .stopped(.pain)
            return
        }
        stage = .running
        skip()
    }

    private mutating func finishOrLeave() {
        stage = done.isEmpty || stage == .painBefore ? .stopped(.ended) : stage == .effort ? .done : .painAfter
    }

    // MARK: Time

    private func seconds(_ step: SessionScript.Step) -> Int {
        guard step.kind == .work else { return step.seconds }
        let paced = (step.seconds * pace + 99) / 100
        return eased.contains(step.exercise) ? max(1, paced / 2) : paced
    }

    private mutating func tick(_ passed: Int) {
        var left = passed
        while left > 0, let current, stage == .running {
            let rest = max(0, seconds(current) - elapsed)
            if left < rest {
                elapsed += left
                return
            }
            left -= rest
            advance(from: current)
        }
    }

    private mutating func advance(from current: SessionScript.Step) {
        elapsed = 0
        step += 1
        let isLast = step >= script.steps.count || script.steps[step].exercise != current.exercise
        if isLast, !done.contains(current.exercise) { done.append(current.exercise) }
        if step >= script.steps.count { stage = .painAfter }
    }

    // MARK: Moving about

    private mutating func back() {
        guard let current else { return }
        let start = first(current.exercise)
        let hasJustBegun = step == start && elapsed < 3
        let goal = hasJustBegun && current.exercise > 0 ? current.exercise - 1 : current.exercise
        step = first(goal)
        elapsed = 0
        done.removeAll { $0 >= goal }
        skipped.removeAll { $0 >= goal }
    }

    private mutating func skip() {
        guard let current else { return }
        if !skipped.contains(current.exercise) { skipped.append(current.exercise) }
        elapsed = 0
        step = script.steps.firstIndex { $0.exercise > current.exercise } ?? script.steps.count
        if step >= script.steps.count { stage = .painAfter }
    }

    private mutating func ease() {
        guard let here = current?.exercise, !eased.contains(here) else { return }
        eased.append(here)
        elapsed = min(elapsed, currentSeconds)
    }

    private func first(_ exercise: Int) -> Int { script.steps.firstIndex { $0.exercise == exercise } ?? 0 }
}

extension SessionMachine {
    /// What is stored when it is over; `nil` before.
    public func record(id: String, date: CivilDate) -> SessionRecord? {
        guard isOver else { return nil }
        func names(_ places: [Int]) -> [String] { places.sorted().map { script.parts[$0].exercise } }
        var reason: StopReason?
        if case .stopped(let stop) = stage { reason = stop }
        return SessionRecord(
            id: id, date: date, planVersion: script.planVersion, done: names(done), planned: script.parts.count,
            painBefore: painBefore, painDuring: painDuring ?? painAfter ?? painBefore, painAfter: painAfter,
            effort: effort, settled: nil, tooPainful: names(tooPainful), easier: names(eased), stop: reason)
    }
}
