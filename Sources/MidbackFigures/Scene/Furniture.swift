import MidbackPlan

/// Floor, furniture and tools of a motion, as shapes behind and in front of the figure.
struct Furniture {
    private(set) var behind: [Shape] = []
    private(set) var inFront: [Shape] = []
    /// In front of everything but the arms.
    private(set) var underBelly: [Shape] = []
    private let camera: Camera
    private let ground: Ground

    var all: [Shape] { behind + inFront + underBelly }

    init(_ scene: Scene, ground: Ground) {
        camera = scene.camera
        self.ground = ground
        let props = scene.motion.props
        if !props.contains(where: { $0.kind == .mat }) { addShadow() }
        // The lowest things are drawn first.
        for prop in props where prop.kind == .mat { addMat(prop) }
        for prop in props where prop.kind != .mat { add(prop, in: scene) }
    }

    private mutating func add(_ prop: Prop, in scene: Scene) {
        switch prop.kind {
        case .pillow: addPillow(prop)
        case .towelRoll: addTowelRoll(scene)
        case .chair: addChair(prop)
        case .table: addTable(prop)
        case .wall: addWall(prop)
        case .roller: addRound(prop, .rubber, .rubberDark)
        case .ball: addRound(prop, .band, .band)
        case .doorframe: addDoorFrame(prop)
        case .band: addBandAnchor(prop)
        case .mat, .weight: break
        }
    }

    private mutating func addShadow() {
        let middle = camera.project(Vector3(ground.x.middle, 0, ground.z.middle))
        let edge = camera.box(ground.x, 0...0, ground.z)
        let across = (edge.map(\.x).max() ?? 0) - (edge.map(\.x).min() ?? 0)
        let down = max(camera.tilt * across * 0.5, 8)
        behind.append(
            Shape(paint: .shadow, form: .oval(middle, across: across / 2 + 36, down: down), opacity: 0.28))
    }

    private mutating func addMat(_ prop: Prop) {
        let x = ground.x.widened(0.07)
        let z = min(ground.z.lowerBound, -0.14)...max(ground.z.upperBound, 0.14)
        behind.append(Shape(paint: .mat, form: .polygon(camera.box(x, -0.014...0, z.widened(0.05))), rounding: 8))
    }

    private mutating func addPillow(_ prop: Prop) {
        let thickness = prop.y ?? 0.02
        let form = Shape.Form.polygon(camera.box(prop.range.widened(0.02), 0.007...thickness + 0.007, -0.12...0.12))
        underBelly.append(Shape(paint: .cloth, form: form, rounding: 14))
    }

    /// The roll lies along the upper spine and carries the head too.
    private mutating func addTowelRoll(_ scene: Scene) {
        let skeleton = scene.timeline.skeleton(at: 0)
        let head = skeleton.head.x
        let waist = skeleton.waist.x
        let range = min(head, waist) - 0.12...max(head, waist)
        behind.append(
            Shape(paint: .cloth, form: .polygon(camera.box(range, 0.01...0.03, -0.034...0.034)), rounding: 20))
    }

    private mutating func addChair(_ prop: Prop) {
        guard let seat = prop.y else { return }
        let range = prop.range
        for x in [range.lowerBound + 0.012, range.upperBound - 0.03] {
            for z in [-0.115, 0.097] { addBox(.woodDark, x...x + 0.018, 0...seat - 0.02, z...z + 0.018) }
        }
        if let top = prop.top {
            let back = prop.x ?? range.lowerBound
            addBox(.woodDark, back - 0.016...back, seat - 0.02...top, -0.115...0.115)
            addBox(.wood, back - 0.02...back, top - 0.13...top, -0.12...0.12)
        }
        addBox(.wood, range.lowerBound - 0.01...range.upperBound, seat - 0.024...seat, -0.125...0.125)
    }

    private mutating func addTable(_ prop: Prop) {
        guard let height = prop.y else { return }
        let range = prop.range
        let foot = range.lowerBound + (range.upperBound - range.lowerBound) * 0.72
        addBox(.woodDark, foot - 0.014...foot + 0.014, 0.01...height - 0.02, -0.02...0.02)
        addBox(.woodDark, foot - 0.1...foot + 0.1, 0...0.018, -0.1...0.1)
        addBox(.wood, range, height - 0.026...height, -0.22...0.22)
    }

    private mutating func addWall(_ prop: Prop) {
        guard let x = prop.x else { return addBox(.wall, -0.12 ... -0.1, 0...1.14, -0.46...0.46) }
        let isAhead = x > 0
        addBox(.wall, isAhead ? x...x + 0.05 : x - 0.05...x, 0...1.12, -0.3...0.3)
    }

    private mutating func addRound(_ prop: Prop, _ outer: Paint, _ inner: Paint) {
        guard let x = prop.x, let y = prop.y, let radius = prop.radius else { return }
        let centre = camera.project(Vector3(x, y, 0))
        behind.append(Shape(paint: outer, form: .circle(centre, radius: radius * Camera.scale)))
        if outer != inner {
            behind.append(Shape(paint: inner, form: .circle(centre, radius: radius * Camera.scale * 0.42)))
        }
    }

    private mutating func addDoorFrame(_ prop: Prop) {
        guard let x = prop.x else { return }
        addBox(.wood, x - 0.02...x + 0.02, 1.1...1.14, prop.range.widened(0.035))
        addBox(.wood, x - 0.02...x + 0.02, 0...1.12, prop.range.lowerBound - 0.035...prop.range.lowerBound)
        let near = prop.range.upperBound...prop.range.upperBound + 0.035
        addBox(.wood, x - 0.02...x + 0.02, 0...1.12, near, isInFront: true)
    }

    private mutating func addBandAnchor(_ prop: Prop) {
        guard let x = prop.x, let y = prop.y else { return }
        addBox(.woodDark, x...x + 0.03, 0...min(y + 0.12, 1), -0.02...0.02)
        behind.append(Shape(paint: .metal, form: .circle(camera.project(Vector3(x, y, 0)), radius: 12)))
    }

    private mutating func addBox(
        _ paint: Paint, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ z: ClosedRange<Double>,
        isInFront: Bool = false
    ) {
        let shape = Shape(paint: paint, form: .polygon(camera.box(x, y, z)), rounding: 6)
        if isInFront { inFront.append(shape) } else { behind.append(shape) }
    }
}

extension Prop {
    /// Its range, in order.
    var range: ClosedRange<Double> {
        let first = from ?? 0
        let last = to ?? 0
        return min(first, last)...max(first, last)
    }
}

extension ClosedRange where Bound == Double {
    var middle: Double { (lowerBound + upperBound) / 2 }

    func widened(_ margin: Double) -> ClosedRange { lowerBound - margin...upperBound + margin }
}

/// The piece of floor that the figure uses.
struct Ground: Hashable, Sendable {
    let x: ClosedRange<Double>
    let z: ClosedRange<Double>

    init(_ skeletons: [Skeleton]) {
        let isAcross = skeletons.allSatisfy { abs($0.head.z - $0.pelvis.z) > abs($0.head.x - $0.pelvis.x) }
        let wide = Ground.low(Ground.body, skeletons)
        let long = Ground.low(Ground.body + Ground.arms, skeletons)
        x = Ground.span(long.map(\.x))
        z = Ground.span((isAcross ? long : wide).map(\.z))
    }

    /// The points near the floor, or all when there are none.
    private static func low(_ points: [BodyPoint], _ skeletons: [Skeleton]) -> [Vector3] {
        let all = skeletons.flatMap { skeleton in points.map { skeleton[$0] } }
        let low = all.filter { $0.y < 0.24 }
        return low.isEmpty ? all : low
    }

    private static func span(_ values: [Double]) -> ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }

    private static let body: [BodyPoint] = [.pelvis, .c7, .head] + limbs([.hip, .knee, .ankle, .heel, .toe])

    /// Arms make the mat longer; they make it wider only for a body that lies across the view.
    private static let arms: [BodyPoint] = limbs([.elbow, .wrist, .hand])

    private static func limbs(_ parts: [BodyPoint.Part]) -> [BodyPoint] {
        BodySide.allCases.flatMap { side in parts.map { .limb($0, side) } }
    }
}
