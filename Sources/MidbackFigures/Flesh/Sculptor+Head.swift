/// Neck and head. The head is two overlapping ellipsoids, hair and face, so that it can be seen from anywhere.
extension Sculptor {
    func neck() -> [Outline] {
        let base = skeleton.waist.toward(skeleton.c7, 0.93)
        let top = skeleton.skull.toward(skeleton.head, 0.35)
        return [limb(base, 0.034, top, 0.029, belly: Belly(0.55, 0.0285))]
    }

    func hair() -> [Outline] {
        let frame = skeleton.headFrame
        let skull = ellipsoid(at: skeleton.head + frame * Vector3(-0.005, 0.011, 0), frame, 0.059, 0.059, 0.05)
        let nape = ellipsoid(at: skeleton.head + frame * Vector3(-0.022, -0.012, 0), frame, 0.036, 0.04, 0.041)
        return [skull, nape].map(grounded)
    }

    func face() -> [Outline] {
        let frame = skeleton.headFrame
        let cheeks = ellipsoid(at: skeleton.head + frame * Vector3(0.014, -0.008, 0), frame, 0.045, 0.05, 0.0425)
        let chin = ellipsoid(at: skeleton.head + frame * Vector3(0.024, -0.035, 0), frame, 0.029, 0.027, 0.028)
        let nose = ellipsoid(at: skeleton.head + frame * Vector3(0.058, -0.013, 0), frame, 0.0105, 0.0105, 0.008)
        return [cheeks, chin, nose].map(grounded)
    }

    /// Eyes and a small mouth, to show where the face looks.
    func features() -> [Outline] {
        let frame = skeleton.headFrame
        let eyes = [1.0, -1].map { side in
            ellipsoid(at: skeleton.head + frame * Vector3(0.047, 0.003, 0.0185 * side), frame, 0.0035, 0.006, 0.0042)
        }
        return eyes + [smile]
    }

    private var smile: Outline {
        let corners = [(-0.0125, -0.029), (-0.007, -0.0335), (0.007, -0.0335), (0.0125, -0.029)]
        let lips = corners + corners.reversed().map { ($0.0 * 0.9, $0.1 - 0.0045) }
        return Outline(
            points: lips.map { side, up in
                project(skeleton.head + skeleton.headFrame * Vector3(0.05, up, side))
            })
    }

    func ear(_ side: BodySide) -> [Outline] {
        let frame = skeleton.headFrame
        let centre = skeleton.head + frame * Vector3(-0.008, -0.011, 0.046 * side.sign)
        return [ellipsoid(at: centre, frame, 0.0105, 0.016, 0.005)]
    }
}
