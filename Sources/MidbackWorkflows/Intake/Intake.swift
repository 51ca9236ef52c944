import Foundation
public import MidbackCore
public import MidbackStore

/// Takes in a person's answers, from "Start" to "Delete now". Every call that returns has stored its change durably.
public struct Intake: Sendable {
    /// Walks through the questionnaire.
    public let machine: SurveyMachine
    let store: any ResponseStore
    let pack: ContentPack
    let environment: Environment
    let retention: RetentionPolicy
    let contradictions: Contradictions

    /// On one store with one engine.
    public init(
        engine: Engine, store: any ResponseStore, environment: Environment,
        retention: RetentionPolicy = RetentionPolicy()
    ) {
        machine = SurveyMachine(engine)
        pack = engine.pack
        self.store = store
        self.environment = environment
        self.retention = retention
        contradictions = Contradictions(engine.pack)
    }

    /// Starts a survey.
    /// - Returns: the secret for the cookie.
    public func start(_ language: Language) async throws(IntakeError) -> SessionToken {
        let token = SessionToken(environment)
        let id = environment.uuid().uuidString.lowercased()
        let now = environment.now()
        try await storing { () async throws(StoreError) in
            try await store.create(
                id: id, session: token.hash, language: language.rawValue, packVersion: pack.version,
                packDigest: pack.digest, now: now)
        }
        return token
    }

    /// The survey behind a cookie; `nil` when it was deleted, has expired or never existed.
    public func visit(_ session: SessionToken) async throws(IntakeError) -> Visit? {
        let record = try await storing { () async throws(StoreError) in try await store.find(session: session.hash) }
        let now = environment.now()
        guard let record, retention.keeps(record, now: now) else { return nil }
        // Once a day a visit counts as use, or a plan of twelve weeks would outlive its session.
        if now.timeIntervalSince(record.lastUsedAt) > RetentionPolicy.day {
            try await storing { () async throws(StoreError) in
                try await store.touch(id: record.id, session: session.hash, now: now)
            }
        }
        return try await visit(session, record)
    }

    private func visit(_ session: SessionToken, _ record: ResponseRecord) async throws(IntakeError) -> Visit {
        var visit = Visit(session: session, record: record, response: QuestionnaireResponse(), trail: GateTrail())
        guard record.latestVersion > 0 else { return visit }
        let latest = try await storing { () async throws(StoreError) in try await store.latest(id: record.id) }
        guard let latest else { throw .gone }
        visit.record.latestVersion = latest.number
        let stored = try AnswersCodec.decodeWithTrail(latest.answers)
        visit.response = stored.response
        visit.trail = if let trail = stored.trail { trail } else { try await trail(record.id, upTo: latest.number) }
        return visit
    }

    /// The trail of a survey that an earlier program stored without one.
    private func trail(_ id: String, upTo number: Int) async throws(IntakeError) -> GateTrail {
        let stored = try await storing { () async throws(StoreError) in try await store.versions(id: id) }
        var versions: [Contradictions.Version] = []
        for version in stored where version.number <= number {
            versions.append(.init(savedAt: version.savedAt, response: try AnswersCodec.decode(version.answers)))
        }
        return contradictions.trail(versions)
    }

    /// The survey of a record, for a program that reads without a cookie; `nil` when it has expired.
    func reading(_ record: ResponseRecord) async throws(IntakeError) -> Visit? {
        guard retention.keeps(record, now: environment.now()) else { return nil }
        return try await visit(SessionToken(environment), record)
    }

    /// Stores all answers as a new version, unless they are the stored ones.
    /// - Parameters:
    ///   - language: language of the page they came from.
    ///   - signs: danger signs that were ticked, by the gate list that asks about them.
    /// - Throws: `changedMeanwhile` when the visit's version is not the newest any more.
    public func save(
        _ response: QuestionnaireResponse, _ language: Language, in visit: inout Visit,
        signs: [(list: String, sign: String)] = []
    ) async throws(IntakeError) {
        let record = visit.record
        if response != visit.response {
            let now = environment.now()
            var trail = contradictions.adding(.init(savedAt: now, response: response), to: visit.trail)
            for (list, sign) in signs { trail.note(GateTrail.row(ofSign: sign), of: list, at: now.milliseconds) }
            let answers = AnswersCodec.encode(response, trail)
            visit.record.latestVersion = try await storing { () async throws(StoreError) in
                try await store.append(
                    answers: answers, to: record.id, expectedVersion: record.latestVersion, now: now)
            }
            visit.response = response
            visit.trail = trail
        }
        try await use(language, in: &visit)
    }

    /// Notes the language the person reads.
    public func use(_ language: Language, in visit: inout Visit) async throws(IntakeError) {
        guard visit.record.language != language.rawValue else { return }
        let id = visit.record.id
        try await storing { () async throws(StoreError) in
            try await store.setLanguage(id: id, language: language.rawValue)
        }
        visit.record.language = language.rawValue
    }

    /// Erases everything at once.
    public func delete(_ visit: Visit) async throws(IntakeError) {
        let now = environment.now()
        do {
            try await store.delete(id: visit.record.id, now: now)
        } catch .notFound {
            return  // Somebody else was faster: what was asked for is true.
        } catch {
            throw IntakeError(error)
        }
    }

    /// Quick exit: this browser forgets the survey; the survey itself stays for a private link.
    public func exit(_ session: SessionToken) async throws(IntakeError) {
        try await storing { () async throws(StoreError) in try await store.closeSession(session.hash) }
    }
}
