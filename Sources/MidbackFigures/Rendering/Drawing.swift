/// A scene at a set of poses: all outlines, and the room they need.
struct Drawing {
    /// A piece of the figure at every pose.
    struct Track {
        var paint: Paint
        var hasEdge: Bool
        var poses: [[Outline]]
    }

    /// Pieces with a common edge.
    struct Group {
        var name: String
        var isOverPillow: Bool
        var tracks: [Track]
    }

    /// A band at every pose.
    struct Line {
        var poses: [(start: Vector2, end: Vector2)]
    }

    let scene: Scene
    let schedule: Schedule
    let furniture: Furniture
    private(set) var back: [Group] = []
    private(set) var front: [Group] = []
    private(set) var lines: [Line] = []
    private(set) var weights: [Track] = []
    private(set) var extent = Extent()
    private let sculptors: [Sculptor]

    init(_ scene: Scene, _ schedule: Schedule) {
        self.scene = scene
        self.schedule = schedule
        sculptors = schedule.samples.map(scene.sculptor)
        furniture = Furniture(scene, ground: Ground(sculptors.map(\.skeleton)))
        back = groups(scene.back)
        front = groups(scene.front)
        addHeld()
        measure()
    }

    private func groups(_ layers: [FigureLayer]) -> [Group] {
        layers.map { layer in
            Group(
                name: layer.name, isOverPillow: layer.isOverPillow,
                tracks: layer.parts.map { track($0, layer) })
        }
    }

    private func track(_ part: FigurePart, _ layer: FigureLayer) -> Track {
        Track(
            paint: part.paint(isFar: layer.isFar, isBarefoot: scene.isBarefoot), hasEdge: part.hasEdge,
            poses: sculptors.map { scene.outlines(of: part, $0) })
    }

    private mutating func addHeld() {
        for prop in scene.held {
            let poses = sculptors.compactMap { prop.line($0.skeleton, scene.camera) }
            if poses.isEmpty {
                weights.append(Track(paint: .metal, hasEdge: false, poses: sculptors.map(prop.outlines)))
            } else {
                lines.append(Line(poses: poses))
            }
        }
    }

    private mutating func measure() {
        for track in (back + front).flatMap(\.tracks) + weights { track.poses.forEach { extent.include($0) } }
        for pose in lines.flatMap(\.poses) {
            extent.include(pose.start)
            extent.include(pose.end)
        }
        for corner in furniture.all.flatMap(\.corners) { extent.include(corner) }
        if scene.camera.seesFloorAsLine { extent.include(Vector2(extent.left, 14)) }
    }
}
