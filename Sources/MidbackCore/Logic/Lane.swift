/// Two three-valued truths in one byte, evaluated side by side.
///
/// The *rule lane* reads "not asked" as no; the *evidence lane* reads it as unknown. In each lane one bit says "can be
/// true" and one "can be false": yes has only the first, no only the second, unknown both (Kleene logic).
/// - Source: `survey.md` section 1.3.
struct Lane: Hashable, Sendable {
    var bits: UInt8

    /// yes in both lanes.
    static let yes = Lane(bits: 0b0101)
    /// no in both lanes.
    static let no = Lane(bits: 0b1010)
    /// unknown in both lanes: a danger answer that is still possible.
    static let unknown = Lane(bits: 0b1111)
    /// Not asked or not answered: no for rules, unknown for evidence.
    static let notAsked = Lane(bits: 0b1110)

    /// The bits of the rule lane.
    static let ruleBits: UInt8 = 0b11
    private static let trueBits: UInt8 = 0b0101
    private static let falseBits: UInt8 = 0b1010

    /// Composes the two lanes.
    init(bits: UInt8) { self.bits = bits }

    /// The same truth in both lanes.
    init(_ value: Bool) { self = value ? .yes : .no }

    /// Lanes given one by one.
    init(rule: Truth, evidence: Truth) {
        bits = rule.bits | (evidence.bits << 2)
    }

    /// What the rules see.
    var rule: Truth { Truth(bits: bits & 0b11) }
    /// What the likelihoods see.
    var evidence: Truth { Truth(bits: bits >> 2) }

    func and(_ other: Lane) -> Lane {
        Lane(bits: (bits & other.bits & Self.trueBits) | ((bits | other.bits) & Self.falseBits))
    }

    func or(_ other: Lane) -> Lane {
        Lane(bits: ((bits | other.bits) & Self.trueBits) | (bits & other.bits & Self.falseBits))
    }

    var negated: Lane {
        Lane(bits: ((bits & Self.trueBits) << 1) | ((bits & Self.falseBits) >> 1))
    }

    /// The same rule lane, but no evidence either way.
    var silent: Lane { Lane(bits: bits | 0b1100) }

    /// Unknown in the rule lane becomes no: findings of optional items never hold the level up.
    var withoutPossibility: Lane { bits & 0b11 == 0b11 ? Lane(bits: (bits & 0b1100) | 0b10) : self }
}

/// yes, no or unknown.
public enum Truth: UInt8, Sendable {
    /// True.
    case yes = 0b01
    /// False.
    case no = 0b10
    /// Cannot be told.
    case unknown = 0b11

    fileprivate init(bits: UInt8) {
        switch bits {
        case 0b01: self = .yes
        case 0b11: self = .unknown
        default: self = .no
        }
    }
    fileprivate var bits: UInt8 { rawValue }
}
