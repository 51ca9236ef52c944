import Crypto
import Foundation
import GRDB
import MidbackStore

/// Erasures on request in SQLite.
struct SQLiteErasureLedger: ErasureLedger {
    let database: SQLiteDatabase

    func erasures(since: Date?) async throws(StoreError) -> [Erasure] {
        let since = since?.milliseconds ?? .min
        return try await database.read(id: "") { database in
            try database.rows("SELECT id_hash, at FROM erasure WHERE at >= ? ORDER BY at, id_hash", [since])
                .map { Erasure(idHash: TokenHash(digest: $0[0] as Data), at: Date(milliseconds: $0[1])) }
        }
    }

    func reapply(_ erasures: [Erasure]) async throws(StoreError) -> Int {
        let hashes = Set(erasures.map(\.idHash))
        let count = try await database.write(id: "") { database in
            let found = try Self.keys(of: hashes, in: database)
            for key in found { try SQLiteResponseStore.erase(key, in: database) }
            for entry in erasures { try Self.add(entry, to: database) }
            return found.count
        }
        await database.checkpointIfPossible()
        return count
    }

    static func hash(of id: String) -> TokenHash { TokenHash(digest: SHA256.hash(data: Data(id.utf8))) }

    static func add(_ entry: Erasure, to database: Database) throws {
        try database.run(
            "INSERT INTO erasure (id_hash, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [entry.idHash.blob, entry.at.milliseconds])
    }

    private static func keys(of hashes: Set<TokenHash>, in database: Database) throws -> [Int64] {
        try Row.fetchAll(database, sql: "SELECT key, id FROM response")
            .filter { hashes.contains(hash(of: $0[1])) }
            .map { $0[0] }
    }
}
