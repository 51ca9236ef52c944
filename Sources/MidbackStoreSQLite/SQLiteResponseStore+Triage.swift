import Foundation
import GRDB
import MidbackSealing
import MidbackStore

extension SQLiteResponseStore {
    @discardableResult
    func recordTriage(_ draft: TriageDraft, for id: String, now: Date) async throws(StoreError) -> Int {
        try StoreRules.require(StoreRules.accepts(draft), id: draft.id)
        let sealed = try SealedTriage(sealing: draft, of: id, in: self)
        let now = now.milliseconds
        return try await database.write(id: draft.id) { database in
            let key = try database.responseKey(id)
            try Self.requireVersion(draft.answersVersion, response: key, id: id, in: database)
            let number = try database.nextNumber(in: "triage", response: key)
            try Self.insert(draft, sealed, key: key, number: number, now: now, in: database)
            return number
        }
    }

    func triages(id: String) async throws(StoreError) -> [TriageRecord] {
        try await triages(where: "response.id = ?", [id], id: id)
    }

    func triages(id: String, answersVersion: Int) async throws(StoreError) -> [TriageRecord] {
        try await triages(where: "response.id = ? AND answers_number = ?", [id, answersVersion], id: id)
    }

    func triage(id: String) async throws(StoreError) -> TriageRecord? {
        try await triages(where: "triage.id = ?", [id], id: id).first
    }

    private static func requireVersion(_ number: Int, response: Int64, id: String, in database: Database) throws {
        let sql = "SELECT 1 FROM answers_version WHERE response = ? AND number = ?"
        guard try database.row(sql, [response, number]) != nil else { throw StoreError.notFound(id: id) }
    }

    private static func insert(
        _ draft: TriageDraft, _ sealed: SealedTriage, key: Int64, number: Int, now: Int64, in database: Database
    ) throws {
        try database.run(
            """
            INSERT INTO triage (id, response, number, answers_number, pack_version, pack_digest, engine_version,
                language, payload, shown_texts, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                draft.id, key, number, draft.answersVersion, draft.packVersion, draft.packDigest, draft.engineVersion,
                draft.language, sealed.payload, sealed.shownTexts, now,
            ])
    }

    private func triages(
        where condition: String, _ values: StatementArguments, id: String
    ) async throws(StoreError) -> [TriageRecord] {
        let sealer = database.sealer
        return try await database.read(id: id) { database in
            try database.rows("\(TriageRow.select) WHERE \(condition) ORDER BY triage.number", values)
                .map { try TriageRow($0).record(openedBy: sealer) }
        }
    }
}

/// The sealed columns of a decision. Text ids are joined by line feeds, which no id holds.
private struct SealedTriage: Sendable {
    let payload: Data
    let shownTexts: Data

    init(sealing draft: TriageDraft, of id: String, in store: SQLiteResponseStore) throws(StoreError) {
        let version = draft.answersVersion
        let shown = Data(draft.shownTexts.joined(separator: "\n").utf8)
        payload = try store.seal(
            draft.payload, in: SealedColumn.triagePayload(id, triageID: draft.id, answersVersion: version), id: id)
        shownTexts = try store.seal(
            shown, in: SealedColumn.triageShownTexts(id, triageID: draft.id, answersVersion: version), id: id)
    }
}

/// A row of decisions as it is stored.
private struct TriageRow {
    static let select = """
        SELECT response.id, triage.number, triage.id, answers_number, triage.pack_version, triage.pack_digest,
            engine_version, triage.language, payload, shown_texts, recorded_at,
            (SELECT MIN(at) FROM acknowledgement AS a WHERE a.response = key AND a.triage_number = triage.number)
        FROM triage JOIN response ON key = response
        """

    private let row: Row
    private let responseID: String
    private let triageID: String
    private let version: Int

    init(_ row: Row) {
        self.row = row
        responseID = row[0]
        triageID = row[2]
        version = row[3]
    }

    func record(openedBy sealer: Sealer) throws -> TriageRecord {
        let acknowledgedAt: Int64? = row[11]
        return TriageRecord(
            responseID: responseID, number: row[1], decision: try decision(openedBy: sealer),
            recordedAt: Date(milliseconds: row[10]), acknowledgedAt: acknowledgedAt.map(Date.init(milliseconds:)))
    }

    private func decision(openedBy sealer: Sealer) throws -> TriageDraft {
        let payload = try sealer.open(
            row[8], in: SealedColumn.triagePayload(responseID, triageID: triageID, answersVersion: version))
        let shown = try sealer.open(
            row[9], in: SealedColumn.triageShownTexts(responseID, triageID: triageID, answersVersion: version))
        return TriageDraft(
            id: triageID, answersVersion: version, packVersion: row[4], packDigest: row[5], engineVersion: row[6],
            language: row[7], payload: payload,
            shownTexts: String(decoding: shown, as: UTF8.self).split(separator: "\n").map(String.init))
    }
}
