import GRDB
import MidbackStore

/// Runs writes one after another and lets those that wait together share one commit, because a commit costs a flush of
/// the disk and a write does not. A caller continues only after the commit that holds its write.
actor WriteQueue {
    private let pool: DatabasePool
    private let options: SQLiteOptions
    private var waiting: [PendingWrite] = []
    private var isRunning = false
    /// How often the disk was asked to keep something.
    private(set) var commits = 0
    private var isClosed = false
    private var onIdle: [CheckedContinuation<Void, Never>] = []

    init(pool: DatabasePool, options: SQLiteOptions) {
        self.pool = pool
        self.options = options
    }

    /// Runs `body` in a transaction it may share. `body` may run twice, so it must have no effect outside the database.
    /// - Parameter id: what the error names when a rule of the schema is broken.
    func write<Value: Sendable>(
        id: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        guard !isClosed else { throw .unavailable(.closed) }
        guard waiting.count < options.longestQueue else { throw .unavailable(.busy) }
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            enqueue(PendingWrite(id: id, body: body) { continuation.resume(returning: $0) })
        }
        return try result.get()
    }

    /// Refuses new writes and returns when the waiting ones are done.
    /// - Returns: `false` when it was closed before.
    func close() async -> Bool {
        guard !isClosed else { return false }
        isClosed = true
        if isRunning { await withCheckedContinuation { onIdle.append($0) } }
        return true
    }

    private func enqueue(_ write: PendingWrite) {
        waiting.append(write)
        guard !isRunning else { return }
        isRunning = true
        // A task of its own: a visitor who goes away must not stop the writes of others.
        Task { await run() }
    }

    private func run() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(options.largestBatch))
            waiting.removeFirst(batch.count)
            await commit(batch)
        }
        isRunning = false
        onIdle.forEach { $0.resume() }
        onIdle = []
    }

    /// When a shared commit fails, each write gets a transaction of its own, so that only the guilty one fails. Not so
    /// when another process holds the database: each would wait for it once more.
    private func commit(_ batch: [PendingWrite]) async {
        do {
            try await commitTogether(batch)
        } catch {
            let isHopeless = batch.count == 1 || StoreError(error, id: "") == .unavailable(.busy)
            guard !isHopeless else { return batch.forEach { $0.refuse(error) } }
            for write in batch { await commit([write]) }
        }
    }

    private func commitTogether(_ batch: [PendingWrite]) async throws {
        let replies = try await pool.writeWithoutTransaction { database in
            try Self.transaction(batch, in: database)
        }
        commits += 1
        replies.forEach { $0() }
    }

    private static func transaction(
        _ batch: [PendingWrite], in database: Database
    ) throws -> [PendingWrite.Reply] {
        var replies: [PendingWrite.Reply] = []
        try database.inTransaction(.immediate) {
            for write in batch {
                replies.append(write.attempt(database))
                // A full disk makes SQLite roll back everything; going on would commit half of the batch.
                guard database.isInsideTransaction else { throw StoreError.unavailable(.failing) }
            }
            return .commit
        }
        return replies
    }
}
