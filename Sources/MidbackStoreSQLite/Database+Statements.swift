import GRDB
import MidbackStore

/// Statements are prepared once per connection.
extension Database {
    /// - Returns: how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try cachedStatement(sql: sql).execute(arguments: arguments)
        return changesCount
    }

    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    /// The number of a response inside this database.
    func responseKey(_ id: String) throws -> Int64 {
        let row = try row("SELECT key FROM response WHERE id = ?", [id])
        guard let row else { throw StoreError.notFound(id: id) }
        return row[0]
    }

    /// One more than the largest number of the response in a numbered table.
    func nextNumber(in table: String, response: Int64) throws -> Int {
        let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM \(table) WHERE response = ?"
        return try row(sql, [response]).map { $0[0] } ?? 1
    }
}
