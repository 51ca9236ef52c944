import GRDB
import MidbackSealing
import MidbackStore

extension StoreError {
    /// Translates what GRDB or the sealer threw while working on `id`.
    init(_ error: any Error, id: String) {
        switch error {
        case let error as StoreError: self = error
        case is SealingError: self = .unreadable(id: id)
        case let error as DatabaseError: self.init(database: error, id: id)
        default: self = .unavailable(.busy)  // a cancelled task; nothing was stored
        }
    }

    private init(database error: DatabaseError, id: String) {
        switch (error.resultCode, error.extendedResultCode) {
        case (_, .SQLITE_CONSTRAINT_UNIQUE), (_, .SQLITE_CONSTRAINT_PRIMARYKEY): self = .alreadyExists(id: id)
        case (.SQLITE_CONSTRAINT, _), (.SQLITE_TOOBIG, _): self = .rejected(id: id)
        case (.SQLITE_FULL, _): self = .unavailable(.full)
        case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _), (.SQLITE_INTERRUPT, _): self = .unavailable(.busy)
        case (.SQLITE_MISUSE, _): self = .unavailable(.closed)
        default: self = .unavailable(.failing)
        }
    }
}
