public import MidbackCore

/// How an exercise moves: poses of a jointed figure over time, seen from one side, with the things around it.
/// Lengths are in body heights, angles in degrees, times in seconds. `MidbackFigures` draws it.
/// - Source: `evidence/exercises.md` section 2.
public struct Motion: Codable, Hashable, Sendable {
    /// Where the viewer stands.
    public enum View: String, Codable, CaseIterable, Sendable {
        /// The figure faces right, its right side is near.
        case side
        /// The figure faces the viewer.
        case front
        /// Half turned, seen a little from above.
        case quarter
        /// Seen from above.
        case top
    }

    /// How the frames follow each other.
    public enum Loop: String, Codable, CaseIterable, Sendable {
        /// After the last frame on to the first, with the first frame's time.
        case cycle
        /// Forward, then backward with the same times.
        case pingpong
    }

    /// How the time between two poses passes.
    public enum Pace: String, Codable, CaseIterable, Sendable {
        /// Slow at both ends.
        case eased
        /// Even, for walking.
        case steady
    }

    /// The part of the body that works; softly marked in the drawing.
    /// - Source: expert estimate.
    public enum Region: String, Codable, CaseIterable, Sendable {
        /// The neck.
        case neck
        /// The upper back between the shoulder blades.
        case shoulderBlades = "shoulder-blades"
        /// The middle of the back.
        case midBack = "mid-back"
        /// The back from neck to pelvis.
        case wholeBack = "whole-back"
        /// The sides of the rib cage.
        case ribs
        /// The chest muscles.
        case chest
        /// The muscles round the belly and low back.
        case core
        /// The belly that moves with the breath.
        case belly
        /// Hips and legs.
        case legs
    }

    /// Where the viewer stands.
    public var view: View
    /// The point of the body that is pinned, unless a frame says otherwise.
    public var anchor: Anchor
    /// How the frames follow each other.
    public var loop: Loop
    /// How the time between two poses passes.
    public var pace: Pace
    /// The part of the body that works.
    public var region: Region
    /// Whether the other side follows after one pass.
    public var isMirrored: Bool
    /// Things around the figure.
    public var props: [Prop]
    /// What touches what, for example `kneeL`, `pelvis:seat`, `footL|footR`; checked by tests.
    public var contacts: [String]
    /// Remark for the author, English.
    public var note: String?
    /// Poses in order, at least one.
    public var frames: [KeyFrame]

    /// Makes a motion.
    public init(
        view: View, anchor: Anchor, loop: Loop, pace: Pace, region: Region, isMirrored: Bool, props: [Prop],
        contacts: [String], note: String? = nil, frames: [KeyFrame]
    ) {
        self.view = view
        self.anchor = anchor
        self.loop = loop
        self.pace = pace
        self.region = region
        self.isMirrored = isMirrored
        self.props = props
        self.contacts = contacts
        self.note = note
        self.frames = frames
    }

    /// Seconds of one repetition: the sum of all moves and holds, as the schedule counts them.
    public var secondsPerRepetition: Double { frames.reduce(0) { $0 + $1.move + $1.hold } }
}

/// One pose, how long it takes to get there and how long it lasts.
public struct KeyFrame: Codable, Hashable, Sendable {
    /// Direction of the breath on the way to the pose.
    public enum Breath: String, Codable, CaseIterable, Sendable {
        /// Breathing in.
        case inward = "in"
        /// Breathing out.
        case outward = "out"
    }

    /// What is seen, as a short cue.
    public var name: LocalizedText
    /// Seconds from the pose before.
    public var move: Double
    /// Seconds to stay.
    public var hold: Double
    /// Breath on the way here; `nil` when free.
    public var breath: Breath?
    /// Pinned point of this pose, if not that of the motion.
    public var anchor: Anchor?
    /// Joint angles by key in degrees; a missing key is 0. `Joint` lists the keys.
    public var pose: [String: Double]

    /// Makes a key frame.
    public init(
        name: LocalizedText, move: Double, hold: Double, breath: Breath? = nil, anchor: Anchor? = nil,
        pose: [String: Double]
    ) {
        self.name = name
        self.move = move
        self.hold = hold
        self.breath = breath
        self.anchor = anchor
        self.pose = pose
    }
}

/// A body point and the place in the world where it is pinned.
public struct Anchor: Codable, Hashable, Sendable {
    /// Body point, for example `kneeR` or `pelvis`.
    public var point: String
    /// Forward.
    public var x: Double
    /// Up.
    public var y: Double
    /// To the figure's right; `nil` leaves it where it is.
    public var z: Double?

    /// Makes an anchor.
    public init(point: String, x: Double, y: Double, z: Double? = nil) {
        self.point = point
        self.x = x
        self.y = y
        self.z = z
    }
}

/// A thing that is drawn with the figure. Which fields it has depends on its kind.
public struct Prop: Codable, Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// Mat under the figure.
        case mat
        /// Pillow: `from`, `to`, thickness `y`.
        case pillow
        /// Rolled towel along the spine.
        case towelRoll = "towel-roll"
        /// Chair: seat from `from` to `to` at height `y`; back from `y` up to `top` when `top` is there.
        case chair
        /// Table: top from `from` to `to` at height `y`.
        case table
        /// Wall at `x`, or behind the figure when `x` is missing.
        case wall
        /// Foam roller at `x`, `y` with `radius`.
        case roller
        /// Ball at `x`, `y` with `radius`.
        case ball
        /// Band between the body points `ends`, or from the fixed point `x`, `y` to each of them.
        case band
        /// Two posts at `x`, from `from` to `to` across.
        case doorframe
        /// Weight in the hand named by `ends`.
        case weight
    }

    /// What it is.
    public var kind: Kind
    /// Forward place.
    public var x: Double?
    /// Height.
    public var y: Double?
    /// Radius.
    public var radius: Double?
    /// Start of a range.
    public var from: Double?
    /// End of a range.
    public var to: Double?
    /// Upper end.
    public var top: Double?
    /// Body points it is held by.
    public var ends: [String]?

    /// Makes a prop.
    public init(
        kind: Kind, x: Double? = nil, y: Double? = nil, radius: Double? = nil, from: Double? = nil, to: Double? = nil,
        top: Double? = nil, ends: [String]? = nil
    ) {
        self.kind = kind
        self.x = x
        self.y = y
        self.radius = radius
        self.from = from
        self.to = to
        self.top = top
        self.ends = ends
    }
}
