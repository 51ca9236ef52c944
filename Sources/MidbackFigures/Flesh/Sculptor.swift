/// Puts flesh on a skeleton and draws its outlines as seen by a camera.
struct Sculptor {
    let camera: Camera
    let body: FigureBody
    let skeleton: Skeleton
    /// How full the chest is, -1 to 1.
    let breath: Double
    /// What swells with the breath, and how strongly.
    let swell: Swell

    func project(_ point: Vector3) -> Vector2 { camera.project(point) }

    /// Pressed flat on the floor, which is seen as a line in side and front views.
    func grounded(_ outline: Outline) -> Outline {
        camera.seesFloorAsLine ? outline.pressed(above: 0) : outline
    }

    /// A limb of two joints, a little thicker at `belly` (share of the length, radius, shift).
    func limb(
        _ start: Vector3, _ startRadius: Double, _ end: Vector3, _ endRadius: Double, belly: Belly
    ) -> Outline {
        let middle = start.toward(end, belly.share) + belly.shift * body.limb
        let outline = Outline.capsule(
            Disc(project(start), startRadius * body.limb), Disc(project(end), endRadius * body.limb),
            belly: Disc(project(middle), belly.radius * body.limb))
        return grounded(outline)
    }

    /// An ellipsoid in the frame of a body part, with half axes to the front, up and to the side.
    func ellipsoid(at centre: Vector3, _ frame: Matrix3, _ front: Double, _ up: Double, _ side: Double) -> Outline {
        let axes = [frame.forward * front, frame.up * up, frame.right * side].map(project)
        return .ellipse(at: project(centre), SymmetricMap(shadowOf: axes))
    }

    /// Where a limb is thickest.
    struct Belly {
        var share: Double
        var radius: Double
        var shift: Vector3

        init(_ share: Double, _ radius: Double, _ shift: Vector3 = .zero) {
            self.share = share
            self.radius = radius
            self.shift = shift
        }
    }
}

/// How the breath shows: factors at full breath for the chest to the front, the sides and the belly.
struct Swell: Sendable {
    var chest: Double
    var side: Double
    var belly: Double

    static let gentle = Swell(chest: 0.1, side: 0.025, belly: 0.08)
    static let belly = Swell(chest: 0.03, side: 0.01, belly: 0.26)
    static let ribs = Swell(chest: 0.08, side: 0.09, belly: 0.05)
}
