/// All stores of one database, as the program hands them to those who need them.
public struct Stores: Sendable {
    /// The surveys.
    public let responses: any ResponseStore
    /// The plans.
    public let plans: any PlanStore
    /// The posts that were handled.
    public let idempotency: any IdempotencyStore
    /// The erasures on request.
    public let erasures: any ErasureLedger
    /// Health and closing.
    public let health: any StoreHealth

    /// Bundles stores that belong together.
    public init(
        responses: any ResponseStore, plans: any PlanStore, idempotency: any IdempotencyStore,
        erasures: any ErasureLedger, health: any StoreHealth
    ) {
        self.responses = responses
        self.plans = plans
        self.idempotency = idempotency
        self.erasures = erasures
        self.health = health
    }
}
