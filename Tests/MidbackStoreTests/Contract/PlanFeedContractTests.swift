import MidbackStore
import Testing

@Suite("Calendar feeds, on every store")
struct PlanFeedContractTests {
    @Test(arguments: Backend.allCases)
    func feed_leadsToItsResponse_andChangesNothingElse(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let feed = Samples.newToken()
            let id = try await stores.responses.start()
            let other = try await stores.responses.start()
            let before = try await stores.responses.find(id: id)
            #expect(try await stores.plans.hasFeed(id: id) == false)
            try await stores.plans.setFeed(id: id, feed: feed)
            #expect(try await stores.plans.hasFeed(id: id))
            #expect(try await stores.plans.hasFeed(id: other) == false)
            #expect(try await stores.plans.find(feed: feed) == before)
            #expect(try await stores.plans.find(feed: Samples.newToken()) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func newFeed_replacesTheOldOne_andRevokingEndsIt(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (old, new) = (Samples.newToken(), Samples.newToken())
            let id = try await stores.responses.start()
            try await stores.plans.setFeed(id: id, feed: old)
            try await stores.plans.setFeed(id: id, feed: new)
            #expect(try await stores.plans.find(feed: old) == nil)
            #expect(try await stores.plans.find(feed: new)?.id == id)
            try await stores.plans.revokeFeed(id: id)
            try await stores.plans.revokeFeed(id: id)
            #expect(try await stores.plans.find(feed: new) == nil)
            #expect(try await stores.plans.hasFeed(id: id) == false)
        }
    }

    @Test(arguments: Backend.allCases)
    func feedOfAnotherResponse_isRefused_andBothKeepTheirOwn(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (feed, own) = (Samples.newToken(), Samples.newToken())
            let first = try await stores.responses.start()
            let second = try await stores.responses.start()
            try await stores.plans.setFeed(id: first, feed: feed)
            try await stores.plans.setFeed(id: first, feed: feed)
            try await stores.plans.setFeed(id: second, feed: own)
            await #expect(throws: StoreError.alreadyExists(id: second)) {
                try await stores.plans.setFeed(id: second, feed: feed)
            }
            #expect(try await stores.plans.find(feed: feed)?.id == first)
            #expect(try await stores.plans.find(feed: own)?.id == second)
        }
    }

    @Test(arguments: Backend.allCases)
    func revokingOne_leavesTheFeedsOfOthers(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let feed = Samples.newToken()
            let (kept, gone) = (try await stores.responses.start(), try await stores.responses.start())
            try await stores.plans.setFeed(id: kept, feed: feed)
            try await stores.plans.setFeed(id: gone, feed: Samples.newToken())
            try await stores.plans.revokeFeed(id: gone)
            #expect(try await stores.plans.find(feed: feed)?.id == kept)
        }
    }

    /// A calendar program must not be able to open the survey.
    @Test(arguments: Backend.allCases)
    func feedIsNoLinkAndNoSession_andNeitherIsAFeed(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (session, link, feed) = (Samples.newToken(), Samples.newToken(), Samples.newToken())
            let id = try await stores.responses.start(session: session)
            try await stores.responses.setLink(id: id, link: link, keeping: nil)
            try await stores.plans.setFeed(id: id, feed: feed)
            #expect(try await stores.responses.find(session: feed) == nil)
            #expect(try await stores.responses.find(link: feed) == nil)
            #expect(try await stores.plans.find(feed: session) == nil)
            #expect(try await stores.plans.find(feed: link) == nil)
        }
    }
}
