/// Why a motion cannot be drawn.
public enum FigureError: Error, Hashable, Sendable {
    /// A pose names a joint that does not exist.
    case unknownJoint(String)
    /// An anchor or a prop names a body point that does not exist.
    case unknownPoint(String)
    /// A motion without frames.
    case noFrames
}
