import Foundation
import MidbackStore
import Testing

@Suite("Erasure of plans, on every store")
struct PlanErasureContractTests {
    /// Every way in which a response goes.
    enum Way: CaseIterable, Sendable {
        case request
        case expiry
        case ledger
    }

    @Test(arguments: Backend.allCases, Way.allCases)
    func plan_goesWithItsResponse(_ backend: Backend, way: Way) async throws {
        try await withStores(backend) { stores in
            let (feed, key) = (Samples.newToken(), Samples.newToken())
            let id = try await planned(in: stores, feed: feed, key: key)
            try await erase(id, in: stores, by: way)
            #expect(try await stores.plans.entries(id: id).isEmpty)
            #expect(try await stores.plans.hasFeed(id: id) == false)
            #expect(try await stores.plans.find(feed: feed) == nil)
            await #expect(throws: StoreError.notFound(id: id)) {
                try await stores.plans.add("late", to: id, after: 2, key: key)
            }
        }
    }

    @Test(arguments: Backend.allCases, Way.allCases)
    func nothingOfIt_comesBackWithTheSameID(_ backend: Backend, way: Way) async throws {
        try await withStores(backend) { stores in
            let (feed, key) = (Samples.newToken(), Samples.newToken())
            let id = try await planned(in: stores, feed: feed, key: key)
            try await erase(id, in: stores, by: way)
            try await stores.responses.create(
                id: id, session: Samples.newToken(), language: "en", packVersion: "1", packDigest: "ab",
                now: Samples.days(31))
            #expect(try await stores.plans.entries(id: id).isEmpty)
            #expect(try await stores.plans.hasFeed(id: id) == false)
            #expect(try await stores.plans.add("one", to: id, after: 0, key: key) == .stored(last: 1))
            let other = try await stores.responses.start()
            try await stores.plans.setFeed(id: other, feed: feed)
        }
    }

    @Test(arguments: Backend.allCases, Way.allCases)
    func plansOfOthers_stay(_ backend: Backend, way: Way) async throws {
        try await withStores(backend) { stores in
            let feed = Samples.newToken()
            let gone = try await planned(in: stores, feed: Samples.newToken(), key: nil)
            let kept = try await planned(in: stores, feed: feed, key: nil)
            try await stores.responses.touch(id: kept, session: nil, now: Samples.days(31))
            try await erase(gone, in: stores, by: way)
            #expect(try await stores.plans.entries(id: kept).count == 2)
            #expect(try await stores.plans.find(feed: feed)?.id == kept)
        }
    }

    @Test(arguments: Backend.allCases)
    func eachEntry_startsTheSpanOfKeepingAgain(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.plans.add("one", to: id, after: 0, now: Samples.days(20))
            let policy = RetentionPolicy()
            _ = try await stores.responses.purgeExpired(policy: policy, now: Samples.days(50))
            #expect(try await stores.plans.entries(id: id).count == 1)
            _ = try await stores.responses.purgeExpired(policy: policy, now: Samples.days(50.001))
            #expect(try await stores.plans.entries(id: id).isEmpty)
        }
    }

    private func planned(in stores: Stores, feed: TokenHash, key: TokenHash?) async throws -> String {
        let id = try await stores.responses.start()
        try await stores.plans.add("one", "two", to: id, after: 0, key: key)
        try await stores.plans.setFeed(id: id, feed: feed)
        return id
    }

    private func erase(_ id: String, in stores: Stores, by way: Way) async throws {
        switch way {
        case .request: try await stores.responses.delete(id: id, now: Samples.days(1))
        case .expiry: _ = try await stores.responses.purgeExpired(policy: RetentionPolicy(), now: Samples.days(31))
        case .ledger:
            let entry = Erasure(idHash: Samples.token(id), at: Samples.days(1))
            #expect(try await stores.erasures.reapply([entry]) == 1)
        }
    }
}
