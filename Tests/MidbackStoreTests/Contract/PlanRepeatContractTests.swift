import Foundation
import MidbackStore
import Testing

@Suite("Entries of plans sent twice, on every store")
struct PlanRepeatContractTests {
    @Test(arguments: Backend.allCases)
    func lateCopy_isAlreadyHandled_whateverItsNumber(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            #expect(try await stores.plans.add("one", to: id, after: 0, key: key) == .stored(last: 1))
            try await stores.plans.add("two", to: id, after: 1)
            for last in [0, 1, 2, 9] {
                let copy = try await stores.plans.add("one", to: id, after: last, key: key, now: Samples.days(1))
                #expect(copy == .alreadyHandled)
            }
            #expect(try await stores.plans.entries(id: id).map(\.payload) == [Data("one".utf8), Data("two".utf8)])
            #expect(try await stores.responses.find(id: id)?.lastUsedAt == Samples.start)
        }
    }

    @Test(arguments: Backend.allCases)
    func conflict_leavesTheKeyFree(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            try await stores.plans.add("one", to: id, after: 0)
            await #expect(throws: StoreError.conflict(id: id, latestVersion: 1)) {
                try await stores.plans.add("two", to: id, after: 0, key: key)
            }
            #expect(try await stores.plans.add("two", to: id, after: 1, key: key) == .stored(last: 2))
        }
    }

    @Test(arguments: Backend.allCases)
    func keys_areSharedWithOtherPostsOfTheResponse(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let (claimed, used) = (Samples.newToken(), Samples.newToken())
            _ = try await stores.idempotency.claim(key: claimed, for: id, now: Samples.start)
            #expect(try await stores.plans.add("one", to: id, after: 0, key: claimed) == .alreadyHandled)
            #expect(try await stores.plans.entries(id: id).isEmpty)
            try await stores.plans.add("one", to: id, after: 0, key: used)
            #expect(try await stores.idempotency.claim(key: used, for: id, now: Samples.start) == false)
        }
    }

    @Test(arguments: Backend.allCases)
    func keysOfTwoResponses_areApart(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let key = Samples.newToken()
            for _ in 0..<2 {
                let id = try await stores.responses.start()
                #expect(try await stores.plans.add("one", to: id, after: 0, key: key) == .stored(last: 1))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func postsWithoutAKey_areAllNew(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.plans.add("same", to: id, after: 0)
            #expect(try await stores.plans.add("same", to: id, after: 1) == .stored(last: 2))
        }
    }

    @Test(arguments: Backend.allCases)
    func fiftyCopiesAtOnce_areStoredOnce(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            let outcomes = try await withThrowingTaskGroup(of: PlanAppend.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await stores.plans.add("one", "two", to: id, after: 0, key: key) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .stored(last: 2) } == 1)
            #expect(outcomes.count { $0 == .alreadyHandled } == 49)
            #expect(try await stores.plans.entries(id: id).map(\.payload) == [Data("one".utf8), Data("two".utf8)])
        }
    }

    @Test(arguments: Backend.allCases)
    func keys_areKeptAsLongAsOthers(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            try await stores.plans.add("one", to: id, after: 0, key: key)
            try await stores.responses.touch(id: id, session: nil, now: Samples.days(30))
            #expect(try await purge(stores, after: 30).claims == 0)
            #expect(try await stores.plans.add("one", to: id, after: 1, key: key) == .alreadyHandled)
            #expect(try await purge(stores, after: 30.001).claims == 1)
            #expect(try await stores.plans.add("one", to: id, after: 1, key: key) == .stored(last: 2))
        }
    }

    private func purge(_ stores: Stores, after days: Double) async throws -> PurgeCounts {
        try await stores.responses.purgeExpired(policy: RetentionPolicy(), now: Samples.days(days))
    }
}
