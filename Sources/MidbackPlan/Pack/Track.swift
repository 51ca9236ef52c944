public import MidbackCore

/// A way of training that suits a group of causes.
public enum TrackID: String, CaseIterable, Codable, Sendable {
    /// Fresh strains: calm first.
    case calm = "CALM"
    /// Sitting and muscles.
    case desk = "DESK"
    /// Stiff joints.
    case stiff = "STIFF"
    /// Round back.
    case round = "ROUND"
    /// Weak bones.
    case bone = "BONE"
    /// Nerve pain.
    case nerve = "NERVE"
    /// Widespread pain and high need of support.
    case wide = "WIDE"
    /// After a crash.
    case crash = "CRASH"
    /// Pregnancy and after birth.
    case baby = "BABY"
    /// Rib stress injury.
    case rib = "RIB"
    /// Everything else.
    case general = "GEN"
}

/// Part of a plan's course.
public enum Phase: String, CaseIterable, Codable, Comparable, Sendable {
    /// Weeks 0 to 2, or while it flares easily.
    case a = "A"
    /// Weeks 2 to 6.
    case b = "B"
    /// After six settled weeks.
    case c = "C"

    /// A is smaller.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One track.
/// - Source: `plan-logic.md` section 3.
public struct Track: Codable, Hashable, Sendable {
    /// Shares of the first week, percent.
    public struct Mix: Codable, Hashable, Sendable {
        /// Mobility.
        public var mobility: Int
        /// Strength.
        public var strength: Int
        /// Aerobic activity.
        public var aerobic: Int
        /// Relaxation.
        public var relaxation: Int
    }

    /// Core exercises of one phase.
    public struct Core: Codable, Hashable, Sendable {
        /// The phase.
        public var phase: Phase
        /// Exercises, most important first.
        public var exercises: [String]
    }

    /// What the track does when it is added to another one. It can only tighten.
    public struct Modifier: Codable, Hashable, Sendable {
        /// Highest level.
        public var levelCap: Int?
        /// Weeks for which the cap holds; `nil` means always.
        public var capWeeks: Int?
        /// Adds daily relaxation.
        public var addsRelaxation: Bool
    }

    /// Slots that replace the usual ones for some minutes.
    public struct Slots: Codable, Hashable, Sendable {
        /// Minutes of a session.
        public var minutes: Int
        /// The phase they are for; `nil` means all.
        public var phase: Phase?
        /// Slots in order.
        public var slots: [Slot]
    }

    /// Which track.
    public var id: TrackID
    /// Name for people.
    public var name: LocalizedText
    /// The idea in one or two sentences.
    public var summary: LocalizedText
    /// Causes it serves.
    public var causes: [String]
    /// Mix of the first week.
    public var mix: Mix
    /// Core exercises by phase.
    public var core: [Core]
    /// What to keep in mind.
    public var notes: [LocalizedText]
    /// Own slots.
    public var slots: [Slots]
    /// What it does as a modifier.
    public var modifier: Modifier
    /// Exercises that stay out of the first phases, with the phase from which they are allowed.
    public var notBefore: [NotBefore]
    /// Whether a break from sitting is part of every work day.
    public var hasBreaks: Bool
    /// Uses pacing.
    public var isPaced: Bool
    /// Citations.
    public var sources: [String]

    /// Attributes that are allowed from a phase on only.
    public struct NotBefore: Codable, Hashable, Sendable {
        /// The phase.
        public var phase: Phase
        /// Attributes.
        public var attributes: [SafetyAttribute]
    }

    /// Core exercises of a phase.
    public func core(in phase: Phase) -> [String] { core.first { $0.phase == phase }?.exercises ?? [] }
}

/// A place in a session.
public enum Slot: String, Codable, CaseIterable, Sendable {
    /// Gentle start.
    case warm
    /// Control of posture.
    case control
    /// Range of movement.
    case mobility
    /// Strength and control.
    case strength
    /// Everyday moves.
    case function
    /// Calm.
    case relaxation
    /// The one main exercise of a short session: strength, or range of movement while it flares easily.
    case main
}

/// When a flag is set, as expressions over answers.
/// - Source: `plan-logic.md` section 2.1; `survey.md` section 3.
public struct FlagRule: Codable, Hashable, Sendable {
    /// The flag.
    public var id: PlanFlag
    /// Expression over answers.
    public var when: String?
    /// Whether "not sure" sets it too.
    public var unknownSets: Bool
    /// Whether an item that was not answered sets it too.
    public var unansweredSets: Bool
    /// Limits of the triage that set it.
    public var overrides: [PlanOverride]
    /// Causes that set it when they fit best.
    public var topCauses: [String]
    /// Citations.
    public var sources: [String]
}
