/// A named point of the skeleton that can be pinned or touch something.
public enum BodyPoint: Hashable, Sendable {
    /// Point of a limb.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        /// Hip joint.
        case hip
        /// Knee.
        case knee
        /// Ankle.
        case ankle
        /// Back of the heel.
        case heel
        /// Tip of the toes.
        case toe
        /// Middle of the sole.
        case foot
        /// Shoulder joint.
        case shoulder
        /// Elbow.
        case elbow
        /// Wrist.
        case wrist
        /// Tips of the fingers.
        case hand
    }

    /// Between the hip joints.
    case pelvis
    /// Lowest bone of the neck.
    case c7
    /// Middle of the head.
    case head
    /// A point of a limb.
    case limb(Part, BodySide)

    /// Reads a name such as `pelvis` or `kneeR`.
    public init?(_ name: String) {
        switch name {
        case "pelvis": self = .pelvis
        case "c7": self = .c7
        case "head": self = .head
        default:
            let side = BodySide(rawValue: String(name.suffix(1)))
            guard let side, let part = Part(rawValue: String(name.dropLast())) else { return nil }
            self = .limb(part, side)
        }
    }

    /// The same point of the other side.
    var mirrored: BodyPoint {
        guard case .limb(let part, let side) = self else { return self }
        return .limb(part, side.other)
    }
}
