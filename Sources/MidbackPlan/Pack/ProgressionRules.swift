public import MidbackCore

/// When a plan steps up or down.
/// - Source: `plan-logic.md` sections 6 and 15.
public struct ProgressionRules: Codable, Hashable, Sendable {
    /// Days that are looked at.
    public var days: Int
    /// Sessions that must be done before anything is decided.
    public var leastSessions: Int
    /// PROGRESS: highest median pain during.
    public var progressPain: Int
    /// PROGRESS: highest effort.
    public var progressEffort: Int
    /// PROGRESS: percent of sessions done.
    public var progressDone: Int
    /// HOLD: highest median pain.
    public var holdPain: Int
    /// HOLD: percent of sessions done.
    public var holdDone: Int
    /// REGRESS: pain above this in any session.
    public var regressPain: Int
    /// REGRESS: sessions that did not settle.
    public var regressUnsettled: Int
    /// REGRESS and FLARE: rise of the average pain.
    public var painRise: Int
    /// REGRESS: percent of the volume that is kept.
    public var regressVolume: Int
    /// FLARE: percent of the volume.
    public var flareVolume: Int
    /// FLARE: shortest and longest time, days.
    public var flareDays: [Int]
    /// FLARE: percent of the last good week afterwards.
    public var afterFlareVolume: Int
    /// RETURN: days without a session.
    public var returnDays: Int
    /// GRADUATE: rise of the mean of the goals.
    public var graduateRise: Int
    /// GRADUATE: mean of the goals.
    public var graduateScore: Int
    /// GRADUATE: highest pain.
    public var graduatePain: Int
    /// GRADUATE: weeks with that pain.
    public var graduateWeeks: Int
    /// GRADUATE: strength days afterwards.
    public var maintenanceDays: Int
    /// GRADUATE: least sets of strength afterwards.
    public var maintenanceSets: Int
    /// GRADUATE: least repetitions.
    public var maintenanceRepetitions: Int
    /// GRADUATE: least minutes of a walk.
    public var maintenanceWalk: Int
    /// RETURN: percent of the walk.
    public var returnWalk: Int
    /// FLARE ends when the pain is within so many points of what it was before.
    public var flareEndRise: Int
    /// Weeks after which a plan without change stays as it is.
    public var stalledWeeks: Int
    /// Weeks after which it stays until a clinician has looked.
    public var reviewWeeks: Int
    /// Points of change of pain or goals that count as change.
    public var leastChange: Int
    /// Repetitions added in one step.
    public var addRepetitions: Int
    /// Seconds of hold added in one step.
    public var addHold: Int
    /// Most percent of weekly volume added in one week.
    public var mostVolume: Int
    /// Percent added to the walk in one week.
    public var addWalk: Int
    /// Settled weeks on level 3 before level 4.
    public var weeksBeforeLevel4: Int
    /// Weeks after which hard training pauses.
    public var lighterEvery: Int
    /// Effort from which it pauses.
    public var lighterEffort: Int
    /// Percent of the volume in that week.
    public var lighterVolume: Int
    /// Weeks until phase B.
    public var weeksOfPhaseA: Int
    /// Settled weeks until phase C.
    public var settledWeeksUntilC: Int
    /// Percent of sessions below which a plan is shortened.
    public var fewDone: Int
    /// Weeks of that.
    public var fewDoneWeeks: Int
    /// Minutes of the shortened plan.
    public var shortMinutes: Int
    /// Exercises of the shortened plan.
    public var shortExercises: Int
    /// What each code means for the person.
    public var codes: [Code]
    /// What to do in a flare.
    public var flareAdvice: [LocalizedText]
    /// When to stop and call.
    public var stopAndCall: [LocalizedText]
    /// The rule about pain, for the person.
    public var painRule: LocalizedText
    /// Citations.
    public var sources: [String]

    /// One code.
    public struct Code: Codable, Hashable, Sendable {
        /// Which.
        public var id: DecisionCode
        /// Short name.
        public var name: LocalizedText
        /// What happens now and why.
        public var text: LocalizedText
        /// Citations.
        public var sources: [String]
    }
}

/// Pacing: little and often, by the clock.
/// - Source: `plan-logic.md` section 7.
public struct PacingRules: Codable, Hashable, Sendable {
    /// Days of the diary.
    public var diaryDays: Int
    /// Percent of the baseline at the start.
    public var startPercent: Int
    /// Percent in a flare.
    public var flarePercent: Int
    /// Percent added a week.
    public var addPercent: Int
    /// Highest rise of pain that counts as the baseline.
    public var painRise: Int
    /// Fear from which the ladder of feared moves is offered.
    public var fearFrom: Int
    /// Steps in order.
    public var steps: [LocalizedText]
    /// Steps of the ladder of a feared move, in order.
    public var fearSteps: [LocalizedText]
    /// Citations.
    public var sources: [String]

    /// Minutes of an activity to start with, at least 1, from the minutes that kept the pain within `painRise`.
    public func start(baseline minutes: Int, isFlare: Bool) -> Int {
        max(1, minutes * (isFlare ? flarePercent : startPercent) / 100)
    }
}

/// One short message.
/// - Source: `plan-logic.md` section 10.
public struct EducationMessage: Codable, Hashable, Sendable {
    /// For whom it is.
    public enum Audience: String, Codable, CaseIterable, Sendable {
        /// Everyone.
        case all
        /// Fear of moving 5 or more.
        case fearful
        /// The first week and flares; not with weak bones, where a flare rests the plan.
        case flare
        /// Sleep 5 or less.
        case poorSleep = "poor-sleep"
        /// Asks about pictures, or is afraid.
        case scan
        /// Track DESK.
        case desk
        /// Pacing.
        case paced
        /// Stress.
        case stressed
        /// Track BONE, main or added.
        case bone
        /// Track BABY, main or added.
        case baby
        /// Goal sport.
        case sport
        /// Work changed.
        case work
        /// Medicine was asked about.
        case medicine
        /// After graduation.
        case graduated
    }

    /// Id.
    public var id: String
    /// For whom.
    public var audience: Audience
    /// Not for those whose bones may be broken or ill.
    public var notWithBoneRisk: Bool?
    /// Not for those with one of these limits.
    public var notWith: [PlanFlag]?
    /// Title.
    public var title: LocalizedText
    /// At most 60 words.
    public var text: LocalizedText
    /// Citations.
    public var sources: [String]
}

/// What to expect.
/// - Source: `plan-logic.md` section 11.
public struct ForecastRules: Codable, Hashable, Sendable {
    /// A sentence for one stage.
    public struct Course: Codable, Hashable, Sendable {
        /// The stage.
        public var stage: Stage
        /// The sentence.
        public var text: LocalizedText
        /// Citations.
        public var sources: [String]
    }

    /// Change of pain in six weeks, points.
    public struct Range: Codable, Hashable, Sendable {
        /// Smallest drop.
        public var least: Int
        /// Largest drop.
        public var most: Int
    }

    /// Change of pain in six weeks for one severity.
    public struct Change: Codable, Hashable, Sendable {
        /// The severity.
        public var severity: Severity
        /// Smallest drop, points.
        public var least: Int
        /// Largest drop, points.
        public var most: Int
    }

    /// Sentences by stage.
    public var courses: [Course]
    /// After a crash.
    public var crash: LocalizedText
    /// Citations for it.
    public var crashSources: [String]
    /// Most people recover; it can come back.
    public var recovery: LocalizedText
    /// Citations for it.
    public var recoverySources: [String]
    /// Change by severity.
    public var changes: [Change]
    /// Change when it has lasted over 12 weeks, whatever the severity.
    public var chronic: Range
    /// Taken from both ends when much support is needed.
    public var less: Int
    /// Sentence with `{least}` and `{most}`.
    public var changeText: LocalizedText
    /// Citations for it.
    public var changeSources: [String]
}

/// Advice for one part of the day.
/// - Source: `plan-logic.md` section 9.
public struct AdviceTopic: Codable, Hashable, Sendable {
    /// For whom it is.
    public enum Audience: String, Codable, CaseIterable, Sendable {
        /// Everyone.
        case all
        /// Sits at work.
        case sitting
        /// Lifts or carries.
        case lifting
        /// Stands or drives.
        case driving
        /// Cares for a child or an adult.
        case caring
        /// Off work or partly.
        case work
        /// Weight is very high and losing some is no harm.
        case weight
    }

    /// Id.
    public var id: String
    /// For whom.
    public var audience: Audience
    /// Not for those whose bones may be broken or ill.
    public var notWithBoneRisk: Bool?
    /// Title.
    public var title: LocalizedText
    /// Points.
    public var points: [LocalizedText]
    /// How sure we are.
    public var strength: EvidenceStrength
    /// Citations.
    public var sources: [String]
}
