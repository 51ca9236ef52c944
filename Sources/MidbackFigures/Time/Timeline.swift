public import MidbackPlan

/// A motion with its poses placed in the world, ready to be asked for any moment.
/// - Source: `evidence/exercises.md` section 2.5.
public struct Timeline: Sendable {
    /// A key frame with its angles and its pinned point.
    struct Stop: Sendable {
        var angles: PoseAngles
        var pin: Pin
        /// Where the pelvis is when the frame stands.
        var pelvis: Vector3
        /// How full the chest is, -1 (out) to 1 (in).
        var breath: Double
        var move: Double
        var hold: Double
    }

    /// A body point with the place it is kept at.
    struct Pin: Hashable, Sendable {
        var point: BodyPoint
        var x: Double
        var y: Double
        var z: Double?
    }

    /// Key frames in order.
    let stops: [Stop]
    let loop: Motion.Loop
    let pace: Motion.Pace

    /// Places the poses of a motion. `isOtherSide` exchanges left and right.
    public init(_ motion: Motion, isOtherSide: Bool = false) throws(FigureError) {
        if motion.frames.isEmpty { throw .noFrames }
        var stops: [Stop] = []
        for frame in motion.frames { stops.append(try Timeline.stop(frame, in: motion, isOtherSide)) }
        self.stops = stops
        loop = motion.loop
        pace = motion.pace
    }

    private static func stop(_ frame: KeyFrame, in motion: Motion, _ isOtherSide: Bool) throws(FigureError) -> Stop {
        let anchor = frame.anchor ?? motion.anchor
        guard let point = BodyPoint(anchor.point) else { throw .unknownPoint(anchor.point) }
        let angles = try PoseAngles(frame.pose)
        let pin = Pin(point: point, x: anchor.x, y: anchor.y, z: anchor.z)
        var stop = Stop(
            angles: isOtherSide ? angles.mirrored : angles, pin: isOtherSide ? pin.mirrored : pin, pelvis: .zero,
            breath: frame.breath.map { $0 == .inward ? 1 : -1 } ?? 0, move: frame.move, hold: frame.hold)
        stop.pelvis = Timeline.placed(stop.angles, stop.pin).pelvis
        return stop
    }

    /// The figure at a key frame.
    public func skeleton(at frame: Int) -> Skeleton { skeleton(from: frame, to: frame, progress: 0) }

    /// The figure on the way from one key frame to another; `progress` is the share of every angle's change, 0 to 1.
    public func skeleton(from start: Int, to end: Int, progress: Double) -> Skeleton {
        let first = stops[start]
        let last = stops[end]
        let angles = first.angles.toward(last.angles, progress)
        if first.pin == last.pin { return Timeline.placed(angles, first.pin) }
        var skeleton = Skeleton(angles)
        skeleton.move(by: first.pelvis.toward(last.pelvis, progress) - skeleton.pelvis)
        return skeleton
    }

    /// How full the chest is on the way.
    func breath(from start: Int, to end: Int, progress: Double) -> Double {
        stops[start].breath + (stops[end].breath - stops[start].breath) * progress
    }

    private static func placed(_ angles: PoseAngles, _ pin: Pin) -> Skeleton {
        var skeleton = Skeleton(angles)
        let place = skeleton[pin.point]
        skeleton.move(by: Vector3(pin.x - place.x, pin.y - place.y, (pin.z ?? place.z) - place.z))
        return skeleton
    }
}

extension Timeline.Pin {
    var mirrored: Timeline.Pin { Timeline.Pin(point: point.mirrored, x: x, y: y, z: z.map { -$0 }) }
}
