import Foundation
import MidbackStore
import Testing

@Suite("How much one survey may hold, on every store")
struct LimitContractTests {
    @Test(arguments: Backend.allCases)
    func planTakesNoMoreEntriesThanItMay_andLosesNone(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let most = StoreLimits.planEntries
            let all = Array(repeating: Samples.entry("one"), count: most)
            await #expect(throws: StoreError.tooMany(id: id)) {
                try await stores.plans.append(
                    all + [Samples.entry("two")], to: id, expectedLast: 0, key: nil, now: Samples.start)
            }
            let stored = try await stores.plans.append(all, to: id, expectedLast: 0, key: nil, now: Samples.start)
            #expect(stored == .stored(last: most))
            await #expect(throws: StoreError.tooMany(id: id)) {
                try await stores.plans.add("two", to: id, after: most)
            }
            #expect(try await stores.plans.entries(id: id).count == most)
        }
    }

    @Test func surveyTakesNoMoreVersionsThanItMay() async throws {
        try await withStores(.memory) { stores in
            let id = try await stores.responses.start()
            for number in 0..<StoreLimits.versions { try await stores.responses.add("one", to: id, after: number) }
            await #expect(throws: StoreError.tooMany(id: id)) {
                try await stores.responses.add("two", to: id, after: StoreLimits.versions)
            }
            #expect(try await stores.responses.latest(id: id)?.number == StoreLimits.versions)
        }
    }

    @Test(arguments: Backend.allCases)
    func numberBeyondAllCounting_isAConflict(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            await #expect(throws: StoreError.conflict(id: id, latestVersion: 0)) {
                try await stores.responses.add("one", to: id, after: .max)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func decisionsOfOneVersion_areFoundWithoutTheOthers(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            try await stores.responses.add("two", to: id, after: 1)
            for version in [1, 2, 2] {
                try await stores.responses.recordTriage(
                    Samples.draft(answersVersion: version), for: id, now: Samples.start)
            }
            #expect(try await stores.responses.triages(id: id, answersVersion: 2).map(\.number) == [2, 3])
            #expect(try await stores.responses.triages(id: id, answersVersion: 3).isEmpty)
            #expect(try await stores.responses.triages(id: Samples.newID(), answersVersion: 1).isEmpty)
        }
    }
}
