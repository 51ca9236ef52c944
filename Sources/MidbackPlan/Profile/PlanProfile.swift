public import MidbackCore

/// What the plan knows about a person. Free text and names never enter it.
public struct PlanProfile: Codable, Hashable, Sendable {
    /// A flag and what set it.
    public struct Flag: Codable, Hashable, Sendable {
        /// The flag.
        public var flag: PlanFlag
        /// What set it: an answer, a rule, the top cause, an answer that is not known, or a clinician.
        public var origin: Origin

        /// What set a flag.
        public enum Origin: String, Codable, Sendable {
            /// An answer.
            case answer
            /// An answer that is not known: never read as no.
            case unknown
            /// A rule that fired.
            case rule
            /// The cause that fits best.
            case cause
            /// A clinician.
            case clinician
        }

        /// Makes a flag.
        public init(_ flag: PlanFlag, _ origin: Origin) {
            self.flag = flag
            self.origin = origin
        }
    }

    /// Share of one cause within the musculoskeletal ones.
    public struct Share: Codable, Hashable, Sendable {
        /// Cause id.
        public var cause: String
        /// 0 to 1.
        public var share: Double

        /// Makes a share.
        public init(cause: String, share: Double) {
            self.cause = cause
            self.share = share
        }
    }

    /// Urgency of the triage.
    public var level: Disposition
    /// False when only neck or low back hurt.
    public var isMidBack: Bool
    /// Age in years.
    public var age: Int?
    /// Items that must be answered before a plan is made.
    public var unanswered: [String]
    /// How long it has lasted.
    public var stage: Stage
    /// Within the first week: no end range at first.
    public var isFresh: Bool
    /// How strong it is.
    public var severity: Severity
    /// How easily it flares.
    public var irritability: Irritability
    /// Average pain of the last week, 0 to 10.
    public var painAverage: Int
    /// Worst pain of the last week, 0 to 10.
    public var painWorst: Int
    /// How long a flare takes to settle.
    public var settle: SettleTime
    /// Recovery-support score.
    public var risk: RecoveryRisk
    /// Limits, in the order of `PlanFlag`, without repeats.
    public var flags: [Flag]
    /// Limits set by rules.
    public var overrides: [PlanOverride]
    /// Rules that fired, most urgent first.
    public var firedRules: [String]
    /// Causes with their shares, largest first; equal shares by id.
    public var shares: [Share]
    /// A serious cause that fits better than every musculoskeletal one, such as a broken rib; nil when there is none.
    public var leadingCause: String?
    /// No cause stands out.
    public var isFlat: Bool
    /// Arm tingling or weakness.
    public var hasArmSigns: Bool
    /// What the person has.
    public var equipment: [Equipment]
    /// Minutes of one session.
    public var minutes: Int
    /// Days a week, 2 to 7.
    public var daysPerWeek: Int
    /// Whether getting down to the floor is fine.
    public var floor: Bool
    /// Exercises the person likes.
    public var likes: [String]
    /// Exercises the person dislikes.
    public var dislikes: [String]
    /// Preferred aerobic activity.
    public var aerobic: AerobicChoice
    /// Goals by tag.
    public var goals: [GoalTag]
    /// What fills the day.
    public var work: WorkPattern?
    /// How active the person usually is.
    public var activity: UsualActivity
    /// Whether the pain changed work.
    public var workImpact: WorkImpact
    /// Fear of moving, 0 to 10.
    public var fear: Int?
    /// Sleep, 0 (very bad) to 10.
    public var sleep: Int?
    /// A lot of stress.
    public var isStressed: Bool
    /// Scores at the start.
    public var baseline: [MeasureValue]
    /// Answers that the medicine screen read.
    public var medicine: MedicineFacts
    /// Remedies that an answer speaks against.
    public var remedyAnswers: [String]
    /// Directions that make the pain worse; `nil` in profiles of older versions.
    public var worseMoves: [WorseMove]?
    /// A doctor calls the weight very high, and nothing else told speaks against losing some.
    public var mayHearOfWeight: Bool?
    /// What a clinician has confirmed.
    public var clearance: Clearance
    /// Orders of clinicians; they always win.
    public var orders: [ClinicianOrder]

    /// Flags without what set them.
    public var flagSet: Set<PlanFlag> { Set(flags.map(\.flag)) }

    /// The cause with the largest share.
    public var topCause: Share? { shares.first }
}

/// What a clinician has confirmed about a person.
public struct Clearance: Codable, Hashable, Sendable {
    /// The person says that a clinician has seen them since the triage; opens the plan at level 3.
    public var clinicianHasSeen: Bool
    /// A clinician has cleared the spine fracture for exercise. That there is none is an order (`clearFlag`).
    public var fractureIsCleared: Bool

    /// Nothing confirmed unless said.
    public init(clinicianHasSeen: Bool = false, fractureIsCleared: Bool = false) {
        self.clinicianHasSeen = clinicianHasSeen
        self.fractureIsCleared = fractureIsCleared
    }
}

/// An order of a clinician. It wins over what the plan would choose.
public struct ClinicianOrder: Codable, Hashable, Sendable {
    /// What is ordered.
    public enum Change: Codable, Hashable, Sendable {
        /// A limit to respect.
        case setFlag(PlanFlag)
        /// A limit that does not apply.
        case clearFlag(PlanFlag)
        /// An exercise to leave out.
        case leaveOut(String)
        /// Highest level.
        case capLevel(Int)
        /// No exercises until further notice.
        case hold
    }

    /// Name of the clinician, as the clinic wrote it.
    public var clinician: String
    /// The day.
    public var date: CivilDate
    /// What is ordered.
    public var change: Change

    /// Makes an order.
    public init(clinician: String, date: CivilDate, change: Change) {
        self.clinician = clinician
        self.date = date
        self.change = change
    }
}
