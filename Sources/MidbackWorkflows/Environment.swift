public import Foundation

/// What a workflow may not compute: the time, chance and new ids. Nothing else in the program asks the system for them,
/// so that every result can be repeated.
public struct Environment: Sendable {
    /// The present time.
    public var now: @Sendable () -> Date
    /// That many bytes nobody can guess.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8]
    /// A new random id.
    public var uuid: @Sendable () -> UUID

    /// Makes an environment.
    public init(
        now: @escaping @Sendable () -> Date, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        uuid: @escaping @Sendable () -> UUID
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.uuid = uuid
    }

    /// The system's clock and its cryptographic source of randomness.
    public static let live = Environment(
        now: { Date() },
        randomBytes: { count in
            var source = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        },
        uuid: { UUID() })

    /// Stops the program at first use: a test names every effect it relies on.
    public static let unimplemented = Environment(
        now: { preconditionFailure("this test did not expect to need the time") },
        randomBytes: { _ in preconditionFailure("this test did not expect to need random bytes") },
        uuid: { preconditionFailure("this test did not expect to need an id") })
}
