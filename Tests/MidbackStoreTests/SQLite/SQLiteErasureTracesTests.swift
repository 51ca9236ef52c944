import Foundation
import GRDB
import MidbackStore
import Testing

@testable import MidbackStoreSQLite

/// Looks at the raw bytes of the files.
@Suite struct SQLiteErasureTracesTests {
    @Test
    func answersDecisionsAndTokens_areNeverInTheFilesInPlainText() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let person = Person()
            try await person.fill(database)
            let files = SQLiteFiles(folder: folder)
            let secrets = person.secrets.map { Data($0.utf8) }
            #expect(files.count(of: secrets) == 0)
            #expect(files.count(of: [Data(person.id.utf8)]) == 1)
            try await database.health.close()
            #expect(files.count(of: secrets) == 0)
        }
    }

    @Test
    func erasure_leavesNoByteOfTheResponse() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let people = (0..<10).map { _ in Person() }
            for person in people { try await person.fill(database) }
            try await database.checkpoint()
            let traces = try await database.pool.read(Self.traces)
            let files = SQLiteFiles(folder: folder)
            #expect(traces.count > people.count * 8)
            #expect(files.count(of: traces) == traces.count)
            for person in people { try await database.responses.delete(id: person.id, now: Samples.start) }
            #expect(files.count(of: traces) == 0)
            try await database.health.compact()
            #expect(files.count(of: traces) == 0)
            try await database.health.close()
        }
    }

    @Test
    func erasureAmongOthers_leavesNoByteEither_andKeepsTheirs() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let (gone, kept) = ((0..<20).map { _ in Person() }, (0..<20).map { _ in Person() })
            for (first, second) in zip(gone, kept) {
                try await first.fill(database)
                try await second.fill(database)
            }
            let before = try await database.pool.read(Self.traces)
            for person in gone { try await database.responses.delete(id: person.id, now: Samples.start) }
            let after = try await database.pool.read(Self.traces)
            let files = SQLiteFiles(folder: folder)
            #expect(files.count(of: Array(Set(before).subtracting(after))) == 0)
            #expect(after.count == before.count / 2)
            #expect(files.count(of: after) == after.count)
            try await database.health.close()
        }
    }

    @Test
    func purge_leavesNoByteOfTheResponse() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer)
            let people = (0..<10).map { _ in Person() }
            for person in people { try await person.fill(database) }
            let traces = try await database.pool.read(Self.traces)
            let counts = try await database.responses.purgeExpired(policy: RetentionPolicy(), now: Samples.days(31))
            #expect(counts.unfinished == people.count)
            let files = SQLiteFiles(folder: folder)
            #expect(files.count(of: traces) == 0)
            try await database.health.close()
        }
    }

    /// Everything stored of people that could be told apart: ids, token hashes and sealed values.
    private static func traces(_ database: Database) throws -> [Data] {
        let queries = [
            "SELECT CAST(id AS BLOB) FROM response", "SELECT link_hash FROM response",
            "SELECT token_hash FROM session", "SELECT substr(sealed, 30, 40) FROM answers_version",
            "SELECT CAST(id AS BLOB) FROM triage", "SELECT substr(payload, 30, 40) FROM triage",
            "SELECT substr(shown_texts, 24, 24) FROM triage", "SELECT substr(page, 24, 20) FROM acknowledgement",
            "SELECT key_hash FROM claim", "SELECT substr(payload, 30, 40) FROM plan_entry",
            "SELECT token_hash FROM plan_feed",
        ]
        return try queries.flatMap { try Data.fetchAll(database, sql: $0) }
    }
}

/// An invented person with unique strings in every input.
private struct Person: Sendable {
    let id = Samples.newID()
    let triageID = Samples.newID()
    let session = Samples.newToken()
    let secrets = ["answer", "finding", "text", "page", "link", "key", "exercise", "feed"].map {
        "\($0)-\(UUID().uuidString)"
    }

    func fill(_ database: SQLiteDatabase) async throws {
        let (responses, now) = (database.responses, Samples.start)
        try await responses.create(
            id: id, session: session, language: "en", packVersion: "1", packDigest: "ab", now: now)
        try await responses.setLink(id: id, link: Samples.token(secrets[4]), keeping: nil)
        for version in 0..<8 {
            let answers = "\(secrets[0]) " + String(repeating: "x", count: 400 * version)
            try await responses.add(answers, to: id, after: version)
        }
        let draft = Samples.draft(
            id: triageID, payload: String(repeating: secrets[1], count: 100), shownTexts: [secrets[2]])
        try await responses.recordTriage(draft, for: id, now: now)
        try await responses.acknowledge(Acknowledgement(page: secrets[3], triageID: triageID, at: now), for: id)
        _ = try await database.idempotency.claim(key: Samples.token(secrets[5]), for: id, now: now)
        for last in 0..<8 {
            let session = "\(secrets[6]) " + String(repeating: "x", count: 40 + 400 * last)
            try await database.plans.add(session, to: id, after: last, key: Samples.newToken())
        }
        try await database.plans.setFeed(id: id, feed: Samples.token(secrets[7]))
    }
}
