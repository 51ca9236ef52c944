import MidbackPlan

/// Everything that a drawing of a motion needs, worked out once: poses, order, props and the working region.
struct Scene: Sendable {
    let motion: Motion
    let timeline: Timeline
    let camera: Camera
    let body: FigureBody
    let isOtherSide: Bool
    let back: [FigureLayer]
    let front: [FigureLayer]
    let held: [HeldProp]
    private let mark: MarkShape
    private let swell: Swell

    init(_ motion: Motion, body: FigureBody, isOtherSide: Bool) throws(FigureError) {
        self.motion = motion
        self.body = body
        self.isOtherSide = isOtherSide
        timeline = try Timeline(motion, isOtherSide: isOtherSide)
        camera = Camera(motion.view)
        let poses = timeline
        let order = LayerOrder(camera: camera, skeletons: poses.stops.indices.map { poses.skeleton(at: $0) })
        (back, front) = order.sorted
        held = try HeldProp.all(of: motion, isOtherSide: isOtherSide)
        mark = MarkShape(motion.region)
        swell = Swell(motion.region)
    }

    /// People do floor work without shoes.
    var isBarefoot: Bool { motion.props.contains { $0.kind == .mat } }

    func sculptor(_ sample: Schedule.Sample) -> Sculptor {
        let skeleton = timeline.skeleton(from: sample.start, to: sample.end, progress: sample.progress)
        let breath = timeline.breath(from: sample.start, to: sample.end, progress: sample.progress)
        return Sculptor(camera: camera, body: body, skeleton: skeleton, breath: breath, swell: swell)
    }

    func outlines(of part: FigurePart, _ sculptor: Sculptor) -> [Outline] { part.outlines(sculptor, mark: mark) }
}

extension Swell {
    init(_ region: Motion.Region) {
        switch region {
        case .belly: self = .belly
        case .ribs: self = .ribs
        case .neck, .shoulderBlades, .midBack, .wholeBack, .chest, .core, .legs: self = .gentle
        }
    }
}

extension MarkShape {
    init(_ region: Motion.Region) {
        switch region {
        case .neck: self.init(forward: -0.004, up: 0.15, depth: 0.026, height: 0.048, width: 0.036)
        case .shoulderBlades: self.init(forward: -0.02, up: 0.08, depth: 0.03, height: 0.055, width: 0.07)
        case .midBack: self.init(forward: -0.018, up: 0.05, depth: 0.032, height: 0.07, width: 0.07)
        case .wholeBack: self.init(forward: -0.01, up: 0.0, depth: 0.028, height: 0.1, width: 0.064)
        case .ribs: self.init(forward: 0.004, up: 0.045, depth: 0.052, height: 0.055, width: 0.088)
        case .chest: self.init(forward: 0.028, up: 0.085, depth: 0.03, height: 0.045, width: 0.08)
        case .core: self.init(isLumbar: true, forward: 0.006, up: 0.05, depth: 0.046, height: 0.058, width: 0.07)
        case .belly: self.init(isLumbar: true, forward: 0.024, up: 0.075, depth: 0.032, height: 0.058, width: 0.066)
        case .legs: self.init(isLumbar: true, forward: -0.008, up: -0.03, depth: 0.042, height: 0.05, width: 0.074)
        }
    }
}
