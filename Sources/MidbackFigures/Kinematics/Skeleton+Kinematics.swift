import Foundation

/// Lengths of the skeleton in body heights.
/// - Source: `evidence/exercises.md` section 2.2.
enum Bone {
    static let pelvis = 0.05
    static let lumbar = 0.10
    static let thoracic = 0.14
    static let neck = 0.05
    static let head = 0.05
    static let shoulderHeight = 0.12
    static let shoulderSide = 0.10
    static let hipSide = 0.055
    static let upperArm = 0.17
    static let forearm = 0.145
    static let hand = 0.07
    static let thigh = 0.245
    static let shank = 0.245
    static let heel = Vector3(-0.04, -0.04, 0)
    static let toe = Vector3(0.11, -0.04, 0)
}

extension Skeleton {
    /// The skeleton in a pose, with the pelvis in the middle of the world.
    public init(_ angles: PoseAngles) {
        buildTrunk(angles.values)
        right = limbs(of: .right, angles)
        left = limbs(of: .left, angles)
    }

    private mutating func buildTrunk(_ values: [Double]) {
        pelvisFrame = Self.trunkJoint(bend: values[0], side: values[1], twist: 0)
        lumbarFrame = pelvisFrame * Self.trunkJoint(bend: values[2], side: values[3], twist: values[4])
        thoracicFrame = lumbarFrame * Self.trunkJoint(bend: values[5], side: values[6], twist: values[7])
        neckFrame = thoracicFrame * Self.trunkJoint(bend: values[8], side: values[9], twist: values[10])
        headFrame = neckFrame * Self.trunkJoint(bend: values[11], side: values[12], twist: values[13])
        sacrum = pelvisFrame.up * Bone.pelvis
        waist = sacrum + lumbarFrame.up * Bone.lumbar
        c7 = waist + thoracicFrame.up * Bone.thoracic
        skull = c7 + neckFrame.up * Bone.neck
        head = skull + headFrame.up * Bone.head
    }

    private static func trunkJoint(bend: Double, side: Double, twist: Double) -> Matrix3 {
        .aboutY(-twist) * .aboutZ(-bend) * .aboutX(side)
    }

    private func limbs(of side: BodySide, _ angles: PoseAngles) -> Limbs {
        var limbs = Limbs()
        buildLeg(&limbs, side, angles)
        buildArm(&limbs, side, angles)
        return limbs
    }

    private func buildLeg(_ limbs: inout Limbs, _ side: BodySide, _ angles: PoseAngles) {
        let hip = Self.ballJoint(
            bend: angles.limb(.hip, side), away: angles.limb(.hipAbduction, side),
            turn: angles.limb(.hipRotation, side), side)
        limbs.thighFrame = pelvisFrame * hip
        limbs.shankFrame = limbs.thighFrame * .aboutZ(-angles.limb(.knee, side))
        limbs.footFrame = limbs.shankFrame * .aboutZ(angles.limb(.ankle, side))
        limbs.hip = pelvisFrame.right * (Bone.hipSide * side.sign)
        limbs.knee = limbs.hip - limbs.thighFrame.up * Bone.thigh
        limbs.ankle = limbs.knee - limbs.shankFrame.up * Bone.shank
        limbs.heel = limbs.ankle + limbs.footFrame * Bone.heel
        limbs.toe = limbs.ankle + limbs.footFrame * Bone.toe
    }

    private func buildArm(_ limbs: inout Limbs, _ side: BodySide, _ angles: PoseAngles) {
        let shoulder = Self.ballJoint(
            bend: angles.limb(.shoulder, side), away: angles.limb(.shoulderAbduction, side),
            turn: angles.limb(.shoulderRotation, side), side)
        limbs.upperArmFrame = thoracicFrame * shoulder
        limbs.forearmFrame = limbs.upperArmFrame * .aboutZ(angles.limb(.elbow, side))
        limbs.handFrame = limbs.forearmFrame * .aboutZ(angles.limb(.wrist, side))
        limbs.shoulder = waist + thoracicFrame * Self.shoulderOffset(side, angles)
        limbs.elbow = limbs.shoulder - limbs.upperArmFrame.up * Bone.upperArm
        limbs.wrist = limbs.elbow - limbs.forearmFrame.up * Bone.forearm
        limbs.hand = limbs.wrist - limbs.handFrame.up * Bone.hand
    }

    /// Where the shoulder blade carries the shoulder joint.
    private static func shoulderOffset(_ side: BodySide, _ angles: PoseAngles) -> Vector3 {
        let scapula = angles.limb(.scapula, side) * .pi / 180
        let shrug = angles.limb(.shrug, side) * .pi / 180
        return Vector3(
            Bone.shoulderSide * sin(scapula), Bone.shoulderHeight + Bone.shoulderSide * sin(shrug),
            Bone.shoulderSide * cos(scapula) * side.sign)
    }

    private static func ballJoint(bend: Double, away: Double, turn: Double, _ side: BodySide) -> Matrix3 {
        .aboutZ(bend) * .aboutX(-away * side.sign) * .aboutY(turn * side.sign)
    }
}
