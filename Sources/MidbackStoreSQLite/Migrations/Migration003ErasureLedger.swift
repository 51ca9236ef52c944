extension Migration {
    /// Erasures on request: the hash of a random id and a time, nothing else, and for ever.
    static let erasureLedger = Migration(
        name: "003-erasure-ledger",
        statements: [
            """
            CREATE TABLE erasure (
                id_hash BLOB NOT NULL PRIMARY KEY CHECK (length(id_hash) = 32),
                at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            AppendOnly.noUpdate("erasure"),
            """
            CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
            BEGIN SELECT RAISE(ABORT, 'append-only'); END
            """,
        ])
}
