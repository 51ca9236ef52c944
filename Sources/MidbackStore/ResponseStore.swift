public import Foundation

/// Where the surveys of visitors are kept.
///
/// A call that returns has stored its change durably; a call that throws has stored nothing. Answers, decisions and
/// acknowledgements are only ever added. Answers and decisions are sealed by the store itself. The store never reads
/// the clock: every time is an argument, kept in whole milliseconds.
public protocol ResponseStore: Sendable {
    /// Starts a survey with its first session.
    /// - Throws: `alreadyExists` when the id or the token is taken, `rejected` for an id that is not a UUID.
    func create(
        id: String, session: TokenHash, language: String, packVersion: String, packDigest: String, now: Date
    ) async throws(StoreError)

    /// The survey with this id.
    func find(id: String) async throws(StoreError) -> ResponseRecord?

    /// The survey that the cookie of a visitor belongs to. Ask `RetentionPolicy.keeps` before showing it.
    func find(session: TokenHash) async throws(StoreError) -> ResponseRecord?

    /// The survey that a private link leads to. Ask `RetentionPolicy.keeps` before showing it.
    func find(link: TokenHash) async throws(StoreError) -> ResponseRecord?

    /// Adds the session of a visit that a private link opened, and notes the visit. Earlier sessions stay open.
    /// - Parameter link: must lead to the response in the moment of the write, so that no session outlives a link that
    ///   is revoked meanwhile.
    /// - Throws: `notFound` for the response or when the link leads elsewhere; `alreadyExists` when the token is taken.
    func openSession(id: String, session: TokenHash, link: TokenHash, now: Date) async throws(StoreError)

    /// Ends a session, as by quick exit; the survey stays. An unknown session is no error.
    func closeSession(_ session: TokenHash) async throws(StoreError)

    /// Notes a visit, which extends how long survey and session are kept. Times never go back. It costs a write, so once
    /// a day is enough for pages that only show something.
    /// - Throws: `notFound` for the id; an unknown session is no error.
    func touch(id: String, session: TokenHash?, now: Date) async throws(StoreError)

    /// Adds a version of all answers and notes the visit.
    /// - Parameter expectedVersion: number of the version the caller has seen; 0 for the first.
    /// - Returns: number of the new version, which is `expectedVersion + 1`.
    /// - Throws: `conflict` when `expectedVersion` is not the newest, `notFound`, `rejected` when `answers` is empty
    ///   or larger than `StoreLimits.payload`, or `tooMany` beyond `StoreLimits.versions`.
    @discardableResult
    func append(answers: Data, to id: String, expectedVersion: Int, now: Date) async throws(StoreError) -> Int

    /// The newest answers; `nil` when the survey has none or does not exist.
    func latest(id: String) async throws(StoreError) -> AnswersVersion?

    /// One version of the answers.
    func version(_ number: Int, of id: String) async throws(StoreError) -> AnswersVersion?

    /// All versions, oldest first.
    func versions(id: String) async throws(StoreError) -> [AnswersVersion]

    /// Adds a decision.
    /// - Returns: its number within the response, from 1.
    /// - Throws: `notFound` for the response or its version of the answers, `alreadyExists` for the decision's id.
    @discardableResult
    func recordTriage(_ draft: TriageDraft, for id: String, now: Date) async throws(StoreError) -> Int

    /// All decisions of a response, oldest first.
    func triages(id: String) async throws(StoreError) -> [TriageRecord]

    /// The decisions on one version of the answers, oldest first.
    func triages(id: String, answersVersion: Int) async throws(StoreError) -> [TriageRecord]

    /// One decision by its own id, for a replay.
    func triage(id: String) async throws(StoreError) -> TriageRecord?

    /// Adds that the person confirmed a page with emergency advice.
    /// - Throws: `notFound` for the response or for the decision it names.
    func acknowledge(_ acknowledgement: Acknowledgement, for id: String) async throws(StoreError)

    /// All acknowledgements of a response in the order they were stored.
    func acknowledgements(id: String) async throws(StoreError) -> [Acknowledgement]

    /// Makes the private link, in place of an earlier one, which then leads nowhere. Ends the sessions that an earlier
    /// link opened.
    /// - Parameter session: stays open whatever opened it: that of the person who asks.
    /// - Throws: `notFound`, or `alreadyExists` when the token is taken by another response.
    func setLink(id: String, link: TokenHash, keeping session: TokenHash?) async throws(StoreError)

    /// Takes the private link away and ends the sessions that a link opened; none is no error.
    /// - Parameter session: stays open whatever opened it: that of the person who asks.
    func revokeLink(id: String, keeping session: TokenHash?) async throws(StoreError)

    /// Changes the language the person reads.
    func setLanguage(id: String, language: String) async throws(StoreError)

    /// Marks the survey as finished and notes the visit. A second call keeps the first time.
    func finish(id: String, now: Date) async throws(StoreError)

    /// Erases everything of a response at once and notes the erasure in the ledger.
    /// - Throws: `notFound`.
    func delete(id: String, now: Date) async throws(StoreError)

    /// Erases what the policy no longer keeps, in small batches so that visitors need not wait.
    /// Expiry is not noted in the ledger: after a restore the next purge erases it again.
    func purgeExpired(policy: RetentionPolicy, now: Date) async throws(StoreError) -> PurgeCounts

    /// What is known of the time. Before the first `note` the newest use of any survey is what is trusted; `nil` when
    /// there is none.
    func purgeClock() async throws(StoreError) -> PurgeClock?

    /// Keeps what is known of the time.
    func note(_ clock: PurgeClock) async throws(StoreError)
}
