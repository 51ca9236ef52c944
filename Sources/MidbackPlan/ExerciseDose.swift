public import MidbackCore

/// How much of an exercise a person at one level does: sets, repetitions or time, holds, and how often.
/// All doses are expert estimates unless the evidence code says otherwise.
public struct Dose: Codable, Hashable, Sendable {
    /// Resistance of a band.
    public enum Resistance: String, Codable, CaseIterable, Sendable {
        /// Light.
        case light
        /// Light to medium.
        case lightToMedium = "light-to-medium"
        /// Medium.
        case medium
        /// Medium to heavy.
        case mediumToHeavy = "medium-to-heavy"
        /// Heavy.
        case heavy
    }

    /// What is counted.
    public enum Unit: String, Codable, CaseIterable, Sendable {
        /// Repetitions.
        case repetitions
        /// Breaths.
        case breaths
        /// Steps.
        case steps
    }

    /// Person level, 1 to 4.
    public var level: Int
    /// Sets, from 1.
    public var sets: Int
    /// Repetitions of one set; `nil` when the set is timed.
    public var repetitions: Int?
    /// Upper end of a range of repetitions.
    public var repetitionsUpTo: Int?
    /// What `repetitions` counts; `nil` means repetitions.
    public var unit: Unit?
    /// Seconds of one set that is timed.
    public var seconds: Int?
    /// Upper end of a range of seconds.
    public var secondsUpTo: Int?
    /// Seconds to stay in the end position; `nil` means no longer than the drawing shows.
    public var hold: Int?
    /// Upper end of a range of seconds to stay.
    public var holdUpTo: Int?
    /// Slow breaths to stay in the end position.
    public var holdBreaths: Int?
    /// Days of a week, 1 to 7; 5 for work days.
    public var daysPerWeek: Int
    /// Times on such a day; `nil` means once.
    public var timesPerDay: Int?
    /// For breaks from sitting: do it every so many minutes.
    public var everyMinutes: Int?
    /// Resistance of the band.
    public var resistance: Resistance?
    /// Lightest weight in kilograms.
    public var kilograms: Double?
    /// Heaviest weight in kilograms.
    public var kilogramsUpTo: Double?
    /// What is different at this level, in words.
    public var how: LocalizedText?
    /// Positions of this level, when they are not those of the exercise.
    public var positions: [Position]?

    /// Makes a dose.
    public init(
        level: Int, sets: Int, repetitions: Int? = nil, repetitionsUpTo: Int? = nil, unit: Unit? = nil,
        seconds: Int? = nil, secondsUpTo: Int? = nil, hold: Int? = nil, holdUpTo: Int? = nil,
        holdBreaths: Int? = nil, daysPerWeek: Int, timesPerDay: Int? = nil, everyMinutes: Int? = nil,
        resistance: Resistance? = nil, kilograms: Double? = nil, kilogramsUpTo: Double? = nil,
        how: LocalizedText? = nil, positions: [Position]? = nil
    ) {
        self.level = level
        self.sets = sets
        self.repetitions = repetitions
        self.repetitionsUpTo = repetitionsUpTo
        self.unit = unit
        self.seconds = seconds
        self.secondsUpTo = secondsUpTo
        self.hold = hold
        self.holdUpTo = holdUpTo
        self.holdBreaths = holdBreaths
        self.daysPerWeek = daysPerWeek
        self.timesPerDay = timesPerDay
        self.everyMinutes = everyMinutes
        self.resistance = resistance
        self.kilograms = kilograms
        self.kilogramsUpTo = kilogramsUpTo
        self.how = how
        self.positions = positions
    }
}
