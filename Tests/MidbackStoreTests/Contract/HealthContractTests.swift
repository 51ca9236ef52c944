import MidbackStore
import Testing

@Suite("Health and closing, on every store")
struct HealthContractTests {
    @Test(arguments: Backend.allCases)
    func openStore_isWell(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            try await stores.health.ping()
            try await stores.health.checkpoint()
            try await stores.health.compact()
            #expect(try await stores.health.schemaVersion() >= 0)
        }
    }

    @Test(arguments: Backend.allCases)
    func closedStore_saysSo_andClosingTwiceIsFine(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.health.close()
            try await stores.health.close()
            await #expect(throws: StoreError.unavailable(.closed)) { try await stores.health.ping() }
            await #expect(throws: StoreError.unavailable(.closed)) { try await stores.responses.find(id: id) }
            await #expect(throws: StoreError.unavailable(.closed)) {
                try await stores.responses.add("late", to: id, after: 0)
            }
            await #expect(throws: StoreError.unavailable(.closed)) { try await stores.plans.entries(id: id) }
            await #expect(throws: StoreError.unavailable(.closed)) {
                try await stores.plans.add("late", to: id, after: 0)
            }
        }
    }
}
