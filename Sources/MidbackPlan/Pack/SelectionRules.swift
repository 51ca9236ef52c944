public import MidbackCore

/// How exercises are chosen.
/// - Source: `plan-logic.md` section 4.
public struct SelectionRules: Codable, Hashable, Sendable {
    /// Points of the score.
    public struct Weights: Codable, Hashable, Sendable {
        /// Times the share of the causes it suits.
        public var cause: Double
        /// In the core of the phase.
        public var core: Double
        /// Helps a goal.
        public var goal: Double
        /// The person likes it.
        public var liked: Double
        /// The person dislikes it (negative).
        public var disliked: Double
        /// Used last week in the same slot, in a week of change (negative).
        public var usedLastWeek: Double
        /// One of the exercises people meet first.
        public var seed: Double
        /// Meant for a lower or higher level than the person's (negative).
        public var otherLevel: Double
    }

    /// Slots for a length of session.
    public struct Slots: Codable, Hashable, Sendable {
        /// At least this many minutes.
        public var minutes: Int
        /// Slots in order.
        public var slots: [Slot]
    }

    /// What a direction that makes the pain worse leaves out.
    public struct Direction: Codable, Hashable, Sendable {
        /// The direction.
        public var move: WorseMove
        /// Attributes of exercises in it.
        public var attributes: [SafetyAttribute]
    }

    /// Points.
    public var weights: Weights
    /// Slots, shortest first.
    public var slots: [Slots]
    /// Most exercises in a session.
    public var most: Int
    /// Most exercises in the first week; relaxation does not count.
    public var mostFirstWeek: Int
    /// Share below which the general track is used.
    public var leastShare: Double
    /// What every home has.
    public var household: [Equipment]
    /// What is assumed when the equipment was not answered.
    public var assumed: [Equipment]
    /// Minutes assumed when not answered.
    public var minutes: Int
    /// Days a week assumed when not answered.
    public var daysPerWeek: Int
    /// Weeks after which one exercise is changed for interest.
    public var rotateEvery: Int
    /// Attributes of end range: never twice in a session, not while it flares easily.
    public var endRange: [SafetyAttribute]
    /// What is left out in phase A, and while it flares easily, by direction that makes the pain worse.
    public var directions: [Direction]
    /// Families that are not part of a session.
    public var outsideSessions: [String]
    /// Citations.
    public var sources: [String]

    /// Slots for a session of `minutes` on a track in a phase.
    public func slots(for minutes: Int, on track: Track, in phase: Phase) -> [Slot] {
        let own = track.slots.last { $0.minutes <= minutes && ($0.phase ?? phase) == phase }
        if let own { return own.slots }
        return (slots.last { $0.minutes <= minutes } ?? slots.first)?.slots ?? []
    }
}

/// How much is done.
/// - Source: `plan-logic.md` section 5.
public struct DoseRules: Codable, Hashable, Sendable {
    /// Limits for one irritability.
    public struct Limit: Codable, Hashable, Sendable {
        /// Which.
        public var irritability: Irritability
        /// Most sessions a week.
        public var sessions: Int
        /// Level of mobility at the start.
        public var mobilityLevel: Int
        /// Level of strength at the start.
        public var strengthLevel: Int
        /// The same for a person who is active on three days or more.
        public var activeLevel: Int
        /// Highest level that can be reached.
        public var levelCeiling: Int
        /// Most sets of mobility.
        public var mobilitySets: Int
        /// Most repetitions of mobility.
        public var mobilityRepetitions: Int
        /// Most sets of strength.
        public var strengthSets: Int
        /// Most repetitions of strength.
        public var strengthRepetitions: Int
        /// Longest hold of strength, seconds.
        public var strengthHold: Int
        /// Most days of strength a week.
        public var strengthDays: Int
        /// Middle range only.
        public var isMiddleRange: Bool
        /// Strength only as quiet holds, apart from core exercises of the track.
        public var isIsometric: Bool
        /// Minutes of aerobic activity: careful start, usual start, most.
        public var aerobicMinutes: [Int]
        /// Bouts a day.
        public var aerobicBouts: Int
        /// Days a week.
        public var aerobicDays: Int
        /// Minutes of daily relaxation, 0 for none.
        public var relaxationMinutes: Int
        /// Highest pain during exercise.
        public var painCeiling: Int
        /// Highest rise of pain above the start.
        public var painRise: Int
        /// Effort to aim at, 0 to 10.
        public var effort: [Int]
    }

    /// Limits, one per irritability.
    public var limits: [Limit]
    /// Pain above this is always too much.
    public var painTooMuch: Int
    /// Level of a chronic, active person with low irritability and low risk.
    public var experiencedLevel: Int
    /// Age from which the level is capped in week 1.
    public var capAge: Int
    /// Level of that cap, and of the flag `balance`.
    public var capLevel: Int
    /// Level in the first week when much support is needed.
    public var riskLevel: Int
    /// Level of an exercise that a flag modifies.
    public var modifiedLevel: Int
    /// Seconds added to every set for getting ready and rest.
    public var restSeconds: Int
    /// Age from which aerobic activity starts carefully.
    public var carefulAge: Int
    /// Minutes of a walk with a possible fracture.
    public var fractureWalk: Int
    /// Seconds of a slow breath.
    public var breathSeconds: Int
    /// Citations.
    public var sources: [String]

    /// Limits for an irritability.
    public func limit(_ irritability: Irritability) -> Limit? { limits.first { $0.irritability == irritability } }
}

/// What a plan may hold at each level of urgency.
/// - Source: `red-flags.md` section 1 item 5.
public struct LevelRules: Codable, Hashable, Sendable {
    /// Levels without any plan.
    public var noPlan: [String]
    /// Level with comfort measures only.
    public var comfort: String
    /// Levels with limits when one of `boneRules` fired.
    public var limited: [String]
    /// Rules about fracture, cancer, infection and the spinal cord.
    public var boneRules: [String]
    /// Flags that these rules set.
    public var boneFlags: [PlanFlag]
    /// Attributes that are out at a limited level, whatever the flags.
    public var limitedExclude: [SafetyAttribute]
    /// Items that must be answered before a plan.
    public var mustAnswer: [String]
    /// Age below which there is no plan at all.
    public var neverUnder: Int
    /// Age below which a clinician must have seen the person.
    public var clinicianUnder: Int
    /// What may be done at the comfort level, in words.
    public var comfortNote: LocalizedText
    /// Said once in every plan: where the evidence comes from.
    public var borrowedNote: LocalizedText
    /// Said at a limited level.
    public var limitedNote: LocalizedText
    /// Citations.
    public var sources: [String]
}
