/// All joint angles of a pose in degrees, dense, so that poses can be mixed and mirrored quickly.
public struct PoseAngles: Hashable, Sendable {
    var values: [Double]

    /// Reads the angles of a key frame; missing keys are 0, keys of one side win over those of both.
    public init(_ pose: [String: Double]) throws(FigureError) {
        values = Array(repeating: 0, count: Joint.count)
        var oneSided: [(place: Int, angle: Double)] = []
        for (key, angle) in pose {
            guard let places = Joint.places[key] else { throw .unknownJoint(key) }
            if places.count == 1 {
                oneSided.append((places[0], angle))
            } else {
                for place in places { values[place] = angle }
            }
        }
        for entry in oneSided { values[entry.place] = entry.angle }
    }

    private init(values: [Double]) { self.values = values }

    /// The pose a share of the way to another one.
    func toward(_ other: PoseAngles, _ share: Double) -> PoseAngles {
        var mixed = values
        for index in mixed.indices { mixed[index] += (other.values[index] - mixed[index]) * share }
        return PoseAngles(values: mixed)
    }

    /// The same pose with left and right exchanged.
    var mirrored: PoseAngles {
        let right = Joint.trunk.count..<Joint.trunk.count + Joint.limb.count
        let left = right.upperBound..<Joint.count
        var trunk = Array(values[..<right.lowerBound])
        for (index, key) in Joint.trunk.enumerated() where key.contains("_") { trunk[index] = -trunk[index] }
        return PoseAngles(values: trunk + values[left] + values[right])
    }

    /// Largest change of one angle on the way to another pose.
    func largestChange(to other: PoseAngles) -> Double {
        zip(values, other.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }

    func limb(_ joint: LimbJoint, _ side: BodySide) -> Double {
        values[Joint.trunk.count + (side == .right ? 0 : Joint.limb.count) + joint.rawValue]
    }
}

/// Places of the limb joints within a side; same order as `Joint.limb`.
enum LimbJoint: Int {
    case hip, hipAbduction, hipRotation, knee, ankle
    case shoulder, shoulderAbduction, shoulderRotation, elbow, wrist, scapula, shrug
}

/// A side of the figure's own body.
public enum BodySide: String, CaseIterable, Hashable, Sendable {
    /// Right.
    case right = "R"
    /// Left.
    case left = "L"

    /// The other side.
    public var other: BodySide { self == .right ? .left : .right }

    /// 1 for the right, -1 for the left: sign of z.
    var sign: Double { self == .right ? 1 : -1 }
}
