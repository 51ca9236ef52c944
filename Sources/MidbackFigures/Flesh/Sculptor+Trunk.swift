/// Hips, top and the mark on the working region.
extension Sculptor {
    /// A cut through the trunk: its middle and its half axes to the side and to the front on the drawing.
    struct Slice {
        var middle: Vector2
        var side: Vector2
        var front: Vector2

        /// How far the outline lies from the middle in a direction.
        func reach(_ direction: Vector2) -> Double {
            let across = side.dot(direction)
            let through = front.dot(direction)
            return (across * across + through * through).squareRoot()
        }
    }

    /// Trousers round hips and buttocks.
    func hips() -> [Outline] {
        let waist = [slice(.pelvis(1), 0.084, 0.05, 0.05), slice(.lumbar(0.4), 0.076, 0.043, 0.053)]
        return [tube([-0.75, -0.35, 0.3].map(seat) + waist)]
    }

    private func seat(_ share: Double) -> Slice {
        let round = share < -0.6 ? 0.82 : 1
        return slice(.pelvis(share), 0.091 * round, 0.056 * round, 0.049 * round)
    }

    /// The top, from below the waist to the neck.
    func top() -> [Outline] {
        let below = [slice(.pelvis(0.9), 0.083, 0.05, 0.053), slice(.lumbar(0.4), 0.077, 0.044, belly: 0.056)]
        let chest = [
            slice(.thoracic(0), 0.079, 0.046, belly: 0.061), slice(.thoracic(0.4), 0.09, 0.053, chest: 0.068),
            slice(.thoracic(0.72), 0.1, 0.053, chest: 0.06),
        ]
        let collar = [slice(.thoracic(0.96), 0.07, 0.042, 0.038), slice(.thoracic(1.1), 0.037, 0.032, 0.026)]
        return [tube(below + chest + collar)]
    }

    private enum Place {
        case pelvis(Double)
        case lumbar(Double)
        case thoracic(Double)
    }

    private func slice(_ place: Place, _ side: Double, _ back: Double, belly: Double) -> Slice {
        slice(place, side, back, belly * (1 + swell.belly * breath))
    }

    private func slice(_ place: Place, _ side: Double, _ back: Double, chest: Double) -> Slice {
        slice(place, side * (1 + swell.side * breath), back, chest * (1 + swell.chest * breath))
    }

    private func slice(_ place: Place, _ side: Double, _ back: Double, _ front: Double) -> Slice {
        let (point, frame) = locate(place)
        let middle = point + frame.forward * ((front - back) / 2 * body.trunk)
        return Slice(
            middle: project(middle), side: project(frame.right * (side * body.trunk)),
            front: project(frame.forward * ((front + back) / 2 * body.trunk)))
    }

    private func locate(_ place: Place) -> (point: Vector3, frame: Matrix3) {
        switch place {
        case .pelvis(let share): (skeleton.pelvis.toward(skeleton.sacrum, share), skeleton.pelvisFrame)
        case .lumbar(let share): (skeleton.sacrum.toward(skeleton.waist, share), skeleton.lumbarFrame)
        case .thoracic(let share): (skeleton.waist.toward(skeleton.c7, share), skeleton.thoracicFrame)
        }
    }

    /// The outline round slices, from the first up one side and down the other.
    private func tube(_ slices: [Slice]) -> Outline {
        var left: [Vector2] = []
        var right: [Vector2] = []
        for index in slices.indices {
            let slice = slices[index]
            let below = slices[max(index - 1, 0)].middle
            let above = slices[min(index + 1, slices.count - 1)].middle
            let aside = (above - below).unit(or: Vector2(0, -1)).normal
            left.append(slice.middle + aside * slice.reach(aside))
            right.append(slice.middle - aside * slice.reach(aside))
        }
        return grounded(Outline(points: left + right.reversed()))
    }

    /// The soft mark on the part of the body that works.
    func mark(_ shape: MarkShape) -> [Outline] {
        let frame = shape.isLumbar ? skeleton.lumbarFrame : skeleton.thoracicFrame
        let base = shape.isLumbar ? skeleton.sacrum : skeleton.waist
        let centre = base + frame * Vector3(shape.forward * body.trunk, shape.up, 0)
        return [grounded(ellipsoid(at: centre, frame, shape.depth, shape.height, shape.width * body.trunk))]
    }
}

/// Size and place of the mark, in body heights from the base of the thoracic or lumbar spine.
struct MarkShape: Sendable {
    var isLumbar = false
    var forward: Double
    var up: Double
    var depth: Double
    var height: Double
    var width: Double
}
