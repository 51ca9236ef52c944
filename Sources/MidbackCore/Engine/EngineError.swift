/// A pack that cannot be compiled: where, and what is wrong there. The content check reports the same with a line.
public struct EngineError: Error, Hashable, Sendable {
    /// Rule, finding, item or cause.
    public var place: String
    /// What is wrong.
    public var problem: ExpressionError

    /// Makes an error.
    public init(place: String, problem: ExpressionError) {
        self.place = place
        self.problem = problem
    }
}
