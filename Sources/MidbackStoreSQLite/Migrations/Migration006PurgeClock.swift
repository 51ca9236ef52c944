extension Migration {
    /// What is known of the time: one row, changed by each purge.
    static let purgeClock = Migration(
        name: "006-purge-clock",
        statements: [
            """
            CREATE TABLE purge_clock (
                only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
                trusted INTEGER NOT NULL,
                doubted INTEGER
            ) STRICT
            """
        ])
}
