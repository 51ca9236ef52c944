public import Logging
public import MidbackContent
public import MidbackCore
public import MidbackStore
public import MidbackWorkflows

/// What a server is built on. The command makes the real ones; tests make their own.
public struct Dependencies: Sendable {
    /// The engine with its content.
    public var engine: Engine
    /// Exercises and what makes a plan.
    public var plan: PlanContent
    /// Where surveys are kept.
    public var responses: any ResponseStore
    /// Where plans are kept.
    public var plans: any PlanStore
    /// State of the storage, for `/readyz`.
    public var health: any StoreHealth
    /// Clock and randomness.
    public var environment: Environment
    /// Where log lines go; `JSONLogHandler` makes one line of JSON of each.
    public var logger: Logger

    /// Collects them.
    public init(
        engine: Engine, plan: PlanContent, responses: any ResponseStore, plans: any PlanStore,
        health: any StoreHealth, environment: Environment = .live,
        logger: Logger
    ) {
        self.engine = engine
        self.plan = plan
        self.responses = responses
        self.plans = plans
        self.health = health
        self.environment = environment
        self.logger = logger
    }
}
