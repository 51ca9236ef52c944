public import Foundation

/// What became of entries that were handed in.
public enum PlanAppend: Hashable, Sendable {
    /// They are stored; `last` is the number of the last of them.
    case stored(last: Int)
    /// Their key was claimed before, so this is a copy of a handled post; nothing was stored.
    case alreadyHandled
}

/// Where the plans of visitors are kept: one list of entries per response, and the address of the calendar feed.
///
/// The promises of `ResponseStore` hold here too. Everything of a plan is erased together with its response, on request
/// and by the purge.
public protocol PlanStore: Sendable {
    /// Adds entries in their order, claims the key of the post and notes the visit: all of it or nothing.
    /// - Parameters:
    ///   - drafts: at least one.
    ///   - expectedLast: number of the newest entry the caller has seen; 0 for none.
    ///   - key: what a copy of the same post carries too; `nil` when copies cannot occur. Keys are shared with
    ///     `IdempotencyStore`, and kept as long.
    /// - Throws: `conflict` with the number of the newest entry when `expectedLast` is another, unless the key is claimed;
    ///   `notFound`; `rejected` when there is no draft, or a payload is empty or larger than `StoreLimits.payload`; or
    ///   `tooMany` beyond `StoreLimits.planEntries`.
    func append(
        _ drafts: [PlanEntryDraft], to id: String, expectedLast: Int, key: TokenHash?, now: Date
    ) async throws(StoreError) -> PlanAppend

    /// All entries of a response, oldest first.
    func entries(id: String) async throws(StoreError) -> [PlanEntry]

    /// Makes the calendar feed, in place of an earlier one, which then leads nowhere.
    /// - Throws: `notFound`, or `alreadyExists` when the token is taken by another response.
    func setFeed(id: String, feed: TokenHash) async throws(StoreError)

    /// Takes the calendar feed away; none is no error.
    func revokeFeed(id: String) async throws(StoreError)

    /// Whether a calendar feed leads to this response.
    func hasFeed(id: String) async throws(StoreError) -> Bool

    /// The survey that a calendar feed belongs to. Ask `RetentionPolicy.keeps` before showing anything of it.
    func find(feed: TokenHash) async throws(StoreError) -> ResponseRecord?
}
