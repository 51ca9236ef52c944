extension Migration {
    /// Which sessions a private link opened: they end with it. So far the first session of a survey was made with it,
    /// and every later one by a link.
    static let linkSessions = Migration(
        name: "005-link-sessions",
        statements: [
            "ALTER TABLE session ADD COLUMN by_link INTEGER NOT NULL DEFAULT 0 CHECK (by_link IN (0, 1))",
            """
            UPDATE session SET by_link = 1
            WHERE opened_at > (SELECT created_at FROM response WHERE response.key = session.response)
            """,
        ])
}
