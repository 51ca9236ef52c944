import Foundation
import GRDB
import MidbackSealing

/// A value sealed with each key the database was written with, so that a start with a wrong or a missing key fails at
/// once and not at the first answer.
struct KeyProof {
    private static let text = Data("midback".utf8)

    let sealer: Sealer

    /// Opens the proof of every key and adds the one of the current key.
    func check(_ database: Database) throws {
        let rows = try Row.fetchAll(database, sql: "SELECT key_id, proof FROM sealing_key")
        for row in rows { try open(row[1], keyID: row[0]) }
        guard !rows.contains(where: { $0[0] == sealer.currentKeyID }) else { return }
        try add(to: database)
    }

    private func open(_ proof: Data, keyID: String) throws {
        do {
            _ = try sealer.open(proof, in: context(keyID))
        } catch {
            throw OpenError.wrongKeys(error)
        }
    }

    private func add(to database: Database) throws {
        let id = sealer.currentKeyID
        try database.execute(
            sql: "INSERT INTO sealing_key (key_id, proof) VALUES (?, ?)",
            arguments: [id, try sealer.seal(Self.text, in: context(id))])
    }

    private func context(_ keyID: String) -> SealContext {
        SealContext(table: "sealing_key", column: "proof", row: keyID)
    }
}
