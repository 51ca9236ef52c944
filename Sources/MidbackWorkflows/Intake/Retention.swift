public import Foundation
public import MidbackStore

/// The job that erases what is kept long enough.
///
/// A clock far ahead would make everything look old, so a time that jumped erases nothing: it is believed when it has
/// gone on by itself for a day, or when the operator says so.
public struct Retention: Sendable {
    /// What a run did.
    public enum Outcome: Hashable, Sendable {
        /// Erased what was due.
        case purged(PurgeCounts)
        /// The clock jumped; nothing was erased. `believedAfter` is when it will be believed if it goes on.
        case doubted(days: Int, believedAfter: Date)
    }

    /// A pause between two runs that needs no explanation.
    public static let plausible: TimeInterval = 7 * RetentionPolicy.day
    /// How long a time that jumped has to go on before it is believed.
    public static let probation: TimeInterval = RetentionPolicy.day

    private let store: any ResponseStore
    private let policy: RetentionPolicy
    private let environment: Environment
    private let trustsClock: Bool

    /// For one store.
    /// - Parameter trustsClock: the operator has looked at the clock: a jump is believed at once.
    public init(
        store: any ResponseStore, policy: RetentionPolicy, environment: Environment, trustsClock: Bool = false
    ) {
        self.store = store
        self.policy = policy
        self.environment = environment
        self.trustsClock = trustsClock
    }

    /// Erases once what is due.
    public func purge() async throws(IntakeError) -> Outcome {
        let now = environment.now()
        let known = try await storing { () async throws(StoreError) in try await store.purgeClock() }
        let clock = judge(now, known)
        try await storing { () async throws(StoreError) in try await store.note(clock) }
        if let doubted = clock.doubted {
            let days = now.timeIntervalSince(clock.trusted) / RetentionPolicy.day
            return .doubted(days: Int(days), believedAfter: doubted.addingTimeInterval(Self.probation))
        }
        return .purged(
            try await storing { () async throws(StoreError) in try await store.purgeExpired(policy: policy, now: now) })
    }

    /// A clock that goes back erases less, so it is believed.
    private func judge(_ now: Date, _ known: PurgeClock?) -> PurgeClock {
        guard let known, !trustsClock, now.timeIntervalSince(known.trusted) > Self.plausible else {
            return PurgeClock(trusted: now)
        }
        guard let doubted = known.doubted, (0...Self.plausible).contains(now.timeIntervalSince(doubted)) else {
            return PurgeClock(trusted: known.trusted, doubted: now)
        }
        let hasGoneOn = now.timeIntervalSince(doubted) >= Self.probation
        return hasGoneOn ? PurgeClock(trusted: now) : known
    }
}
