public import MidbackCore

/// Everything the plan engine knows, checked. Its values are made by decoding `Content/plans/*.yaml`; the shapes of the
/// files and of these types are the same.
public struct PlanPack: Codable, Hashable, Sendable {
    /// The exercises.
    public var library: ExerciseLibrary
    /// Tracks in file order.
    public var tracks: [Track]
    /// What sets each flag.
    public var flags: [FlagRule]
    /// How exercises are chosen.
    public var selection: SelectionRules
    /// How much is done.
    public var doses: DoseRules
    /// What a plan may hold at each level of urgency.
    public var levels: LevelRules
    /// When a plan steps up or down.
    public var progression: ProgressionRules
    /// Pacing.
    public var pacing: PacingRules
    /// Heat, cold, massage and hands-on care.
    public var remedies: [Remedy]
    /// Medicine from the shelf.
    public var medicine: MedicineScreen
    /// One short message a day.
    public var education: [EducationMessage]
    /// What to expect.
    public var forecast: ForecastRules
    /// Advice for the day.
    public var advice: [AdviceTopic]
    /// When to ask for help.
    public var escalation: EscalationRules
    /// Measures.
    public var measures: [OutcomeMeasure]
    /// Check-ins in order of weeks.
    public var checkIns: [CheckInPlan]
    /// Sentences of reasons.
    public var reasons: [ReasonText]
    /// Words for ids that appear in reasons, by kind and id, for example `phase.A`.
    public var words: [PlanWord]
    /// Citations.
    public var sources: [Citation]

    /// Makes a pack from its parts.
    public init(
        library: ExerciseLibrary, tracks: [Track], flags: [FlagRule], selection: SelectionRules, doses: DoseRules,
        levels: LevelRules, progression: ProgressionRules, pacing: PacingRules, remedies: [Remedy],
        medicine: MedicineScreen, education: [EducationMessage], forecast: ForecastRules, advice: [AdviceTopic],
        escalation: EscalationRules, measures: [OutcomeMeasure], checkIns: [CheckInPlan], reasons: [ReasonText],
        words: [PlanWord], sources: [Citation]
    ) {
        self.library = library
        self.tracks = tracks
        self.flags = flags
        self.selection = selection
        self.doses = doses
        self.levels = levels
        self.progression = progression
        self.pacing = pacing
        self.remedies = remedies
        self.medicine = medicine
        self.education = education
        self.forecast = forecast
        self.advice = advice
        self.escalation = escalation
        self.measures = measures
        self.checkIns = checkIns
        self.reasons = reasons
        self.words = words
        self.sources = sources
    }

    /// The track with an id.
    public func track(_ id: TrackID) -> Track? { tracks.first { $0.id == id } }

    /// The measure with an id.
    public func measure(_ id: MeasureID) -> OutcomeMeasure? { measures.first { $0.id == id } }
}

/// A word of the plan, for example the name of a phase.
public struct PlanWord: Codable, Hashable, Sendable {
    /// Id, for example `phase.A`.
    public var id: String
    /// The word.
    public var text: LocalizedText
}

/// The sentence of a reason.
public struct ReasonText: Codable, Hashable, Sendable {
    /// Which reason.
    public var id: ReasonID
    /// The sentence, with a `{name}` for every parameter.
    public var text: LocalizedText
    /// Parameters the sentence names.
    public var parameters: [String]
    /// Citations behind the choice.
    public var sources: [String]
}
