import Foundation
import MidbackPlan

/// Where the viewer stands, and how the world falls on the drawing.
struct Camera: Sendable {
    private let yawSine: Double
    private let yawCosine: Double
    /// Sine of the height of the viewer's eye; 0 looks along the floor.
    let tilt: Double
    private let tiltCosine: Double

    /// Units of the drawing for one body height.
    static let scale = 1000.0

    init(_ view: Motion.View) {
        let (yaw, elevation) = Camera.angles(of: view)
        yawSine = sin(yaw * .pi / 180)
        yawCosine = cos(yaw * .pi / 180)
        tilt = sin(elevation * .pi / 180)
        tiltCosine = cos(elevation * .pi / 180)
    }

    /// The front view is tilted a little too: seen straight on, thighs of a person who sits and feet would vanish.
    private static func angles(of view: Motion.View) -> (yaw: Double, elevation: Double) {
        switch view {
        case .side: (0, 0)
        case .front: (90, 12)
        case .quarter: (40, 12)
        case .top: (90, 90)
        }
    }

    /// How near the viewer a point is; larger is nearer.
    func depth(_ point: Vector3) -> Double { point.x * yawSine + point.z * yawCosine }

    /// How much a direction points at the viewer, -1 to 1.
    func facing(_ direction: Vector3) -> Double { depth(direction) * tiltCosine + direction.y * tilt }

    /// Where a point, or a direction, falls on the drawing.
    func project(_ point: Vector3) -> Vector2 {
        let across = point.x * yawCosine - point.z * yawSine
        let upward = point.y * tiltCosine - depth(point) * tilt
        return Vector2(across * Camera.scale, -upward * Camera.scale)
    }

    /// Lowest place on the drawing for what lies on the floor under a point.
    func floor(under point: Vector3) -> Double { depth(point) * tilt * Camera.scale }

    /// Whether the floor is seen as a line.
    var seesFloorAsLine: Bool { abs(tilt) < 1e-9 }
}
