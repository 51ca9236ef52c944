public import MidbackCore

/// What one body of studies shows, and how near it is to pain in the mid-back.
public struct ExerciseEvidence: Codable, Hashable, Sendable {
    /// How near the studied problem is to pain in the mid-back.
    public enum Directness: String, Codable, CaseIterable, Sendable {
        /// Studied in the mid-back, or in its bones and shape.
        case direct
        /// Studied in the neck, shoulders or upper back.
        case near
        /// Studied in the low back, other parts, or healthy people.
        case indirect
        /// Usual practice, no study of the move.
        case opinion
    }

    /// Code, `E1` to `E14`.
    public var id: String
    /// How near it is.
    public var directness: Directness
    /// What it shows, in plain words.
    public var finding: LocalizedText
    /// The numbers, for clinicians, English.
    public var numbers: String
    /// Publications; empty for usual practice.
    public var sources: [Citation]

    /// Makes a body of evidence.
    public init(
        id: String, directness: Directness, finding: LocalizedText, numbers: String, sources: [Citation]
    ) {
        self.id = id
        self.directness = directness
        self.finding = finding
        self.numbers = numbers
        self.sources = sources
    }
}
