/// A closed smooth line: a uniform quadratic B-spline. It touches the middle of every edge of its control polygon and
/// needs only two numbers a point in a path, because SVG can work out every control point from the one before.
struct Outline: Hashable, Sendable {
    var points: [Vector2]

    /// Half the length of an edge of an octagon around a circle of radius 1.
    private static let halfEdge = 0.4142

    /// A limb: two circles and their common outline, drawn round a point `belly` between them.
    static func capsule(_ start: Disc, _ end: Disc, belly: Disc) -> Outline {
        let along = (end.centre - start.centre).unit(or: Vector2(0, 1))
        let aside = along.normal
        let near = halfEdge * start.radius
        let far = halfEdge * end.radius
        return Outline(points: [
            start.centre + aside * start.radius - along * near,
            belly.centre + aside * belly.radius,
            end.centre + aside * end.radius + along * far,
            end.centre + along * end.radius + aside * far,
            end.centre + along * end.radius - aside * far,
            end.centre - aside * end.radius + along * far,
            belly.centre - aside * belly.radius,
            start.centre - aside * start.radius - along * near,
            start.centre - along * start.radius - aside * near,
            start.centre - along * start.radius + aside * near,
        ])
    }

    /// An ellipse: the picture of a circle of radius 1 under a symmetric map.
    static func ellipse(at centre: Vector2, _ map: SymmetricMap) -> Outline {
        Outline(points: octagon.map { centre + map.apply($0) })
    }

    private static let octagon: [Vector2] = [
        Vector2(1, halfEdge), Vector2(halfEdge, 1), Vector2(-halfEdge, 1), Vector2(-1, halfEdge),
        Vector2(-1, -halfEdge), Vector2(-halfEdge, -1), Vector2(halfEdge, -1), Vector2(1, -halfEdge),
    ]

    /// The same outline pressed flat where it would go below a line.
    func pressed(above floor: Double) -> Outline {
        Outline(points: points.map { Vector2($0.x, min($0.y, floor)) })
    }
}

/// A circle on the drawing.
struct Disc {
    var centre: Vector2
    var radius: Double

    init(_ centre: Vector2, _ radius: Double) {
        self.centre = centre
        self.radius = radius * Camera.scale
    }
}

/// A map that stretches along two directions at right angles.
struct SymmetricMap {
    private let xx: Double
    private let xy: Double
    private let yy: Double

    /// The map that turns a circle into the shadow of an ellipsoid with these half axes.
    init(shadowOf axes: [Vector2]) {
        var xx = 1e-6
        var xy = 0.0
        var yy = 1e-6
        for axis in axes {
            xx += axis.x * axis.x
            xy += axis.x * axis.y
            yy += axis.y * axis.y
        }
        let root = max(xx * yy - xy * xy, 0).squareRoot()
        let scale = 1 / (xx + yy + 2 * root).squareRoot()
        self.xx = (xx + root) * scale
        self.xy = xy * scale
        self.yy = (yy + root) * scale
    }

    func apply(_ point: Vector2) -> Vector2 {
        Vector2(xx * point.x + xy * point.y, xy * point.x + yy * point.y)
    }
}
