import MidbackPlan

/// A prop that moves with the hands.
enum HeldProp: Hashable, Sendable {
    /// A band between two body points.
    case band(BodyPoint, BodyPoint)
    /// A band from a fixed place to a body point.
    case anchoredBand(Vector3, BodyPoint)
    /// A weight in a hand.
    case weight(BodyPoint)

    static func all(of motion: Motion, isOtherSide: Bool) throws(FigureError) -> [HeldProp] {
        var result: [HeldProp] = []
        for prop in motion.props {
            let ends = try points(prop.ends ?? [], isOtherSide)
            switch prop.kind {
            case .band: result += bands(prop, ends)
            case .weight: result += ends.map(HeldProp.weight)
            case .mat, .pillow, .towelRoll, .chair, .table, .wall, .roller, .ball, .doorframe: break
            }
        }
        return result
    }

    private static func bands(_ prop: Prop, _ ends: [BodyPoint]) -> [HeldProp] {
        if let x = prop.x, let y = prop.y { return ends.map { .anchoredBand(Vector3(x, y, 0), $0) } }
        return ends.count == 2 ? [.band(ends[0], ends[1])] : []
    }

    private static func points(_ names: [String], _ isOtherSide: Bool) throws(FigureError) -> [BodyPoint] {
        var result: [BodyPoint] = []
        for name in names {
            guard let point = BodyPoint(name) else { throw .unknownPoint(name) }
            result.append(isOtherSide ? point.mirrored : point)
        }
        return result
    }

    /// Where a band runs, or `nil` for a weight.
    func line(_ skeleton: Skeleton, _ camera: Camera) -> (start: Vector2, end: Vector2)? {
        switch self {
        case .band(let start, let end): (camera.project(grip(start, skeleton)), camera.project(grip(end, skeleton)))
        case .anchoredBand(let place, let end): (camera.project(place), camera.project(grip(end, skeleton)))
        case .weight: nil
        }
    }

    /// The outlines of a weight, which hangs straight down.
    func outlines(_ sculptor: Sculptor) -> [Outline] {
        guard case .weight(let point) = self else { return [] }
        let hold = sculptor.project(grip(point, sculptor.skeleton))
        let ball = SymmetricMap(shadowOf: [Vector2(46, 0), Vector2(0, 42)])
        let bow = SymmetricMap(shadowOf: [Vector2(27, 0), Vector2(0, 34)])
        return [.ellipse(at: hold + Vector2(0, 84), ball), .ellipse(at: hold + Vector2(0, 28), bow)]
    }

    /// Things are held in the palm.
    private func grip(_ point: BodyPoint, _ skeleton: Skeleton) -> Vector3 {
        guard case .limb(.hand, let side) = point else { return skeleton[point] }
        return skeleton.limbs(side).wrist.toward(skeleton.limbs(side).hand, 0.6)
    }
}
