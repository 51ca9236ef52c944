extension Migration {
    /// Surveys, sessions, answers, decisions and acknowledgements. Times are milliseconds since 1970.
    static let responses = Migration(
        name: "001-responses",
        statements: [sealingKey, erasing, response, session, sessionIndex, answers, triage, acknowledgement]
            + [AppendOnly.noDelete("response", responseColumn: "key"), AppendOnly.noUpdate("response", columns: fixed)]
            + ["answers_version", "triage", "acknowledgement"].flatMap(AppendOnly.numbered))

    private static let fixed = "key, id, pack_version, pack_digest, created_at"

    private static let sealingKey = """
        CREATE TABLE sealing_key (
            key_id TEXT NOT NULL PRIMARY KEY CHECK (length(key_id) BETWEEN 1 AND 32),
            proof BLOB NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    private static let erasing = "CREATE TABLE erasing (response INTEGER NOT NULL PRIMARY KEY) STRICT"

    /// Rows of one response refer to `key`, an ascending number, so that rows written together lie together.
    private static let response = """
        CREATE TABLE response (
            key INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 128),
            pack_version TEXT NOT NULL CHECK (length(pack_version) BETWEEN 1 AND 128),
            pack_digest TEXT NOT NULL CHECK (length(pack_digest) BETWEEN 1 AND 128),
            created_at INTEGER NOT NULL,
            last_used_at INTEGER NOT NULL CHECK (last_used_at >= created_at),
            finished_at INTEGER,
            latest_version INTEGER NOT NULL DEFAULT 0 CHECK (latest_version >= 0),
            link_hash BLOB UNIQUE CHECK (link_hash IS NULL OR length(link_hash) = 32)
        ) STRICT
        """

    private static let session = """
        CREATE TABLE session (
            token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
            response INTEGER NOT NULL REFERENCES response (key) ON DELETE CASCADE,
            opened_at INTEGER NOT NULL,
            last_used_at INTEGER NOT NULL CHECK (last_used_at >= opened_at)
        ) STRICT, WITHOUT ROWID
        """

    private static let sessionIndex = "CREATE INDEX session_response ON session (response)"

    private static let answers = """
        CREATE TABLE answers_version (
            response INTEGER NOT NULL REFERENCES response (key) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 1),
            sealed BLOB NOT NULL CHECK (length(sealed) > 0),
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (response, number)
        ) STRICT
        """

    private static let triage = """
        CREATE TABLE triage (
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            response INTEGER NOT NULL REFERENCES response (key) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 1),
            answers_number INTEGER NOT NULL,
            pack_version TEXT NOT NULL CHECK (length(pack_version) BETWEEN 1 AND 128),
            pack_digest TEXT NOT NULL CHECK (length(pack_digest) BETWEEN 1 AND 128),
            engine_version TEXT NOT NULL CHECK (length(engine_version) BETWEEN 1 AND 128),
            language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 128),
            payload BLOB NOT NULL CHECK (length(payload) > 0),
            shown_texts BLOB NOT NULL,
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (response, number),
            FOREIGN KEY (response, answers_number) REFERENCES answers_version (response, number)
        ) STRICT
        """

    private static let acknowledgement = """
        CREATE TABLE acknowledgement (
            response INTEGER NOT NULL REFERENCES response (key) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 1),
            triage_number INTEGER,
            page BLOB NOT NULL CHECK (length(page) > 0),
            at INTEGER NOT NULL,
            PRIMARY KEY (response, number),
            FOREIGN KEY (response, triage_number) REFERENCES triage (response, number)
        ) STRICT
        """
}
