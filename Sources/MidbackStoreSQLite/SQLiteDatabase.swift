import Foundation
import GRDB
public import MidbackSealing
public import MidbackStore

/// One open database file and the stores in it.
///
/// Durable: WAL with `synchronous=FULL`, so a committed write survives a crash and a power loss. Erased bytes are
/// overwritten (`secure_delete`).
public final class SQLiteDatabase: Sendable {
    let pool: DatabasePool
    let queue: WriteQueue
    let sealer: Sealer
    let erasureFile: ErasureFile

    /// Opens the database of a data folder, makes it when it is missing, and brings its schema up to date.
    /// The folder must be closed to others; a folder that is missing or empty is closed here.
    public static func open(
        folder: String, sealer: Sealer, options: SQLiteOptions = SQLiteOptions()
    ) throws(OpenError) -> SQLiteDatabase {
        try open(folder: folder, sealer: sealer, options: options, upTo: nil)
    }

    /// Whether the folder holds a database. Ask before making a key file.
    public static func exists(inFolder folder: String) -> Bool {
        FileManager.default.fileExists(atPath: DataFolder(path: folder).database)
    }

    init(pool: DatabasePool, sealer: Sealer, erasureFile: ErasureFile, options: SQLiteOptions) {
        self.pool = pool
        self.erasureFile = erasureFile
        self.sealer = sealer
        queue = WriteQueue(pool: pool, options: options)
    }

    /// The stores in this database. Close it through their `health`.
    public var stores: Stores {
        Stores(
            responses: responses, plans: plans, idempotency: idempotency, erasures: erasures, health: health)
    }

    var responses: SQLiteResponseStore { SQLiteResponseStore(database: self) }
    var plans: SQLitePlanStore { SQLitePlanStore(database: self) }
    var idempotency: SQLiteIdempotencyStore { SQLiteIdempotencyStore(database: self) }
    var erasures: SQLiteErasureLedger { SQLiteErasureLedger(database: self) }
    var health: SQLiteHealth { SQLiteHealth(database: self) }

    /// Writes in a transaction and returns after its commit.
    func write<Value: Sendable>(
        id: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try await queue.write(id: id, body)
    }

    /// Reads one consistent state.
    func read<Value: Sendable>(
        id: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw StoreError(error, id: id)
        }
    }

    /// Moves everything into the main file and empties the side file.
    func checkpoint() async throws(StoreError) {
        do {
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch {
            throw StoreError(error, id: "")
        }
    }

    /// After an erasure: what is erased should leave the side file at once. A reader in the way only delays that to the
    /// next checkpoint, so it is no failure of the erasure.
    func checkpointIfPossible() async { try? await checkpoint() }
}
