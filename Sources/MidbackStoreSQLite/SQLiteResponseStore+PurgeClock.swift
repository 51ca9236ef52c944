import Foundation
import GRDB
import MidbackStore

extension SQLiteResponseStore {
    func purgeClock() async throws(StoreError) -> PurgeClock? {
        try await database.read(id: "") { database in
            if let row = try database.row("SELECT trusted, doubted FROM purge_clock", []) {
                let doubted: Int64? = row[1]
                return PurgeClock(
                    trusted: Date(milliseconds: row[0]), doubted: doubted.map(Date.init(milliseconds:)))
            }
            let newest = try Int64.fetchOne(database, sql: "SELECT MAX(last_used_at) FROM response")
            return newest.map { PurgeClock(trusted: Date(milliseconds: $0)) }
        }
    }

    func note(_ clock: PurgeClock) async throws(StoreError) {
        let (trusted, doubted) = (clock.trusted.milliseconds, clock.doubted?.milliseconds)
        _ = try await database.write(id: "") { database in
            try database.run(
                "INSERT OR REPLACE INTO purge_clock (only_row, trusted, doubted) VALUES (1, ?, ?)",
                [trusted, doubted])
        }
    }
}
