import GRDB
import MidbackStore

/// A write that waits for its turn, and the caller who waits for its commit.
struct PendingWrite: Sendable {
    /// Tells the caller; called once, after the commit.
    typealias Reply = @Sendable () -> Void

    /// Does the work inside an open transaction. It undoes only itself when it fails.
    let attempt: @Sendable (Database) -> Reply
    /// Tells the caller that nothing was stored.
    let refuse: @Sendable (any Error) -> Void

    init<Value: Sendable>(
        id: String, body: @escaping @Sendable (Database) throws -> Value,
        reply: @escaping @Sendable (Result<Value, StoreError>) -> Void
    ) {
        attempt = { database in
            let result = Self.run(body, in: database, id: id)
            return { reply(result) }
        }
        refuse = { reply(.failure(StoreError($0, id: id))) }
    }

    private static func run<Value>(
        _ body: (Database) throws -> Value, in database: Database, id: String
    ) -> Result<Value, StoreError> {
        do {
            return .success(try inSavepoint(body, of: database))
        } catch {
            return .failure(StoreError(error, id: id))
        }
    }

    private static func inSavepoint<Value>(
        _ body: (Database) throws -> Value, of database: Database
    ) throws -> Value {
        var value: Value?
        try database.inSavepoint {
            value = try body(database)
            return .commit
        }
        guard let value else { throw StoreError.unavailable(.failing) }
        return value
    }
}
