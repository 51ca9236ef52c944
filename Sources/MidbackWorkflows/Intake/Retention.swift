public import MidbackStore

/// The job that erases what is kept long enough.
public struct Retention: Sendable {
    private let store: any ResponseStore
    private let policy: RetentionPolicy
    private let environment: Environment

    /// For one store.
    public init(store: any ResponseStore, policy: RetentionPolicy, environment: Environment) {
        self.store = store
        self.policy = policy
        self.environment = environment
    }

    /// Erases once what is due.
    public func purge() async throws(IntakeError) -> PurgeCounts {
        let now = environment.now()
        return try await storing { () async throws(StoreError) in try await store.purgeExpired(policy: policy, now: now)
        }
    }
}
