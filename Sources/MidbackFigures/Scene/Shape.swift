/// A thing that does not move.
struct Shape: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        case polygon([Vector2])
        case circle(Vector2, radius: Double)
        case oval(Vector2, across: Double, down: Double)
    }

    var paint: Paint
    var form: Form
    /// Corners are rounded by a line of this width in the same colour.
    var rounding = 0.0
    /// Share of the colour that covers what lies behind.
    var opacity = 1.0

    /// The corners that an extent must hold.
    var corners: [Vector2] {
        switch form {
        case .polygon(let points): points
        case .circle(let centre, let radius):
            [centre - Vector2(radius, radius), centre + Vector2(radius, radius)]
        case .oval(let centre, let across, let down):
            [centre - Vector2(across, down), centre + Vector2(across, down)]
        }
    }
}

extension Camera {
    /// A box as the camera sees it.
    func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ z: ClosedRange<Double>) -> [Vector2] {
        var corners: [Vector2] = []
        for forward in [x.lowerBound, x.upperBound] {
            for up in [y.lowerBound, y.upperBound] {
                for right in [z.lowerBound, z.upperBound] { corners.append(project(Vector3(forward, up, right))) }
            }
        }
        return hull(of: corners)
    }

    /// The outer corners of a set of points, in order.
    private func hull(of points: [Vector2]) -> [Vector2] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        return chain(sorted) + chain(sorted.reversed())
    }

    private func chain(_ points: [Vector2]) -> [Vector2] {
        var result: [Vector2] = []
        for point in points {
            while result.count > 1, turns(result[result.count - 2], result[result.count - 1], point) <= 1e-6 {
                result.removeLast()
            }
            result.append(point)
        }
        return Array(result.dropLast())
    }

    private func turns(_ first: Vector2, _ second: Vector2, _ third: Vector2) -> Double {
        let along = second - first
        let aside = third - first
        return along.x * aside.y - along.y * aside.x
    }
}
