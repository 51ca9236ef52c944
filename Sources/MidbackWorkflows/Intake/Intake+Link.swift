import Foundation
import MidbackStore

extension Intake {
    /// Makes the private link, in place of an earlier one. The code is not kept: this is the one time it can be shown.
    public func makeLink(_ visit: inout Visit) async throws(IntakeError) -> LinkCode {
        let code = LinkCode(environment)
        let id = visit.record.id
        try await storing { () async throws(StoreError) in try await store.setLink(id: id, link: code.hash) }
        visit.record.hasLink = true
        return code
    }

    /// Takes the private link away.
    public func revokeLink(_ visit: inout Visit) async throws(IntakeError) {
        let id = visit.record.id
        try await storing { () async throws(StoreError) in try await store.revokeLink(id: id) }
        visit.record.hasLink = false
    }

    /// Opens the survey behind a private link in this browser.
    /// - Returns: a new session; `nil` when the link was revoked or the survey is gone.
    public func comeBack(_ code: LinkCode) async throws(IntakeError) -> Visit? {
        let now = environment.now()
        let record = try await storing { () async throws(StoreError) in try await store.find(link: code.hash) }
        guard let record, retention.keeps(record, now: now) else { return nil }
        let session = SessionToken(environment)
        try await storing { () async throws(StoreError) in
            try await store.openSession(id: record.id, session: session.hash, now: now)
            try await store.touch(id: record.id, session: session.hash, now: now)
        }
        return try await visit(session)
    }
}
