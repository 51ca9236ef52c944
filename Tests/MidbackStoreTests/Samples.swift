import Crypto
import Foundation
import MidbackSealing
import MidbackStore

/// Invented values for tests.
enum Samples {
    static let start = Date(milliseconds: 1_790_000_000_000)
    static let sealer = Sealer(keys: .random(now: start))

    static func newID() -> String { UUID().uuidString }

    static func token(_ secret: String) -> TokenHash { TokenHash(digest: SHA256.hash(data: Data(secret.utf8))) }

    static func newToken() -> TokenHash { token(UUID().uuidString) }

    static func days(_ count: Double) -> Date { start.addingTimeInterval(count * RetentionPolicy.day) }

    static func draft(
        id: String = newID(), answersVersion: Int = 1, payload: String = "{}", shownTexts: [String] = ["net.self-care"]
    ) -> TriageDraft {
        TriageDraft(
            id: id, answersVersion: answersVersion, packVersion: "1.2.3", packDigest: "ab12", engineVersion: "0.1.0",
            language: "es", payload: Data(payload.utf8), shownTexts: shownTexts)
    }

    static func entry(_ payload: String, kind: PlanEntry.Kind = .session) -> PlanEntryDraft {
        PlanEntryDraft(kind: kind, payload: Data(payload.utf8))
    }
}

extension ResponseStore {
    /// Starts a survey with invented values and returns its id.
    func start(session: TokenHash = Samples.newToken(), now: Date = Samples.start) async throws -> String {
        let id = Samples.newID()
        try await create(
            id: id, session: session, language: "en", packVersion: "1.2.3", packDigest: "ab12", now: now)
        return id
    }

    /// Adds a version of answers made from text.
    @discardableResult
    func add(_ answers: String, to id: String, after version: Int, now: Date = Samples.start) async throws -> Int {
        try await append(answers: Data(answers.utf8), to: id, expectedVersion: version, now: now)
    }
}

extension PlanStore {
    /// Adds entries of one kind made from texts.
    @discardableResult
    func add(
        _ payloads: String..., kind: PlanEntry.Kind = .session, to id: String, after last: Int, key: TokenHash? = nil,
        now: Date = Samples.start
    ) async throws -> PlanAppend {
        let drafts = payloads.map { Samples.entry($0, kind: kind) }
        return try await append(drafts, to: id, expectedLast: last, key: key, now: now)
    }
}
