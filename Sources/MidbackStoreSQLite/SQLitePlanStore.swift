import Foundation
import GRDB
import MidbackSealing
import MidbackStore

/// Plans in SQLite.
struct SQLitePlanStore: PlanStore {
    let database: SQLiteDatabase

    func append(
        _ drafts: [PlanEntryDraft], to id: String, expectedLast: Int, key: TokenHash?, now: Date
    ) async throws(StoreError) -> PlanAppend {
        try StoreRules.require(StoreRules.accepts(drafts) && expectedLast >= 0, id: id)
        let entries = try seal(drafts, of: id, after: expectedLast)
        let now = now.milliseconds
        return try await database.write(id: id) { database in
            let response = try database.responseKey(id)
            guard try Self.isNew(key, response: response, now: now, in: database) else { return .alreadyHandled }
            try Self.requireLast(expectedLast, response: response, id: id, in: database)
            guard expectedLast + entries.count <= StoreLimits.planEntries else { throw StoreError.tooMany(id: id) }
            for entry in entries { try Self.insert(entry, response: response, now: now, in: database) }
            try SQLiteResponseStore.noteVisit(of: response, now: now, in: database)
            return .stored(last: expectedLast + entries.count)
        }
    }

    func entries(id: String) async throws(StoreError) -> [PlanEntry] {
        let sealer = database.sealer
        return try await database.read(id: id) { database in
            try database.rows(
                """
                SELECT number, kind, payload, recorded_at FROM response JOIN plan_entry ON response = key
                WHERE id = ? ORDER BY number
                """, [id]
            ).map { try Self.entry($0, of: id, openedBy: sealer) }
        }
    }

    /// Without a key every post is new.
    private static func isNew(_ key: TokenHash?, response: Int64, now: Int64, in database: Database) throws -> Bool {
        guard let key else { return true }
        return try SQLiteIdempotencyStore.claim(key, response: response, now: now, in: database)
    }

    private static func requireLast(_ number: Int, response: Int64, id: String, in database: Database) throws {
        let last = try database.nextNumber(in: "plan_entry", response: response) - 1
        guard last == number else { throw StoreError.conflict(id: id, latestVersion: last) }
    }

    /// Sealed before the write, so that nobody waits for it. A number too large for the count wraps around and is then
    /// found to be a conflict.
    private func seal(
        _ drafts: [PlanEntryDraft], of id: String, after last: Int
    ) throws(StoreError) -> [SealedEntry] {
        var entries: [SealedEntry] = []
        for draft in drafts {
            let number = last &+ entries.count &+ 1
            let context = SealedColumn.planPayload(id, number: number, kind: draft.kind.rawValue)
            let payload = try database.responses.seal(draft.payload, in: context, id: id)
            entries.append(SealedEntry(number: number, kind: draft.kind, payload: payload))
        }
        return entries
    }

    private static func insert(_ entry: SealedEntry, response: Int64, now: Int64, in database: Database) throws {
        try database.run(
            "INSERT INTO plan_entry (response, number, kind, payload, recorded_at) VALUES (?, ?, ?, ?, ?)",
            [response, entry.number, entry.kind.rawValue, entry.payload, now])
    }

    private static func entry(_ row: Row, of id: String, openedBy sealer: Sealer) throws -> PlanEntry {
        guard let kind = PlanEntry.Kind(rawValue: row[1]) else { throw StoreError.unreadable(id: id) }
        let context = SealedColumn.planPayload(id, number: row[0], kind: kind.rawValue)
        return PlanEntry(
            number: row[0], kind: kind, payload: try sealer.open(row[2], in: context),
            recordedAt: Date(milliseconds: row[3]))
    }
}

/// An entry as it is stored.
private struct SealedEntry: Sendable {
    let number: Int
    let kind: PlanEntry.Kind
    let payload: Data
}
