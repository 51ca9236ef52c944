/// Why the plan is as it is. Ids and numbers only; the sentence is content.
public struct Reason: Codable, Hashable, Sendable {
    /// A value named in the sentence.
    public struct Parameter: Codable, Hashable, Sendable {
        /// What it stands for: `exercise`, `flag`, `cause`, `goal`, `equipment`, `move`, `track`, `phase`, `level`, `minutes`,
        /// `number`, `percent`, `slot`.
        public var name: String
        /// An id, or a number written in digits.
        public var value: String
    }

    /// Which reason.
    public var id: ReasonID
    /// Its values, in a fixed order.
    public var parameters: [Parameter]

    /// Makes a reason.
    public init(_ id: ReasonID, _ parameters: KeyValuePairs<String, String> = [:]) {
        self.id = id
        self.parameters = parameters.map { Parameter(name: $0.key, value: $0.value) }
    }

    /// The value of one parameter.
    public func value(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}

/// Every reason a plan can give.
public enum ReasonID: String, CaseIterable, Codable, Sendable {
    // The plan as a whole.
    case noPlanLevel = "no-plan-level"
    case notMidBack = "not-mid-back"
    case underAge = "under-age"
    case clinicianFirst = "clinician-first"
    case answerFirst = "answer-first"
    case clinicianHold = "clinician-hold"
    case comfortOnly = "comfort-only"
    case limitedLevel = "limited-level"
    case limitedSeen = "limited-seen"
    case trackCause = "track-cause"
    case trackFlat = "track-flat"
    case trackFracture = "track-fracture"
    case trackRib = "track-rib"
    case trackPregnancy = "track-pregnancy"
    case trackWidespread = "track-widespread"
    case trackSupport = "track-support"
    case trackAdded = "track-added"
    case phase = "phase"
    case phaseStart = "phase-start"
    case irritabilityHigh = "irritability-high"
    case irritabilityModerate = "irritability-moderate"
    case irritabilityLow = "irritability-low"
    case painCareful = "pain-careful"
    case sessionsCapped = "sessions-capped"
    case levelStart = "level-start"
    case levelCapAge = "level-cap-age"
    case levelCapBalance = "level-cap-balance"
    case levelCapSupport = "level-cap-support"
    case levelCapTrack = "level-cap-track"
    case levelCapClinician = "level-cap-clinician"
    case directionWaits = "direction-waits"
    case fewLeft = "few-left"
    case flagUnknown = "flag-unknown"
    // One exercise that is in.
    case chosenCore = "chosen-core"
    case chosenCause = "chosen-cause"
    case chosenGoal = "chosen-goal"
    case chosenLiked = "chosen-liked"
    case chosenFirst = "chosen-first"
    case chosenSlot = "chosen-slot"
    case kept = "kept"
    case modifiedFlag = "modified-flag"
    case halfRange = "half-range"
    case doseCapped = "dose-capped"
    case doseReplaced = "dose-replaced"
    case doseTime = "dose-time"
    case strengthDays = "strength-days"
    case fractureAllowed = "fracture-allowed"
    // One exercise that is out.
    case outFlag = "out-flag"
    case outFlagOther = "out-flag-other"
    case outFracture = "out-fracture"
    case outSurgery = "out-surgery"
    case outLimited = "out-limited"
    case outDirection = "out-direction"
    case outEndRange = "out-end-range"
    case outEndTwice = "out-end-twice"
    case outPhase = "out-phase"
    case outEquipment = "out-equipment"
    case outFloor = "out-floor"
    case outLevel = "out-level"
    case outTime = "out-time"
    case outFirstWeek = "out-first-week"
    case outClinician = "out-clinician"
    case outDropped = "out-dropped"
    // Activities beside the session.
    case aerobic = "aerobic"
    case aerobicFracture = "aerobic-fracture"
    case aerobicPaced = "aerobic-paced"
    case relaxation = "relaxation"
    case breaks = "breaks"
    // Remedies.
    case remedyFlag = "remedy-flag"
    case remedyAnswer = "remedy-answer"
    case remedyLevel = "remedy-level"
    case remedyNotAdvised = "remedy-not-advised"
    // Changes over time.
    case decision = "decision"
    case addedRepetitions = "added-repetitions"
    case addedSet = "added-set"
    case sharedSets = "shared-sets"
    case addedHold = "added-hold"
    case addedLevel = "added-level"
    case addedWalk = "added-walk"
    case notAddedVolume = "not-added-volume"
    case notAddedTime = "not-added-time"
    case loweredLevel = "lowered-level"
    case loweredVolume = "lowered-volume"
    case droppedNewest = "dropped-newest"
    case rotated = "rotated"
    case lighterWeek = "lighter-week"
    case shortened = "shortened"
    case lengthened = "lengthened"
    case afterVisit = "after-visit"
    case weekCapped = "week-capped"
    case flareUntil = "flare-until"
    case afterFlare = "after-flare"
    case maintenance = "maintenance"
    case painMedian = "pain-median"
    case doneShare = "done-share"
    case effortHigh = "effort-high"
    case unsettled = "unsettled"
    case settled = "settled"
    case painAbove = "pain-above"
    case painUp = "pain-up"
    case missedDays = "missed-days"
    case littlePractice = "little-practice"
    case goalReached = "goal-reached"
    case weakBonesFlare = "weak-bones-flare"
    case flareStays = "flare-stays"
    case noChange = "no-change"
    case noChangeYet = "no-change-yet"
    case addedSeconds = "added-seconds"
    case newExercise = "new-exercise"
    case goneExercise = "gone-exercise"
    case lessExercise = "less-exercise"
    case lessWalk = "less-walk"
}
