import Foundation
import GRDB
import MidbackSealing
import MidbackStore

extension SQLiteResponseStore {
    func acknowledge(_ acknowledgement: Acknowledgement, for id: String) async throws(StoreError) {
        try StoreRules.require(StoreRules.isWord(acknowledgement.page), id: id)
        let sealer = database.sealer
        let page = Data(acknowledgement.page.utf8)
        let at = acknowledgement.at.milliseconds
        try await database.write(id: id) { database in
            let key = try database.responseKey(id)
            let triage = try Self.number(of: acknowledgement.triageID, response: key, in: database)
            let number = try database.nextNumber(in: "acknowledgement", response: key)
            let sealed = try sealer.seal(page, in: SealedColumn.acknowledgedPage(id, number: number))
            try database.run(
                "INSERT INTO acknowledgement (response, number, triage_number, page, at) VALUES (?, ?, ?, ?, ?)",
                [key, number, triage, sealed, at])
        }
    }

    func acknowledgements(id: String) async throws(StoreError) -> [Acknowledgement] {
        let sealer = database.sealer
        return try await database.read(id: id) { database in
            try database.rows(
                """
                SELECT a.number, a.page, triage.id, a.at
                FROM response JOIN acknowledgement AS a ON a.response = key
                    LEFT JOIN triage ON triage.response = key AND triage.number = a.triage_number
                WHERE response.id = ? ORDER BY a.number
                """, [id]
            ).map { try Self.acknowledgement($0, of: id, openedBy: sealer) }
        }
    }

    /// Number of the decision that led to the page; it must belong to the same response.
    private static func number(of triageID: String?, response: Int64, in database: Database) throws -> Int? {
        guard let triageID else { return nil }
        let row = try database.row("SELECT number FROM triage WHERE id = ? AND response = ?", [triageID, response])
        guard let row else { throw StoreError.notFound(id: triageID) }
        return row[0]
    }

    private static func acknowledgement(_ row: Row, of id: String, openedBy sealer: Sealer) throws -> Acknowledgement {
        let page = try sealer.open(row[1], in: SealedColumn.acknowledgedPage(id, number: row[0]))
        return Acknowledgement(
            page: String(decoding: page, as: UTF8.self), triageID: row[2], at: Date(milliseconds: row[3]))
    }
}
