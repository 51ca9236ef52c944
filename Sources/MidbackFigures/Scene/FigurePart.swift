/// One piece of the figure in one colour.
enum FigurePart: Hashable, Sendable {
    case neck, hips, top, mark, hair, face, features
    case ear(BodySide)
    case upperArm(BodySide)
    /// Joins a sleeve to the top, over the edge between them.
    case yoke(BodySide)
    case forearm(BodySide)
    case hand(BodySide)
    case thigh(BodySide)
    case shank(BodySide)
    case foot(BodySide)

    func outlines(_ sculptor: Sculptor, mark: MarkShape) -> [Outline] {
        let skeleton = sculptor.skeleton
        switch self {
        case .neck: return sculptor.neck()
        case .hips: return sculptor.hips()
        case .top: return sculptor.top()
        case .mark: return sculptor.mark(mark)
        case .hair: return sculptor.hair()
        case .face: return sculptor.face()
        case .features: return sculptor.features()
        case .ear(let side): return sculptor.ear(side)
        case .upperArm(let side): return sculptor.upperArm(skeleton.limbs(side))
        case .yoke(let side): return sculptor.yoke(side)
        case .forearm(let side): return sculptor.forearm(skeleton.limbs(side))
        case .hand(let side): return sculptor.hand(skeleton.limbs(side))
        case .thigh(let side): return sculptor.thigh(skeleton.limbs(side))
        case .shank(let side): return sculptor.shank(skeleton.limbs(side))
        case .foot(let side): return sculptor.foot(skeleton.limbs(side))
        }
    }

    /// Whether a line is drawn round it.
    var hasEdge: Bool {
        switch self {
        case .mark, .features, .yoke, .ear: false
        case .neck, .hips, .top, .hair, .face, .upperArm, .forearm, .hand, .thigh, .shank, .foot: true
        }
    }

    func paint(isFar: Bool, isBarefoot: Bool) -> Paint {
        switch self {
        case .hair, .features: .hair
        case .mark: .mark
        case .hips, .thigh, .shank: isFar ? .trousersFar : .trousers
        case .top, .upperArm, .yoke: isFar ? .topFar : .top
        case .neck, .ear: .skinFar
        case .face, .forearm, .hand: isFar ? .skinFar : .skin
        case .foot where isBarefoot: isFar ? .skinFar : .skin
        case .foot: isFar ? .shoeFar : .shoe
        }
    }
}

/// Pieces that are drawn together, with one common edge.
struct FigureLayer: Hashable, Sendable {
    /// Letters for ids.
    var name: String
    var parts: [FigurePart]
    /// Whether a pillow under the belly is drawn before it: arms and the mark.
    var isOverPillow: Bool { name.hasPrefix("a") || name == "m" }
    /// Whether it lies behind its twin and is drawn darker.
    var isFar: Bool
}
