extension Migration {
    /// Entries of plans, and the addresses of calendar feeds.
    static let plans = Migration(
        name: "004-plans", statements: [planEntry, planFeed] + AppendOnly.numbered("plan_entry"))

    private static let planEntry = """
        CREATE TABLE plan_entry (
            response INTEGER NOT NULL REFERENCES response (key) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 1),
            kind TEXT NOT NULL CHECK (kind IN ('plan', 'session', 'check-in', 'flare', 'screen')),
            payload BLOB NOT NULL CHECK (length(payload) > 0),
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (response, number)
        ) STRICT
        """

    private static let planFeed = """
        CREATE TABLE plan_feed (
            response INTEGER NOT NULL PRIMARY KEY REFERENCES response (key) ON DELETE CASCADE,
            token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32)
        ) STRICT
        """
}
