import MidbackCore

/// The steps of one guided session, made from a plan. Seconds are counts, never times of a clock.
public struct SessionScript: Codable, Hashable, Sendable {
    /// One stretch of time.
    public struct Step: Codable, Hashable, Sendable {
        /// What happens in it.
        public enum Kind: String, Codable, CaseIterable, Sendable {
            /// Get into position.
            case getReady = "get-ready"
            /// Do the exercise.
            case work
            /// Rest between sets.
            case rest
            /// Change sides.
            case changeSides = "change-sides"
        }

        /// Which side is trained.
        public enum Side: String, Codable, Sendable {
            /// Right.
            case right
            /// Left.
            case left
        }

        /// What happens.
        public var kind: Kind
        /// Place of the exercise in the session, from 0.
        public var exercise: Int
        /// Set, from 1.
        public var set: Int
        /// Side, when the sides are trained one after the other.
        public var side: Side?
        /// Seconds.
        public var seconds: Int
        /// Repetitions in it; `nil` for timed sets and rests.
        public var repetitions: Int?
    }

    /// An exercise of the session.
    public struct Part: Codable, Hashable, Sendable {
        /// The exercise.
        public var exercise: String
        /// Its dose.
        public var dose: Dose
        /// Middle or half range.
        public var isHalfRange: Bool
        /// An easier way.
        public var easier: PlannedExercise.EasierWay?
    }

    /// Version of the plan.
    public var planVersion: Int
    /// Exercises in order.
    public var parts: [Part]
    /// Steps in order.
    public var steps: [Step]
    /// Highest pain during.
    public var painCeiling: Int
    /// Highest rise above the start.
    public var painRise: Int
    /// Pain above this is always too much.
    public var painTooMuch: Int
    /// Seconds of all steps.
    public var seconds: Int { steps.reduce(0) { $0 + $1.seconds } }

    /// The session of one day, 0 to 6 from `validFrom`; `nil` when that day has none.
    public init?(_ plan: CarePlan, day: Int, pack: PlanPack) {
        guard let planned = plan.week.first(where: { $0.day == day }) else { return nil }
        let items = planned.exercises.compactMap { id in plan.exercises.first { $0.exercise == id } }
        let known = items.filter { pack.library.exercise($0.exercise) != nil }
        guard !known.isEmpty else { return nil }
        planVersion = plan.version
        parts = known.map {
            Part(exercise: $0.exercise, dose: $0.dose, isHalfRange: $0.isHalfRange, easier: $0.easier)
        }
        painCeiling = plan.painCeiling
        painRise = plan.painRise
        painTooMuch = pack.doses.painTooMuch
        let maker = StepMaker(dosing: Dosing(rules: pack.doses))
        steps = known.enumerated().flatMap { index, item -> [Step] in
            guard let exercise = pack.library.exercise(item.exercise) else { return [] }
            return maker.steps(item.dose, exercise, index)
        }
    }
}

/// Lays the sets of one exercise out in time. A set never lasts longer than the schedule counts for it.
struct StepMaker {
    let dosing: Dosing
    private static let changeSeconds = 5

    func steps(_ dose: Dose, _ exercise: Exercise, _ index: Int) -> [SessionScript.Step] {
        let rest = dosing.rules.restSeconds
        let isSided = exercise.sides == .oneThenOther
        let pause = rest - (isSided ? Self.changeSeconds : 0)
        let work = dosing.workSeconds(dose, ExerciseEntry(exercise))
        return (1...max(1, dose.sets)).flatMap { set -> [SessionScript.Step] in
            let first = SessionScript.Step(
                kind: set == 1 ? .getReady : .rest, exercise: index, set: set, side: nil, seconds: pause,
                repetitions: nil)
            guard isSided else { return [first, self.work(dose, index, set, nil, work)] }
            let change = SessionScript.Step(
                kind: .changeSides, exercise: index, set: set, side: nil, seconds: Self.changeSeconds, repetitions: nil)
            return [
                first, self.work(dose, index, set, .right, work / 2), change,
                self.work(dose, index, set, .left, work - work / 2),
            ]
        }
    }

    private func work(
        _ dose: Dose, _ index: Int, _ set: Int, _ side: SessionScript.Step.Side?, _ seconds: Int
    ) -> SessionScript.Step {
        SessionScript.Step(
            kind: .work, exercise: index, set: set, side: side, seconds: seconds,
            repetitions: dose.seconds == nil ? dose.repetitions : nil)
    }
}
