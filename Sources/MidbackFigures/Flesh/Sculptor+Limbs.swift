/// Arms and legs. Radii in body heights.
extension Sculptor {
    func upperArm(_ limbs: Skeleton.Limbs) -> [Outline] {
        let shift = limbs.upperArmFrame.forward * 0.003
        let top = limbs.shoulder.toward(limbs.elbow, 0.07)
        return [limb(top, 0.0335, limbs.elbow, 0.0255, belly: Belly(0.45, 0.0305, shift))]
    }

    func yoke(_ side: BodySide) -> [Outline] {
        let limbs = skeleton.limbs(side)
        let top = limbs.shoulder.toward(limbs.elbow, 0.07)
        let chest = skeleton.waist + skeleton.thoracicFrame * Vector3(0.002, 0.104, 0.055 * side.sign)
        return [limb(top, 0.0315, chest, 0.026, belly: Belly(0.5, 0.03))]
    }

    func forearm(_ limbs: Skeleton.Limbs) -> [Outline] {
        [limb(limbs.elbow, 0.0225, limbs.wrist, 0.0155, belly: Belly(0.32, 0.0235))]
    }

    func hand(_ limbs: Skeleton.Limbs) -> [Outline] {
        let palm = limb(
            limbs.wrist, 0.0155, limbs.wrist.toward(limbs.hand, 0.85), 0.0115, belly: Belly(0.45, 0.019))
        let frame = limbs.handFrame
        let thumb = limb(
            limbs.wrist + frame * Vector3(0.006, -0.014, 0), 0.009, limbs.wrist + frame * Vector3(0.023, -0.04, 0),
            0.0065, belly: Belly(0.5, 0.009))
        return [palm, thumb]
    }

    func thigh(_ limbs: Skeleton.Limbs) -> [Outline] {
        let shift = limbs.thighFrame.forward * 0.005
        return [limb(limbs.hip, 0.05, limbs.knee, 0.0345, belly: Belly(0.42, 0.049, shift))]
    }

    func shank(_ limbs: Skeleton.Limbs) -> [Outline] {
        let shift = limbs.shankFrame.forward * -0.008
        return [limb(limbs.knee, 0.034, limbs.ankle, 0.0225, belly: Belly(0.34, 0.0375, shift))]
    }

    func foot(_ limbs: Skeleton.Limbs) -> [Outline] {
        let frame = limbs.footFrame
        let heel = limbs.ankle + frame * Vector3(-0.018, -0.02, 0)
        let ball = limbs.ankle + frame * Vector3(0.094, -0.0275, 0)
        let sole = limb(heel, 0.02, ball, 0.0125, belly: Belly(0.45, 0.019, frame.up * 0.004))
        let instep = limb(
            limbs.ankle, 0.021, limbs.ankle + frame * Vector3(0.05, -0.022, 0), 0.015, belly: Belly(0.5, 0.0185))
        return [sole, instep]
    }
}
