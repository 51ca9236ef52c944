/// What an exercise trains.
public enum Target: String, Codable, CaseIterable, Sendable {
    /// Range of movement.
    case mobility
    /// Strength and endurance of muscles.
    case strength
    /// Control of posture and movement.
    case motorControl = "motor-control"
    /// Heart, lungs and stamina.
    case aerobic
    /// Calm and less muscle tension.
    case relaxation
}

/// Body position of an exercise.
public enum Position: String, Codable, CaseIterable, Sendable {
    /// On a chair.
    case seated
    /// On the feet.
    case standing
    /// From a chair to the feet and back.
    case sitToStand = "sit-to-stand"
    /// On hands and knees.
    case quadruped
    /// On the knees.
    case kneeling
    /// On knees and forearms.
    case kneelingSupport = "kneeling-support"
    /// Face down.
    case prone
    /// On toes and forearms.
    case proneSupport = "prone-support"
    /// On the back.
    case supine
    /// On one side.
    case sideLying = "side-lying"
    /// On the back, in a bed.
    case bed

    /// Whether a person must be able to get down to the floor and up again.
    public var isOnFloor: Bool {
        switch self {
        case .seated, .standing, .sitToStand, .bed: false
        case .quadruped, .kneeling, .kneelingSupport, .prone, .proneSupport, .supine, .sideLying: true
        }
    }
}

/// Things used in exercises. The plan asks people which of the first nine they have.
public enum Equipment: String, Codable, CaseIterable, Sendable {
    /// A firm chair.
    case chair
    /// A table or kitchen counter.
    case table
    /// A free wall.
    case wall
    /// A mat, or a carpet. Makes the floor softer; never a condition.
    case mat
    /// A towel.
    case towel
    /// A tennis ball or the like.
    case ball
    /// A foam roller.
    case roller
    /// An elastic band.
    case band
    /// A light weight, or a bag.
    case lightWeight = "light-weight"
    /// A pillow. Not asked about.
    case pillow
    /// A door frame. Not asked about.
    case doorway
    /// A stick. Not asked about.
    case stick
    /// Good shoes. Not asked about.
    case shoes
    /// A bed. Not asked about.
    case bed
}

/// What a person wants to do again; tags of their own goals.
public enum GoalTag: String, Codable, CaseIterable, Sendable {
    /// Sitting at work.
    case sittingWork = "sitting-work"
    /// Lifting.
    case lifting
    /// Sleep.
    case sleep
    /// Sport.
    case sport
    /// Caring for a child or an adult.
    case caring
    /// Walking.
    case walking
    /// Reaching overhead.
    case overhead
}

/// How the two sides of the body are trained.
public enum Sides: String, Codable, CaseIterable, Sendable {
    /// Both sides at once.
    case together
    /// Right and left in turn, within one set.
    case alternating
    /// All repetitions of a set on one side, then the other.
    case oneThenOther = "one-then-other"
}
