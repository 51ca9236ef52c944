import Foundation
import MidbackStore

extension Intake {
    /// Makes the private link, in place of an earlier one, and ends other visits that the earlier one opened. The code
    /// is not kept: this is the one time it can be shown.
    public func makeLink(_ visit: inout Visit) async throws(IntakeError) -> LinkCode {
        let code = LinkCode(environment)
        let (id, session) = (visit.record.id, visit.session.hash)
        try await storing { () async throws(StoreError) in
            try await store.setLink(id: id, link: code.hash, keeping: session)
        }
        visit.record.hasLink = true
        return code
    }

    /// Takes the private link away and ends other visits that a link opened.
    public func revokeLink(_ visit: inout Visit) async throws(IntakeError) {
        let (id, session) = (visit.record.id, visit.session.hash)
        try await storing { () async throws(StoreError) in try await store.revokeLink(id: id, keeping: session) }
        visit.record.hasLink = false
    }

    /// Opens the survey behind a private link in this browser.
    /// - Returns: a new session; `nil` when the link was revoked or the survey is gone.
    public func comeBack(_ code: LinkCode) async throws(IntakeError) -> Visit? {
        let now = environment.now()
        let record = try await storing { () async throws(StoreError) in try await store.find(link: code.hash) }
        guard let record, retention.keeps(record, now: now) else { return nil }
        let session = SessionToken(environment)
        do {
            try await store.openSession(id: record.id, session: session.hash, link: code.hash, now: now)
        } catch .notFound {
            return nil  // Revoked in this moment.
        } catch {
            throw IntakeError(error)
        }
        return try await visit(session)
    }
}
