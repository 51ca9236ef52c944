public import MidbackCore

/// Complete random responses, the same for the same seed.
public struct WalkSample {
    private let walker: RandomWalker

    /// For the survey of one engine.
    public init(_ engine: Engine) { walker = RandomWalker(engine) }

    /// `count` responses.
    public func responses(_ count: Int, seed: UInt64) -> [QuestionnaireResponse] {
        var random = RandomSource(seed: seed)
        return (0..<count).map { _ in walker.walk(&random) }
    }
}
