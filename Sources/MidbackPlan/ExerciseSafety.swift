public import MidbackCore

/// What an exercise asks of the body, for the safety rules.
/// - Source: `evidence/exercises.md` section 3.
public enum SafetyAttribute: String, Codable, CaseIterable, Sendable {
    /// Full forward bend of the spine.
    case endFlexion = "end_flexion"
    /// Full turn of the spine.
    case endRotation = "end_rotation"
    /// Full backward bend of the spine.
    case endExtension = "end_extension"
    /// Forward bend in the middle range.
    case midFlexion = "mid_flexion"
    /// Turn in the middle range.
    case midRotation = "mid_rotation"
    /// Backward bend in the middle range.
    case midExtension = "mid_extension"
    /// Full side bend.
    case sideBendEnd = "side_bend_end"
    /// Hard pressure on the spine or ribs.
    case directPressureSpine = "direct_pressure_spine"
    /// Pressure on muscle.
    case directPressureSoft = "direct_pressure_soft"
    /// Light pressure along the spine.
    case directPressureMild = "direct_pressure_mild"
    /// Load down through the spine.
    case axialLoad = "axial_load"
    /// Little load down through the spine.
    case axialMild = "axial_mild"
    /// Weight on the shoulders.
    case shoulderLoad = "shoulder_load"
    /// Little weight on the shoulders.
    case shoulderLoadMild = "shoulder_load_mild"
    /// Long stretch of the shoulder.
    case shoulderStretch = "shoulder_stretch"
    /// Long hold without movement.
    case isometric
    /// Arms overhead.
    case overheadArm = "overhead_arm"
    /// Arms raised part of the way.
    case overheadMild = "overhead_mild"
    /// Weight on bent wrists.
    case wristLoad = "wrist_load"
    /// Weight on the knees.
    case kneeling
    /// Lying face down.
    case prone
    /// Lying on the back.
    case supine
    /// Lying on the side.
    case sideLying = "side_lying"
    /// Standing or kneeling on few points.
    case balance
    /// Pull of an elastic band.
    case band
    /// Head below the heart.
    case headDown = "head_down"
    /// Head level with the heart.
    case headDownMild = "head_down_mild"
}

/// What one flag of a person rules out.
public struct SafetyRule: Codable, Hashable, Sendable {
    /// Flag id, for example `osteoporosis` or `pregnancy-20w`.
    public var flag: String
    /// What the flag means, for the reason shown to the person.
    public var meaning: LocalizedText
    /// An exercise with any of these is removed.
    public var exclude: [SafetyAttribute]
    /// An exercise with any of these stays at level 2 at most, in half range, with its cautions shown.
    public var modify: [SafetyAttribute]
    /// When not empty, every exercise but these is removed, whatever its attributes.
    public var keepOnly: [String]

    /// Makes a rule.
    public init(
        flag: String, meaning: LocalizedText, exclude: [SafetyAttribute], modify: [SafetyAttribute],
        keepOnly: [String]
    ) {
        self.flag = flag
        self.meaning = meaning
        self.exclude = exclude
        self.modify = modify
        self.keepOnly = keepOnly
    }

    /// What the flag does to an exercise.
    public func verdict(on exercise: Exercise) -> SafetyVerdict {
        if !keepOnly.isEmpty, !keepOnly.contains(exercise.id) { return .exclude }
        if exclude.contains(where: exercise.attributes.contains) { return .exclude }
        if modify.contains(where: exercise.attributes.contains) { return .modify }
        return .allow
    }
}

/// What safety rules do to an exercise; the larger one wins.
public enum SafetyVerdict: String, Codable, CaseIterable, Comparable, Sendable {
    /// Nothing.
    case allow
    /// Level 2 at most, half range, cautions shown.
    case modify
    /// Removed.
    case exclude

    /// Whether `first` is the milder one.
    public static func < (first: SafetyVerdict, second: SafetyVerdict) -> Bool { first.order < second.order }

    private var order: Int {
        switch self {
        case .allow: 0
        case .modify: 1
        case .exclude: 2
        }
    }
}

/// Weeks after a spine fracture in which only the named exercises are allowed; wins over the flag's attributes.
public struct FracturePhase: Codable, Hashable, Sendable {
    /// An allowed exercise.
    public struct Allowance: Codable, Hashable, Sendable {
        /// Id of the exercise.
        public var exercise: String
        /// Highest level; `nil` means no own limit.
        public var maxLevel: Int?
        /// How it must be done.
        public var how: LocalizedText?

        /// Makes an allowance.
        public init(exercise: String, maxLevel: Int? = nil, how: LocalizedText? = nil) {
            self.exercise = exercise
            self.maxLevel = maxLevel
            self.how = how
        }
    }

    /// First week, counted from 0.
    public var fromWeek: Int
    /// Week in which it ends, not included.
    public var toWeek: Int
    /// Whether a clinician must have cleared the person for the phase.
    public var needsClearance: Bool
    /// What is allowed; a later phase repeats what the earlier ones allow.
    public var allow: [Allowance]

    /// Makes a phase.
    public init(fromWeek: Int, toWeek: Int, needsClearance: Bool, allow: [Allowance]) {
        self.fromWeek = fromWeek
        self.toWeek = toWeek
        self.needsClearance = needsClearance
        self.allow = allow
    }
}

/// All safety rules of the library.
public struct ExerciseSafety: Codable, Hashable, Sendable {
    /// One rule per flag.
    public var rules: [SafetyRule]
    /// Phases after a spine fracture, in order; after the last one the rule of `afterFracture` applies.
    public var fracturePhases: [FracturePhase]
    /// Flag whose rule applies after the last phase.
    public var afterFracture: String
    /// The only exercises of a person who must see a clinician within one to three days.
    public var comfort: [String]
    /// With fewer exercises than this left, `fallback` is offered with the advice to see a therapist.
    public var fewest: Int
    /// What is offered then.
    public var fallback: [String]
    /// When to stop any exercise.
    public var stopIf: [LocalizedText]
    /// What the rules must give: exercise → flag → verdict; what is not listed is allowed. Run by the tests.
    public var cases: [String: [String: SafetyVerdict]]

    /// Makes the safety rules.
    public init(
        rules: [SafetyRule], fracturePhases: [FracturePhase], afterFracture: String, comfort: [String],
        fewest: Int, fallback: [String], stopIf: [LocalizedText], cases: [String: [String: SafetyVerdict]]
    ) {
        self.rules = rules
        self.fracturePhases = fracturePhases
        self.afterFracture = afterFracture
        self.comfort = comfort
        self.fewest = fewest
        self.fallback = fallback
        self.stopIf = stopIf
        self.cases = cases
    }
}
