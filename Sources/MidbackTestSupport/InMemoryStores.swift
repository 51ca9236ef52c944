import Crypto
import Foundation
public import MidbackStore

extension Stores {
    /// All stores in memory, for tests. They keep the same promises as a database, apart from durability and sealing.
    public static func inMemory() -> Stores {
        let stores = InMemoryStores()
        return Stores(responses: stores, plans: stores, idempotency: stores, erasures: stores, health: stores)
    }
}

/// One actor is all the stores, because they look at the same entries.
actor InMemoryStores {
    fileprivate struct Entry {
        var record: ResponseRecord
        var link: TokenHash?
        var versions: [AnswersVersion] = []
        var triages: [TriageRecord] = []
        var acknowledgements: [Acknowledgement] = []
        var plan: [PlanEntry] = []
        var feed: TokenHash?
        var claims: [TokenHash: Date] = [:]
    }

    private struct Session {
        var id: String
        var lastUsedAt: Date
        var isByLink: Bool
    }

    private var clock: PurgeClock?
    private var entries: [String: Entry] = [:]
    private var sessions: [TokenHash: Session] = [:]
    private var ledger: [TokenHash: Date] = [:]
    private var isClosed = false

    private func checkOpen() throws(StoreError) {
        guard !isClosed else { throw .unavailable(.closed) }
    }

    /// Changes one response, or nothing when `body` throws.
    private func change<Value>(
        _ id: String, _ body: (inout Entry) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try checkOpen()
        guard var entry = entries[id] else { throw .notFound(id: id) }
        let value = try body(&entry)
        entries[id] = entry
        return value
    }

    private func entry(_ id: String?) throws(StoreError) -> Entry? {
        try checkOpen()
        return id.flatMap { entries[$0] }
    }

    private func isTaken(_ session: TokenHash) -> Bool { sessions[session] != nil }

    private func erase(_ id: String) {
        entries[id] = nil
        sessions = sessions.filter { $0.value.id != id }
    }

    private static func hash(of id: String) -> TokenHash { TokenHash(digest: SHA256.hash(data: Data(id.utf8))) }
}

extension InMemoryStores: ResponseStore {
    func create(
        id: String, session: TokenHash, language: String, packVersion: String, packDigest: String, now: Date
    ) async throws(StoreError) {
        try checkOpen()
        let words = [language, packVersion, packDigest]
        try StoreRules.require(StoreRules.isID(id) && words.allSatisfy(StoreRules.isWord), id: id)
        guard entries[id] == nil, !isTaken(session) else { throw .alreadyExists(id: id) }
        let now = now.wholeMilliseconds
        let record = ResponseRecord(
            id: id, language: language, packVersion: packVersion, packDigest: packDigest, createdAt: now,
            lastUsedAt: now)
        entries[id] = Entry(record: record)
        sessions[session] = Session(id: id, lastUsedAt: now, isByLink: false)
    }

    func find(id: String) async throws(StoreError) -> ResponseRecord? { try entry(id)?.record }

    func find(session: TokenHash) async throws(StoreError) -> ResponseRecord? {
        try entry(sessions[session]?.id)?.record
    }

    func find(link: TokenHash) async throws(StoreError) -> ResponseRecord? {
        try checkOpen()
        return entries.values.first { $0.link == link }?.record
    }

    func openSession(id: String, session: TokenHash, link: TokenHash, now: Date) async throws(StoreError) {
        guard try entry(id)?.link == link else { throw .notFound(id: id) }
        guard !isTaken(session) else { throw .alreadyExists(id: id) }
        sessions[session] = Session(id: id, lastUsedAt: now.wholeMilliseconds, isByLink: true)
        try change(id) { $0.use(now) }
    }

    func closeSession(_ session: TokenHash) async throws(StoreError) {
        try checkOpen()
        sessions[session] = nil
    }

    func touch(id: String, session: TokenHash?, now: Date) async throws(StoreError) {
        try change(id) { $0.use(now) }
        guard let session, var used = sessions[session], used.id == id else { return }
        used.lastUsedAt = max(used.lastUsedAt, now.wholeMilliseconds)
        sessions[session] = used
    }

    @discardableResult
    func append(
        answers: Data, to id: String, expectedVersion: Int, now: Date
    ) async throws(StoreError) -> Int {
        try StoreRules.require(StoreRules.isPayload(answers) && expectedVersion >= 0, id: id)
        return try change(id) { entry throws(StoreError) in
            let latest = entry.record.latestVersion
            guard latest == expectedVersion else { throw .conflict(id: id, latestVersion: latest) }
            guard latest < StoreLimits.versions else { throw .tooMany(id: id) }
            entry.versions.append(
                AnswersVersion(number: latest + 1, answers: answers, savedAt: now.wholeMilliseconds))
            entry.record.latestVersion = latest + 1
            entry.use(now)
            return latest + 1
        }
    }

    func latest(id: String) async throws(StoreError) -> AnswersVersion? { try entry(id)?.versions.last }

    func version(_ number: Int, of id: String) async throws(StoreError) -> AnswersVersion? {
        try entry(id)?.versions.first { $0.number == number }
    }

    func versions(id: String) async throws(StoreError) -> [AnswersVersion] { try entry(id)?.versions ?? [] }

    @discardableResult
    func recordTriage(_ draft: TriageDraft, for id: String, now: Date) async throws(StoreError) -> Int {
        try StoreRules.require(StoreRules.accepts(draft), id: draft.id)
        let isKnown = storedTriage(draft.id) != nil
        return try change(id) { entry throws(StoreError) in
            guard (1...).contains(draft.answersVersion), draft.answersVersion <= entry.record.latestVersion else {
                throw .notFound(id: id)
            }
            guard !isKnown else { throw .alreadyExists(id: draft.id) }
            let number = entry.triages.count + 1
            entry.triages.append(
                TriageRecord(responseID: id, number: number, decision: draft, recordedAt: now.wholeMilliseconds))
            return number
        }
    }

    func triages(id: String) async throws(StoreError) -> [TriageRecord] { try entry(id)?.triages ?? [] }

    func triages(id: String, answersVersion: Int) async throws(StoreError) -> [TriageRecord] {
        try await triages(id: id).filter { $0.decision.answersVersion == answersVersion }
    }

    func triage(id: String) async throws(StoreError) -> TriageRecord? {
        try checkOpen()
        return storedTriage(id)
    }

    private func storedTriage(_ id: String) -> TriageRecord? {
        entries.values.lazy.flatMap(\.triages).first { $0.decision.id == id }
    }

    func acknowledge(_ acknowledgement: Acknowledgement, for id: String) async throws(StoreError) {
        try StoreRules.require(StoreRules.isWord(acknowledgement.page), id: id)
        var stored = acknowledgement
        stored.at = acknowledgement.at.wholeMilliseconds
        try change(id) { entry throws(StoreError) in
            try entry.note(stored)
            entry.acknowledgements.append(stored)
        }
    }

    func acknowledgements(id: String) async throws(StoreError) -> [Acknowledgement] {
        try entry(id)?.acknowledgements ?? []
    }

    func setLink(id: String, link: TokenHash, keeping session: TokenHash?) async throws(StoreError) {
        let isTaken = entries.contains { $0.key != id && $0.value.link == link }
        try change(id) { entry throws(StoreError) in
            guard !isTaken else { throw .alreadyExists(id: id) }
            entry.setLink(link)
        }
        endLinkSessions(of: id, keeping: session)
    }

    func revokeLink(id: String, keeping session: TokenHash?) async throws(StoreError) {
        try change(id) { $0.setLink(nil) }
        endLinkSessions(of: id, keeping: session)
    }

    private func endLinkSessions(of id: String, keeping kept: TokenHash?) {
        sessions = sessions.filter { $0.value.id != id || !$0.value.isByLink || $0.key == kept }
    }

    func setLanguage(id: String, language: String) async throws(StoreError) {
        try StoreRules.require(StoreRules.isWord(language), id: id)
        try change(id) { $0.record.language = language }
    }

    func finish(id: String, now: Date) async throws(StoreError) {
        try change(id) { entry in
            entry.record.finishedAt = entry.record.finishedAt ?? now.wholeMilliseconds
            entry.use(now)
        }
    }

    func delete(id: String, now: Date) async throws(StoreError) {
        try change(id) { _ in }
        erase(id)
        ledger[Self.hash(of: id)] = now.wholeMilliseconds
    }

    func purgeExpired(policy: RetentionPolicy, now: Date) async throws(StoreError) -> PurgeCounts {
        try checkOpen()
        let expired = entries.values.map(\.record).filter { !policy.keeps($0, now: now) }
        expired.forEach { erase($0.id) }
        let unfinished = expired.count { $0.finishedAt == nil }
        return PurgeCounts(
            unfinished: unfinished, finished: expired.count - unfinished,
            sessions: purgeSessions(before: now.addingTimeInterval(-policy.session)),
            claims: purgeClaims(before: now.addingTimeInterval(-policy.claim)))
    }

    func purgeClock() async throws(StoreError) -> PurgeClock? {
        try checkOpen()
        return clock ?? entries.values.map(\.record.lastUsedAt).max().map { PurgeClock(trusted: $0) }
    }

    func note(_ clock: PurgeClock) async throws(StoreError) {
        try checkOpen()
        self.clock = PurgeClock(
            trusted: clock.trusted.wholeMilliseconds, doubted: clock.doubted?.wholeMilliseconds)
    }

    private func purgeSessions(before: Date) -> Int {
        let count = sessions.count
        sessions = sessions.filter { $0.value.lastUsedAt >= before }
        return count - sessions.count
    }

    private func purgeClaims(before: Date) -> Int {
        var count = 0
        for id in entries.keys { count += entries[id]?.dropClaims(before: before) ?? 0 }
        return count
    }
}

extension InMemoryStores: PlanStore {
    func append(
        _ drafts: [PlanEntryDraft], to id: String, expectedLast: Int, key: TokenHash?, now: Date
    ) async throws(StoreError) -> PlanAppend {
        try StoreRules.require(StoreRules.accepts(drafts) && expectedLast >= 0, id: id)
        return try change(id) { entry throws(StoreError) in
            if let key, !entry.claim(key, now: now) { return .alreadyHandled }
            let last = entry.plan.count
            guard last == expectedLast else { throw .conflict(id: id, latestVersion: last) }
            guard last + drafts.count <= StoreLimits.planEntries else { throw .tooMany(id: id) }
            entry.add(drafts, now: now)
            entry.use(now)
            return .stored(last: entry.plan.count)
        }
    }

    func entries(id: String) async throws(StoreError) -> [PlanEntry] { try entry(id)?.plan ?? [] }

    func setFeed(id: String, feed: TokenHash) async throws(StoreError) {
        let isTaken = entries.contains { $0.key != id && $0.value.feed == feed }
        try change(id) { entry throws(StoreError) in
            guard !isTaken else { throw .alreadyExists(id: id) }
            entry.feed = feed
        }
    }

    func revokeFeed(id: String) async throws(StoreError) { try change(id) { $0.feed = nil } }

    func hasFeed(id: String) async throws(StoreError) -> Bool { try entry(id)?.feed != nil }

    func find(feed: TokenHash) async throws(StoreError) -> ResponseRecord? {
        try checkOpen()
        return entries.values.first { $0.feed == feed }?.record
    }
}

extension InMemoryStores: IdempotencyStore {
    func claim(key: TokenHash, for id: String, now: Date) async throws(StoreError) -> Bool {
        try change(id) { $0.claim(key, now: now) }
    }
}

extension InMemoryStores: ErasureLedger {
    func erasures(since: Date?) async throws(StoreError) -> [Erasure] {
        try checkOpen()
        return ledger.map { Erasure(idHash: $0.key, at: $0.value) }
            .filter { $0.at >= since ?? .distantPast }
            .sorted(by: Self.isEarlier)
    }

    private static func isEarlier(_ one: Erasure, _ other: Erasure) -> Bool {
        guard one.at == other.at else { return one.at < other.at }
        return one.idHash.bytes.lexicographicallyPrecedes(other.idHash.bytes)
    }

    func reapply(_ erasures: [Erasure]) async throws(StoreError) -> Int {
        try checkOpen()
        let hashes = Set(erasures.map(\.idHash))
        let found = entries.keys.filter { hashes.contains(Self.hash(of: $0)) }
        found.forEach(erase)
        for entry in erasures where ledger[entry.idHash] == nil { ledger[entry.idHash] = entry.at.wholeMilliseconds }
        return found.count
    }
}

extension InMemoryStores: StoreHealth {
    func ping() async throws(StoreError) { try checkOpen() }

    func schemaVersion() async throws(StoreError) -> Int { 0 }

    func checkpoint() async throws(StoreError) { try checkOpen() }

    func compact() async throws(StoreError) { try checkOpen() }

    func close() async throws(StoreError) { isClosed = true }
}

extension InMemoryStores.Entry {
    fileprivate mutating func use(_ now: Date) { record.lastUsedAt = max(record.lastUsedAt, now.wholeMilliseconds) }

    fileprivate mutating func setLink(_ new: TokenHash?) {
        link = new
        record.hasLink = new != nil
    }

    /// - Returns: `false` when the key was claimed before.
    fileprivate mutating func claim(_ key: TokenHash, now: Date) -> Bool {
        guard claims[key] == nil else { return false }
        claims[key] = now.wholeMilliseconds
        return true
    }

    fileprivate mutating func add(_ drafts: [PlanEntryDraft], now: Date) {
        let now = now.wholeMilliseconds
        for draft in drafts {
            plan.append(
                PlanEntry(number: plan.count + 1, kind: draft.kind, payload: draft.payload, recordedAt: now))
        }
    }

    /// Gives the decision its acknowledgement time: the earliest one.
    fileprivate mutating func note(_ acknowledgement: Acknowledgement) throws(StoreError) {
        guard let triageID = acknowledgement.triageID else { return }
        guard let index = triages.firstIndex(where: { $0.decision.id == triageID }) else {
            throw .notFound(id: triageID)
        }
        triages[index].acknowledgedAt = min(triages[index].acknowledgedAt ?? acknowledgement.at, acknowledgement.at)
    }

    fileprivate mutating func dropClaims(before: Date) -> Int {
        let count = claims.count
        claims = claims.filter { $0.value >= before }
        return count - claims.count
    }
}
