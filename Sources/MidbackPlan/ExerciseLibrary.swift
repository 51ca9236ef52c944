/// All exercises with what belongs to them: families, ladders, evidence and safety rules.
public struct ExerciseLibrary: Codable, Hashable, Sendable {
    /// Exercises in library order.
    public var exercises: [Exercise]
    /// Families in the order of their page.
    public var families: [Family]
    /// Ladders.
    public var ladders: [Ladder]
    /// Evidence by code.
    public var evidence: [ExerciseEvidence]
    /// Safety rules.
    public var safety: ExerciseSafety

    /// Makes a library.
    public init(
        exercises: [Exercise], families: [Family], ladders: [Ladder], evidence: [ExerciseEvidence],
        safety: ExerciseSafety
    ) {
        self.exercises = exercises
        self.families = families
        self.ladders = ladders
        self.evidence = evidence
        self.safety = safety
    }

    /// The exercise with an id, or `nil` when the pack has none.
    public func exercise(_ id: String) -> Exercise? { exercises.first { $0.id == id } }
}
