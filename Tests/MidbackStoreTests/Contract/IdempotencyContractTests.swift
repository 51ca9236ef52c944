import MidbackStore
import Testing

@Suite("Posts sent twice, on every store")
struct IdempotencyContractTests {
    @Test(arguments: Backend.allCases)
    func firstClaim_wins_laterOnesDoNot(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            #expect(try await stores.idempotency.claim(key: key, for: id, now: Samples.start))
            #expect(try await stores.idempotency.claim(key: key, for: id, now: Samples.days(1)) == false)
            #expect(try await stores.idempotency.claim(key: Samples.newToken(), for: id, now: Samples.start))
        }
    }

    @Test(arguments: Backend.allCases)
    func keysOfTwoResponses_areApart(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let key = Samples.newToken()
            for _ in 0..<2 {
                let id = try await stores.responses.start()
                #expect(try await stores.idempotency.claim(key: key, for: id, now: Samples.start))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func manyAtOnce_exactlyOneWins(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await stores.idempotency.claim(key: key, for: id, now: Samples.start) }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func claimForAnUnknownResponse_isNotFound(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = Samples.newID()
            await #expect(throws: StoreError.notFound(id: id)) {
                try await stores.idempotency.claim(key: Samples.newToken(), for: id, now: Samples.start)
            }
        }
    }
}
