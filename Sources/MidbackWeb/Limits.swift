/// Bounds that keep one visitor from using up the server.
public struct Limits: Hashable, Sendable {
    /// A token bucket: `capacity` requests at once, then `perMinute` more each minute.
    public struct Rate: Hashable, Sendable {
        /// Requests that may come at once.
        public var capacity: Double
        /// Requests added each minute.
        public var perMinute: Double

        /// Makes a rate.
        public init(capacity: Double, perMinute: Double) {
            self.capacity = capacity
            self.perMinute = perMinute
        }

        /// No bound, for benchmarks.
        public static let unlimited = Rate(capacity: .infinity, perMinute: .infinity)
    }

    /// Largest form in bytes; the largest page of the survey stays under 8 KB.
    public var formBytes: Int
    /// Most fields of a form.
    public var formFields: Int
    /// Longest time a body may take to arrive, in seconds.
    public var bodySeconds: Double
    /// Time between an answer that did not wait for the body and the end of the connection, in seconds.
    public var lingerSeconds: Double
    /// A silent connection is closed after this time, in seconds.
    public var idleSeconds: Int
    /// Most connections at once.
    public var connections: Int
    /// Surveys started from one network. Wide, because a clinic's waiting room is one network.
    public var surveyStarts: Rate
    /// Tries of private links from one network.
    public var linkTries: Rate
    /// Changes of the answers of one survey. A person fills nine pages in some minutes.
    public var answerChanges: Rate
    /// Posts to the plan of one survey. Wide, because a device that was away for a month sends all its sessions at once.
    public var planPosts: Rate

    /// Makes limits.
    public init(
        formBytes: Int = 64 * 1024, formFields: Int = 500, bodySeconds: Double = 10,
        lingerSeconds: Double = 2, idleSeconds: Int = 30,
        connections: Int = 2_000, surveyStarts: Rate = Rate(capacity: 60, perMinute: 20),
        linkTries: Rate = Rate(capacity: 10, perMinute: 2),
        answerChanges: Rate = Rate(capacity: 200, perMinute: 40),
        planPosts: Rate = Rate(capacity: 120, perMinute: 20)
    ) {
        self.formBytes = formBytes
        self.formFields = formFields
        self.bodySeconds = bodySeconds
        self.lingerSeconds = lingerSeconds
        self.idleSeconds = idleSeconds
        self.connections = connections
        self.surveyStarts = surveyStarts
        self.linkTries = linkTries
        self.answerChanges = answerChanges
        self.planPosts = planPosts
    }
}
