import MidbackStore

/// The private address of a calendar feed. Like a private link its code is shown once and only its hash is kept.
extension PlanDesk {
    /// Makes the feed, in place of an earlier one.
    public func makeFeed(_ visit: Visit) async throws(IntakeError) -> LinkCode {
        let code = LinkCode(environment)
        let id = visit.record.id
        try await storing { () async throws(StoreError) in try await store.setFeed(id: id, feed: code.hash) }
        return code
    }

    /// Takes the feed away.
    public func revokeFeed(_ visit: Visit) async throws(IntakeError) {
        let id = visit.record.id
        try await storing { () async throws(StoreError) in try await store.revokeFeed(id: id) }
    }

    /// Whether there is a feed.
    public func hasFeed(_ visit: Visit) async throws(IntakeError) -> Bool {
        let id = visit.record.id
        return try await storing { () async throws(StoreError) in try await store.hasFeed(id: id) }
    }

    /// The plan behind a feed and the id of its owner; `nil` when it was revoked or is gone.
    public func feed(_ code: LinkCode) async throws(IntakeError) -> (file: PlanFile, owner: String)? {
        let record = try await storing { () async throws(StoreError) in try await store.find(feed: code.hash) }
        guard let record, let visit = try await intake.reading(record) else { return nil }
        return (try await file(visit), record.id)
    }
}
