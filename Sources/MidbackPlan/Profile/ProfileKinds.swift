/// Something about a person that limits exercises. Each has a safety rule in the exercise library.
/// - Source: `plan-logic.md` section 2.1; `exercises.md` section 3.
public enum PlanFlag: String, CaseIterable, Codable, Sendable {
    /// Weak bones.
    case osteoporosis
    /// Known or possible spine fracture, until a clinician clears it.
    case fracture
    /// Pregnant, perhaps pregnant, or not known.
    case pregnancyAny = "pregnancy-any"
    /// Pregnant 20 weeks or more.
    case pregnancy20w = "pregnancy-20w"
    /// First weeks after birth.
    case postpartumEarly = "postpartum-early"
    /// Surgery in the last 12 weeks.
    case surgery
    /// Hurt rib.
    case ribInjury = "rib-injury"
    /// Nerve signs in a band or an arm.
    case nerve
    /// Fused or very stiff spine.
    case fused
    /// Very bendy joints.
    case hypermobile
    /// Sore shoulder.
    case shoulder
    /// Sore wrist.
    case wrist
    /// Cannot kneel.
    case knee
    /// Bleeds or bruises easily.
    case bleeding
    /// High blood pressure that is not controlled, or glaucoma.
    case bp
    /// Unsteady.
    case balance
}

/// How long the pain has lasted.
/// - Source: `plan-logic.md` section 2.
public enum Stage: String, Codable, CaseIterable, Sendable {
    /// Under 6 weeks.
    case acute
    /// 6 to 12 weeks.
    case subacute
    /// Over 12 weeks.
    case chronic
}

/// How strong the pain is on average.
public enum Severity: String, Codable, CaseIterable, Sendable {
    /// 0 to 3 of 10.
    case mild
    /// 4 to 6.
    case moderate
    /// 7 to 10.
    case severe
}

/// How easily the pain flares up and how slowly it settles; higher means calmer exercise.
public enum Irritability: String, Codable, CaseIterable, Comparable, Sendable {
    /// Settles in minutes.
    case low
    /// Between.
    case moderate
    /// Strong, or settles in hours or days.
    case high

    /// Low is smaller.
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .low: 0
        case .moderate: 1
        case .high: 2
        }
    }

    /// - Source: `plan-logic.md` section 2.
    public static func rated(average: Int, worst: Int, settle: SettleTime) -> Irritability {
        if settle == .nextDayOrMore || average >= 6 || (worst >= 7 && settle != .minutes) { return .high }
        return worst <= 4 && settle == .minutes ? .low : .moderate
    }
}

/// How long a flare takes to settle; the codes of `flare-settle-time`.
public enum SettleTime: String, Codable, CaseIterable, Sendable {
    /// Minutes.
    case minutes
    /// Hours.
    case hours
    /// Until the next day or longer.
    case nextDayOrMore = "next-day-or-more"
}

/// How active a person usually is; the codes of `usual-activity`.
public enum UsualActivity: String, Codable, CaseIterable, Sendable {
    /// No day.
    case none = "0"
    /// 1 or 2 days a week.
    case oneOrTwo = "1-2"
    /// 3 or 4 days a week.
    case threeOrFour = "3-4"
    /// 5 days or more.
    case fiveOrMore = "5-plus"

    /// 3 days a week or more.
    public var isActive: Bool { self == .threeOrFour || self == .fiveOrMore }
}

/// What fills the day; the codes of `work-pattern`.
public enum WorkPattern: String, Codable, CaseIterable, Sendable {
    /// Desk.
    case desk
    /// Heavy work.
    case heavyManual = "heavy-manual"
    /// Standing or driving.
    case standingDriving = "standing-driving"
    /// Caring and lifting people.
    case caringLifting = "caring-lifting"
    /// Something else.
    case other
}

/// Whether the pain changed work; the codes of `work-impact`.
public enum WorkImpact: String, Codable, CaseIterable, Sendable {
    /// No.
    case none = "no"
    /// Some.
    case some
    /// Off work.
    case offWork = "off-work"
}

/// The kind of aerobic activity a person likes; the codes of `aerobic-choice`.
public enum AerobicChoice: String, Codable, CaseIterable, Sendable {
    /// Walking.
    case walk
    /// Marching on the spot.
    case march
    /// Cycling.
    case cycle
    /// Swimming.
    case swim
}

/// A direction of movement that makes the pain worse; codes of `worse-moves`.
public enum WorseMove: String, Codable, CaseIterable, Sendable {
    /// Twisting.
    case twist
    /// Bending forward.
    case bendForward = "bend-forward"
    /// Leaning back.
    case archBack = "arch-back"
}

/// Recovery-support score: our own, not validated; one point each.
/// - Source: `plan-logic.md` section 2.
public struct RecoveryRisk: Codable, Hashable, Sendable {
    /// What gives a point.
    public enum Point: String, Codable, CaseIterable, Sendable {
        /// Fear of moving 6 or more.
        case fear
        /// Hope to recover 4 or less.
        case expectation
        /// PHQ-2 of 3 or more.
        case mood
        /// GAD-2 of 3 or more.
        case worry
        /// Sleep 3 or less.
        case sleep
        /// Work changed.
        case work
        /// Pain in many places.
        case widespread
        /// Over 12 weeks, or four or more episodes.
        case longLasting = "long-lasting"
    }

    /// How much support is worth planning.
    public enum Level: String, Codable, CaseIterable, Sendable {
        /// 0 to 2 points.
        case low
        /// 3 to 4 points.
        case medium
        /// 5 points or more.
        case high
    }

    /// What gave a point, in the order above.
    public var points: [Point]
    /// The level; low mood with strong fear is at least medium.
    public var level: Level

    /// Makes a score.
    public init(points: [Point]) {
        self.points = points
        let isBurdened = points.contains(.mood) && points.contains(.fear)
        level = points.count >= 5 ? .high : points.count >= 3 || isBurdened ? .medium : .low
    }
}

/// A limit that a rule of the triage sets for the plan; it also decides the track.
public enum PlanOverride: String, Codable, CaseIterable, Sendable {
    /// A fracture rule fired.
    case fracture
    /// Rowing and one sore rib.
    case ribInjury = "rib-injury"
    /// Pregnant or after birth.
    case pregnancy
    /// Widespread pain for more than 12 weeks.
    case nociplastic
    /// Nerve pattern.
    case nerve
}
