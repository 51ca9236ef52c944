import Foundation
import MidbackStore

extension SQLiteDatabase {
    /// Brings database and erasure file together: what only the file knows was undone by a backup and is erased again,
    /// what only the database knows is added to the file. To be called at each start.
    /// - Returns: how many responses were erased again.
    /// - Throws: when the file cannot be read or written; the database is then as it was, or more is erased.
    public func reapplyErasures() async throws -> Int {
        let (listed, known) = (try erasureFile.read(), try await erasures.erasures(since: nil))
        let (listedHashes, knownHashes) = (Set(listed.map(\.idHash)), Set(known.map(\.idHash)))
        let undone = listed.filter { !knownHashes.contains($0.idHash) }
        let count = undone.isEmpty ? 0 : try await erasures.reapply(undone)
        try erasureFile.append(known.filter { !listedHashes.contains($0.idHash) })
        return count
    }

    /// Notes an erasure beside the database. The database has it already, so a failure is made good at the next start.
    func noteBeside(_ erasure: Erasure) { try? erasureFile.append([erasure]) }
}
