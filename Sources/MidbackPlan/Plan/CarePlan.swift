public import MidbackCore

/// What a plan may hold.
public enum PlanScope: String, Codable, CaseIterable, Sendable {
    /// Nothing: the urgency, the age or the place of the pain forbids it.
    case none
    /// Nothing yet: an answer is missing.
    case unanswered
    /// Comfort measures only.
    case comfort
    /// Exercises with limits.
    case limited
    /// Exercises.
    case full
}

/// One version of a person's plan. Never changed: a change makes the next version.
/// The same profile, pack, day and state give the same bytes.
public struct CarePlan: Codable, Hashable, Sendable {
    /// Number of the version, from 1.
    public var version: Int
    /// Version of the algorithm that made it.
    public var engine: String
    /// The day the first version began.
    public var startedOn: CivilDate
    /// The first day of this version; its week counts from here.
    public var validFrom: CivilDate
    /// Week of the plan, from 0.
    public var weekNumber: Int
    /// Urgency it was made for.
    public var level: Disposition
    /// What it may hold.
    public var scope: PlanScope
    /// Items that must be answered first.
    public var unanswered: [String]
    /// Main track; `nil` without exercises.
    public var track: TrackID?
    /// Tracks that tighten it.
    public var modifiers: [TrackID]
    /// Part of the course.
    public var phase: Phase
    /// What it was made from.
    public var summary: Summary
    /// Highest pain during exercise, and highest rise above the start.
    public var painCeiling: Int
    /// Highest rise of pain above the start.
    public var painRise: Int
    /// Minutes of one session.
    public var minutes: Int
    /// Sessions a week.
    public var sessionsPerWeek: Int
    /// Exercises in order.
    public var exercises: [PlannedExercise]
    /// Activities beside the session.
    public var habits: [PlannedHabit]
    /// Days of a week that have a session, by day from `validFrom`.
    public var week: [PlannedDay]
    /// Exercises that are not in it and why, in library order.
    public var leftOut: [LeftOut]
    /// Minutes to start paced activities with, when it is paced.
    public var pacing: PlannedPacing?
    /// Heat, cold, massage, hands-on care.
    public var remedies: [RemedyAdvice]
    /// Medicines.
    public var medicines: [MedicineAdvice]
    /// Messages, one a day from day 0; they repeat in cycles of at least 14 days.
    public var education: [String]
    /// Expectation.
    public var forecast: Forecast?
    /// Advice topics.
    public var advice: [String]
    /// Offers and triggers at the start.
    public var escalations: [Escalation]
    /// Why it is as it is.
    public var reasons: [Reason]
    /// What the next version starts from.
    public var state: PlanState

    /// What the plan was made from, for display and audit.
    public struct Summary: Codable, Hashable, Sendable {
        /// Stage.
        public var stage: Stage
        /// Severity.
        public var severity: Severity
        /// Irritability.
        public var irritability: Irritability
        /// Recovery-support level.
        public var risk: RecoveryRisk.Level
        /// Its points.
        public var riskPoints: [RecoveryRisk.Point]
        /// Limits that apply, those of the level included.
        public var flags: [PlanFlag]
        /// Rules that fired.
        public var firedRules: [String]
        /// The cause that fits best.
        public var topCause: String?
        /// Those of `flags` that only the level sets; nil when there are none.
        public var levelFlags: [PlanFlag]?
    }
}

/// An exercise of a plan.
public struct PlannedExercise: Codable, Hashable, Sendable {
    /// The exercise.
    public var exercise: String
    /// Its place in the session.
    public var slot: Slot
    /// How much; ranges are decided, so only the lower ends are set.
    public var dose: Dose
    /// Middle or half range only.
    public var isHalfRange: Bool
    /// Flags whose cautions must be shown.
    public var cautions: [PlanFlag]
    /// How it must be done with a possible fracture.
    public var how: LocalizedText?
    /// Seconds of all its sets, rest included.
    public var seconds: Int
    /// Days of the week it is done on, 0 to 6 from `validFrom`.
    public var days: [Int]
    /// Week since which it is in the plan.
    public var since: Int
    /// An easier way: the same exercise at a lower level, or another one.
    public var easier: EasierWay?
    /// Why it is in and why so much.
    public var reasons: [Reason]

    /// An easier way of doing it.
    public struct EasierWay: Codable, Hashable, Sendable {
        /// The exercise; the same one with less, or another.
        public var exercise: String
        /// How much.
        public var dose: Dose
    }
}

/// An activity beside the session.
public struct PlannedHabit: Codable, Hashable, Sendable {
    /// What kind.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// Walking or the like.
        case aerobic
        /// Relaxation.
        case relaxation
        /// Break from sitting.
        case breaks
    }

    /// What kind.
    public var kind: Kind
    /// The exercise, or `nil` for cycling and swimming.
    public var exercise: String?
    /// Which aerobic activity.
    public var activity: AerobicChoice?
    /// Minutes of one time.
    public var minutes: Int
    /// Most minutes of one time.
    public var minutesUpTo: Int
    /// Times a day.
    public var timesPerDay: Int
    /// Days a week.
    public var daysPerWeek: Int
    /// For breaks: every so many minutes.
    public var everyMinutes: Int?
    /// Why.
    public var reasons: [Reason]
}

/// One day of the week.
public struct PlannedDay: Codable, Hashable, Sendable {
    /// 0 to 6 from `validFrom`.
    public var day: Int
    /// Exercises in order.
    public var exercises: [String]
    /// Seconds of the session.
    public var seconds: Int
}

/// An exercise that is not in a plan.
public struct LeftOut: Codable, Hashable, Sendable {
    /// The exercise.
    public var exercise: String
    /// Why, most important first.
    public var reasons: [Reason]
}

/// Paced activity.
public struct PlannedPacing: Codable, Hashable, Sendable {
    /// Minutes that kept the pain steady, if known.
    public var baselineMinutes: Int?
    /// Minutes to start with.
    public var startMinutes: Int
    /// Percent added a week.
    public var addPercent: Int
    /// Whether the ladder of feared moves is offered.
    public var hasFearLadder: Bool
}

/// What to expect.
public struct Forecast: Codable, Hashable, Sendable {
    /// Stage whose sentence applies.
    public var stage: Stage
    /// Whether the sentence about crashes applies too.
    public var isAfterCrash: Bool
    /// Smallest expected drop of pain in six weeks, points.
    public var least: Int
    /// Largest expected drop.
    public var most: Int
}

/// A trigger that asks for help.
public struct Escalation: Codable, Hashable, Sendable {
    /// Which.
    public var id: EscalationID
    /// The urgency it asks for; `nil` for an offer.
    public var level: Disposition?
}

/// What the next version of a plan starts from.
public struct PlanState: Codable, Hashable, Sendable {
    /// How the plan runs.
    public enum Mode: Codable, Hashable, Sendable {
        /// As planned.
        case normal
        /// Reduced until a day.
        case flare(until: CivilDate)
        /// After graduation.
        case maintenance
        /// Shortened because little was done.
        case short
    }

    /// An exercise that stays.
    public struct Kept: Codable, Hashable, Sendable {
        /// The exercise.
        public var exercise: String
        /// Its place.
        public var slot: Slot
        /// Person level it is done at.
        public var level: Int
        /// Repetitions added.
        public var repetitions: Int
        /// Sets added.
        public var sets: Int
        /// Seconds of hold added.
        public var hold: Int
        /// Most seconds of all its sets, when a higher level must fit the time of the lower one.
        public var seconds: Int?
        /// Week since which it is in the plan.
        public var since: Int
        /// Settled weeks of full volume that were done at this level; `nil` means none.
        public var weeksAtLevel: Int?
    }

    /// What an exercise was in the version before.
    public struct Before: Codable, Hashable, Sendable {
        /// The exercise.
        public var exercise: String
        /// Person level it was done at.
        public var level: Int
        /// How much.
        public var dose: Dose
        /// Days of the week it was done on.
        public var days: Int
    }

    /// A rest until a clinician has looked at new or stronger pain with weak bones.
    public struct Rest: Codable, Hashable, Sendable {
        /// Since when.
        public var since: CivilDate
        /// Whether a clinician had been seen already before it began; that visit does not end it.
        public var wasSeenBefore: Bool
    }

    /// Number of the version.
    public var version: Int
    /// Day of the first version.
    public var startedOn: CivilDate
    /// Week, from 0.
    public var week: Int
    /// Phase.
    public var phase: Phase
    /// Weeks in a row that settled.
    public var settledWeeks: Int
    /// Settled weeks with an exercise on level 3.
    public var level3Weeks: Int
    /// Irritability now; the profile's at the start.
    public var irritability: Irritability
    /// How the plan runs.
    public var mode: Mode
    /// Exercises that stay; empty chooses anew.
    public var kept: [Kept]
    /// Exercises that are out until chosen again by hand.
    public var dropped: [String]
    /// Choose one exercise anew.
    public var rotates: Bool
    /// Percent of the usual volume.
    public var volume: Int
    /// Most seconds of training in a week; `nil` means no own limit.
    public var weeklyCap: Int?
    /// Minutes of the walk; `nil` starts as the rules say.
    public var walkMinutes: Int?
    /// Relaxation is added.
    public var addsRelaxation: Bool
    /// Exercises of the last good week.
    public var goodWeek: [Kept]
    /// Most minutes of walking or the like in a week; `nil` means no own limit.
    public var walkCap: Int?
    /// Exercises of the version before; `nil` in a first version.
    public var before: [Before]?
    /// No exercise gets less than in the version before.
    public var keepsTotals: Bool?
    /// No exercise comes in that was not in the version before.
    public var addsNothing: Bool?
    /// The plan rests because of new or stronger pain with weak bones.
    public var rest: Rest?
}
