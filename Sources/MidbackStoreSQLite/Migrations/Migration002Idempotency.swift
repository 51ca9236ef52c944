extension Migration {
    /// Keys of posts that were handled, kept apart for each response.
    static let idempotency = Migration(
        name: "002-idempotency",
        statements: [
            """
            CREATE TABLE claim (
                response INTEGER NOT NULL REFERENCES response (key) ON DELETE CASCADE,
                key_hash BLOB NOT NULL CHECK (length(key_hash) = 32),
                claimed_at INTEGER NOT NULL,
                PRIMARY KEY (response, key_hash)
            ) STRICT, WITHOUT ROWID
            """
        ])
}
