/// Decides what lies in front of what. The order is fixed for a whole loop, because a drawing that moves without
/// scripts cannot change it; it follows the average over the key frames.
struct LayerOrder {
    let camera: Camera
    let skeletons: [Skeleton]

    /// All layers from the back to the front, with the place of the things that are held.
    var sorted: (back: [FigureLayer], front: [FigureLayer]) {
        let all = layers
        let held = 0.02
        return (all.filter { $0.nearness <= held }.map(\.layer), all.filter { $0.nearness > held }.map(\.layer))
    }

    private var layers: [(layer: FigureLayer, nearness: Double)] {
        var all: [(layer: FigureLayer, nearness: Double)] = [(trunk, 0), (mark, markNearness), (head, 0.01)]
        for side in BodySide.allCases {
            all.append(arm(side))
            all.append(leg(side))
        }
        return all.enumerated().sorted { first, second in
            (first.element.nearness, first.offset) < (second.element.nearness, second.offset)
        }.map(\.element)
    }

    /// Arms that hang level with the trunk are drawn over it.
    private func arm(_ side: BodySide) -> (layer: FigureLayer, nearness: Double) {
        let nearness = armNearness(side) + 0.03
        let isFar = isBehindOther(side, \.shoulder)
        var parts: [FigurePart] = [.hand(side), .forearm(side), .upperArm(side)]
        if !isFar { parts.append(.yoke(side)) }
        return (FigureLayer(name: "a" + side.rawValue, parts: parts, isFar: isFar), nearness)
    }

    /// Legs that stand level with the trunk are drawn under it.
    private func leg(_ side: BodySide) -> (layer: FigureLayer, nearness: Double) {
        let parts: [FigurePart] = [.foot(side), .shank(side), .thigh(side)]
        let layer = FigureLayer(name: "l" + side.rawValue, parts: parts, isFar: isBehindOther(side, \.hip))
        return (layer, legNearness(side) - 0.03)
    }

    private func armNearness(_ side: BodySide) -> Double {
        average { skeleton in
            let limbs = skeleton.limbs(side)
            let middle = (limbs.shoulder + limbs.elbow + limbs.wrist) * (1.0 / 3)
            return camera.facing(middle - skeleton.waist.toward(skeleton.c7, 0.6))
        }
    }

    private func legNearness(_ side: BodySide) -> Double {
        average { skeleton in
            let limbs = skeleton.limbs(side)
            let middle = (limbs.hip + limbs.knee + limbs.ankle) * (1.0 / 3)
            return camera.facing(middle - skeleton.pelvis)
        }
    }

    /// Whether the joint lies clearly farther away than that of the other side: then its limb is drawn darker.
    private func isBehindOther(_ side: BodySide, _ joint: KeyPath<Skeleton.Limbs, Vector3>) -> Bool {
        average { camera.facing($0.limbs(side)[keyPath: joint] - $0.limbs(side.other)[keyPath: joint]) } < -0.07
    }

    private var trunk: FigureLayer { FigureLayer(name: "t", parts: [.hips, .neck, .top], isFar: false) }

    private var mark: FigureLayer { FigureLayer(name: "m", parts: [.mark], isFar: false) }

    /// The mark lies on the trunk. Unless seen from the side, yokes would cut into it, and it
    /// lies over all.
    private var markNearness: Double {
        let turn = average { camera.facing($0.thoracicFrame.right) }
        return abs(turn) < 0.8 ? 1 : 0.005
    }

    private var head: FigureLayer {
        let isFacing = average { camera.facing($0.headFrame.forward) } > -0.35
        let turn = average { camera.facing($0.headFrame.right) }
        let ear: [FigurePart] = abs(turn) < 0.5 ? [] : [.ear(turn > 0 ? .right : .left)]
        let front: [FigurePart] = isFacing ? [.hair, .face, .features] : [.face, .hair]
        return FigureLayer(name: "h", parts: front + ear, isFar: false)
    }

    private func average(_ value: (Skeleton) -> Double) -> Double {
        skeletons.reduce(0) { $0 + value($1) } / Double(skeletons.count)
    }
}
