/// Settings that fit most machines; tests and benchmarks change them.
public struct SQLiteOptions: Hashable, Sendable {
    /// Connections for reading.
    public var readers: Int
    /// Most writes that share one commit.
    public var largestBatch: Int
    /// Most writes that may wait; beyond it a write throws `unavailable(.busy)` at once.
    public var longestQueue: Int
    /// How long a connection waits for another process, in seconds.
    public var busyTimeout: Double

    /// Makes options.
    public init(readers: Int = 4, largestBatch: Int = 64, longestQueue: Int = 10_000, busyTimeout: Double = 5) {
        self.readers = readers
        self.largestBatch = largestBatch
        self.longestQueue = longestQueue
        self.busyTimeout = busyTimeout
    }
}
