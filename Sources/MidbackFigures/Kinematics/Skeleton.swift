/// A posed skeleton: where every joint is and how every body part is turned.
/// - Source: `evidence/exercises.md` sections 2.2 and 2.4.
public struct Skeleton: Hashable, Sendable {
    /// An arm and a leg.
    struct Limbs: Hashable, Sendable {
        var shoulder = Vector3.zero
        var elbow = Vector3.zero
        var wrist = Vector3.zero
        var hand = Vector3.zero
        var hip = Vector3.zero
        var knee = Vector3.zero
        var ankle = Vector3.zero
        var heel = Vector3.zero
        var toe = Vector3.zero
        var upperArmFrame = Matrix3.identity
        var forearmFrame = Matrix3.identity
        var handFrame = Matrix3.identity
        var thighFrame = Matrix3.identity
        var shankFrame = Matrix3.identity
        var footFrame = Matrix3.identity
    }

    /// Between the hip joints.
    var pelvis = Vector3.zero
    /// Top of the sacrum.
    var sacrum = Vector3.zero
    /// Between lumbar and thoracic spine.
    var waist = Vector3.zero
    var c7 = Vector3.zero
    /// Base of the skull.
    var skull = Vector3.zero
    var head = Vector3.zero
    var pelvisFrame = Matrix3.identity
    var lumbarFrame = Matrix3.identity
    var thoracicFrame = Matrix3.identity
    var neckFrame = Matrix3.identity
    var headFrame = Matrix3.identity
    var right = Limbs()
    var left = Limbs()

    /// The limbs of one side.
    func limbs(_ side: BodySide) -> Limbs { side == .right ? right : left }

    /// Where a point is.
    public subscript(point: BodyPoint) -> Vector3 {
        switch point {
        case .pelvis: pelvis
        case .c7: c7
        case .head: head
        case .limb(let part, let side): limbs(side)[part]
        }
    }

    /// Moves the whole figure.
    mutating func move(by offset: Vector3) {
        pelvis = pelvis + offset
        sacrum = sacrum + offset
        waist = waist + offset
        c7 = c7 + offset
        skull = skull + offset
        head = head + offset
        right.move(by: offset)
        left.move(by: offset)
    }
}

extension Skeleton.Limbs {
    subscript(part: BodyPoint.Part) -> Vector3 {
        switch part {
        case .hip: hip
        case .knee: knee
        case .ankle: ankle
        case .heel: heel
        case .toe: toe
        case .foot: heel.toward(toe, 0.5)
        case .shoulder: shoulder
        case .elbow: elbow
        case .wrist: wrist
        case .hand: hand
        }
    }

    mutating func move(by offset: Vector3) {
        shoulder = shoulder + offset
        elbow = elbow + offset
        wrist = wrist + offset
        hand = hand + offset
        hip = hip + offset
        knee = knee + offset
        ankle = ankle + offset
        heel = heel + offset
        toe = toe + offset
    }
}
