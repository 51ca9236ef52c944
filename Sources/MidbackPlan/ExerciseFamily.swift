public import MidbackCore

/// A family of exercises that share one idea, for example all that bend the upper back backward.
public struct Family: Codable, Hashable, Sendable {
    /// Stable id, for example `cat-cow`.
    public var id: String
    /// Place on the page of families, from 1.
    public var number: Int
    /// Whether it is one of the seven families people meet first.
    public var first: Bool
    /// Ladder on which its exercises stand.
    public var ladder: String
    /// Name.
    public var name: LocalizedText
    /// What the family is good for.
    public var summary: LocalizedText

    /// Makes a family.
    public init(
        id: String, number: Int, first: Bool, ladder: String, name: LocalizedText, summary: LocalizedText
    ) {
        self.id = id
        self.number = number
        self.first = first
        self.ladder = ladder
        self.name = name
        self.summary = summary
    }
}

/// Exercises from easy to hard. A person climbs or steps down one level at a time.
public struct Ladder: Codable, Hashable, Sendable {
    /// One exercise, or one way of doing it, on a ladder.
    public struct Rung: Codable, Hashable, Sendable {
        /// Person level, 1 (easiest) to 4.
        public var level: Int
        /// Id of the exercise.
        public var exercise: String
        /// How it is done on this rung, if that matters.
        public var how: LocalizedText?

        /// Makes a rung.
        public init(level: Int, exercise: String, how: LocalizedText? = nil) {
            self.level = level
            self.exercise = exercise
            self.how = how
        }
    }

    /// Stable id.
    public var id: String
    /// Name.
    public var name: LocalizedText
    /// Rungs, easiest first.
    public var rungs: [Rung]

    /// Makes a ladder.
    public init(id: String, name: LocalizedText, rungs: [Rung]) {
        self.id = id
        self.name = name
        self.rungs = rungs
    }
}
