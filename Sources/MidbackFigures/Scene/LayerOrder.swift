/// Decides what lies in front of what. The order is fixed for a whole loop, because a drawing that moves without
/// scripts cannot change it; it follows the average over the key frames.
struct LayerOrder {
    let camera: Camera
    let skeletons: [Skeleton]

    /// Behind the things that are held, from the back.
    var back: [FigureLayer] { layers.filter { $0.nearness <= 0.02 }.map(\.layer) }

    /// In front of them.
    var front: [FigureLayer] { layers.filter { $0.nearness > 0.02 }.map(\.layer) }

    private var layers: [(layer: FigureLayer, nearness: Double)] {
        var all: [(layer: FigureLayer, nearness: Double)] = [(trunk, 0), (head, 0.01)]
        for side in BodySide.allCases {
            all.append(arm(side))
            all.append(leg(side))
        }
        return all.enumerated().sorted { first, second in
            (first.element.nearness, first.offset) < (second.element.nearness, second.offset)
        }.map(\.element)
    }

    private func arm(_ side: BodySide) -> (layer: FigureLayer, nearness: Double) {
        let nearness = average { skeleton in
            let limbs = skeleton.limbs(side)
            let middle = (limbs.shoulder + limbs.elbow + limbs.wrist) * (1.0 / 3)
            return camera.facing(middle - skeleton.waist.toward(skeleton.c7, 0.6))
        }
        let parts: [FigurePart] = [.hand(side), .forearm(side), .upperArm(side)]
        return (FigureLayer(name: "a" + side.rawValue, parts: parts, isFar: nearness < -0.04), tilted(nearness, by: 0.03))
    }

    private func leg(_ side: BodySide) -> (layer: FigureLayer, nearness: Double) {
        let nearness = average { skeleton in
            let limbs = skeleton.limbs(side)
            let middle = (limbs.hip + limbs.knee + limbs.ankle) * (1.0 / 3)
            return camera.facing(middle - skeleton.pelvis)
        }
        let parts: [FigurePart] = [.foot(side), .shank(side), .thigh(side)]
        return (FigureLayer(name: "l" + side.rawValue, parts: parts, isFar: nearness < -0.02), tilted(nearness, by: -0.03))
    }

    /// Arms that hang level with the trunk are drawn over it, legs under it.
    private func tilted(_ nearness: Double, by tilt: Double) -> Double { nearness + tilt }

    private var trunk: FigureLayer { FigureLayer(name: "t", parts: [.hips, .neck, .top, .mark], isFar: false) }

    private var head: FigureLayer {
        let isFacing = average { camera.facing($0.headFrame.forward) } > -0.35
        let turn = average { camera.facing($0.headFrame.right) }
        let ear: [FigurePart] = abs(turn) < 0.5 ? [] : [.ear(turn > 0 ? .right : .left)]
        return FigureLayer(name: "h", parts: (isFacing ? [.hair, .face] : [.face, .hair]) + ear, isFar: false)
    }

    private func average(_ value: (Skeleton) -> Double) -> Double {
        skeletons.reduce(0) { $0 + value($1) } / Double(skeletons.count)
    }
}
