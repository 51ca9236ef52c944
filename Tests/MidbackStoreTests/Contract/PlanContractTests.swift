import Foundation
import MidbackStore
import Testing

@Suite("Entries of plans, on every store")
struct PlanContractTests {
    @Test(arguments: Backend.allCases)
    func entries_comeBackOldestFirst_asTheyWereHandedIn(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            #expect(try await stores.plans.entries(id: id).isEmpty)
            let made = try await stores.plans.add("one", kind: .plan, to: id, after: 0, now: Samples.days(1))
            #expect(made == .stored(last: 1))
            let drafts = [Samples.entry("two", kind: .checkIn), Samples.entry("three", kind: .plan)]
            let checked = try await stores.plans.append(
                drafts, to: id, expectedLast: 1, key: nil, now: Samples.days(2))
            #expect(checked == .stored(last: 3))
            let expected = [
                PlanEntry(number: 1, kind: .plan, payload: Data("one".utf8), recordedAt: Samples.days(1)),
                PlanEntry(number: 2, kind: .checkIn, payload: Data("two".utf8), recordedAt: Samples.days(2)),
                PlanEntry(number: 3, kind: .plan, payload: Data("three".utf8), recordedAt: Samples.days(2)),
            ]
            #expect(try await stores.plans.entries(id: id) == expected)
            #expect(try await stores.responses.find(id: id)?.latestVersion == 0)
        }
    }

    @Test(arguments: Backend.allCases, PlanEntry.Kind.allCases)
    func everyKind_canBeStored(_ backend: Backend, kind: PlanEntry.Kind) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.plans.add("one", kind: kind, to: id, after: 0)
            #expect(try await stores.plans.entries(id: id).map(\.kind) == [kind])
        }
    }

    @Test
    func storedNamesOfKinds_stayAsTheyAre() {
        #expect(PlanEntry.Kind.allCases.map(\.rawValue) == ["plan", "session", "check-in", "flare", "screen"])
    }

    @Test(arguments: Backend.allCases)
    func entriesOfTwoResponses_areCountedApart(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (mine, other) = (try await stores.responses.start(), try await stores.responses.start())
            try await stores.plans.add("mine", to: mine, after: 0)
            #expect(try await stores.plans.add("other", to: other, after: 0) == .stored(last: 1))
            #expect(try await stores.plans.entries(id: mine).map(\.payload) == [Data("mine".utf8)])
            #expect(try await stores.plans.entries(id: other).map(\.payload) == [Data("other".utf8)])
        }
    }

    @Test(arguments: Backend.allCases, [0, 1, 3, .max])
    func staleOrFutureNumber_isAConflict_andStoresNothing(_ backend: Backend, expected: Int) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.plans.add("one", "two", to: id, after: 0)
            await #expect(throws: StoreError.conflict(id: id, latestVersion: 2)) {
                try await stores.plans.add("late", "later", to: id, after: expected, now: Samples.days(1))
            }
            #expect(try await stores.plans.entries(id: id).count == 2)
            #expect(try await stores.responses.find(id: id)?.lastUsedAt == Samples.start)
        }
    }

    @Test(arguments: Backend.allCases)
    func appending_countsAsUse_whichNeverGoesBack(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.plans.add("one", to: id, after: 0, now: Samples.days(2))
            #expect(try await stores.responses.find(id: id)?.lastUsedAt == Samples.days(2))
            try await stores.plans.add("two", to: id, after: 1, now: Samples.days(1))
            #expect(try await stores.responses.find(id: id)?.lastUsedAt == Samples.days(2))
        }
    }

    @Test(arguments: Backend.allCases, [0, StoreLimits.payload + 1])
    func oneBadDraft_refusesAllOfThem_andLeavesTheKeyFree(_ backend: Backend, size: Int) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let key = Samples.newToken()
            let drafts = [Samples.entry("good"), PlanEntryDraft(kind: .plan, payload: Data(count: size))]
            await #expect(throws: StoreError.rejected(id: id)) {
                try await stores.plans.append(drafts, to: id, expectedLast: 0, key: key, now: Samples.days(1))
            }
            #expect(try await stores.plans.entries(id: id).isEmpty)
            #expect(try await stores.responses.find(id: id)?.lastUsedAt == Samples.start)
            #expect(try await stores.idempotency.claim(key: key, for: id, now: Samples.start))
        }
    }

    @Test(arguments: Backend.allCases)
    func noDraftOrNegativeNumber_isRejected(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            await #expect(throws: StoreError.rejected(id: id)) {
                try await stores.plans.append([], to: id, expectedLast: 0, key: nil, now: Samples.start)
            }
            await #expect(throws: StoreError.rejected(id: id)) {
                try await stores.plans.add("one", to: id, after: -1)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func largestPayload_comesBackUnchanged(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let payload = Data((0..<StoreLimits.payload).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            let drafts = [PlanEntryDraft(kind: .plan, payload: payload)]
            _ = try await stores.plans.append(drafts, to: id, expectedLast: 0, key: nil, now: Samples.start)
            #expect(try await stores.plans.entries(id: id).first?.payload == payload)
        }
    }

    @Test(arguments: Backend.allCases)
    func unknownResponse_isNotFound_andHasNothing(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = Samples.newID()
            let missing = StoreError.notFound(id: id)
            await #expect(throws: missing) { try await stores.plans.add("one", to: id, after: 0) }
            await #expect(throws: missing) {
                try await stores.plans.add("one", to: id, after: 0, key: Samples.newToken())
            }
            await #expect(throws: missing) { try await stores.plans.setFeed(id: id, feed: Samples.newToken()) }
            await #expect(throws: missing) { try await stores.plans.revokeFeed(id: id) }
            let entries = try await stores.plans.entries(id: id)
            let hasFeed = try await stores.plans.hasFeed(id: id)
            #expect(entries.isEmpty && !hasFeed)
        }
    }

    @Test(arguments: Backend.allCases)
    func fiftyWritersAtOnce_loseNothing(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<50 {
                    group.addTask { try await insist("\(writer)a", "\(writer)b", to: id, of: stores.plans) }
                }
                try await group.waitForAll()
            }
            let entries = try await stores.plans.entries(id: id)
            #expect(entries.map(\.number) == Array(1...100))
            let texts = entries.map { String(decoding: $0.payload, as: UTF8.self) }
            #expect(Set(texts) == Set((0..<50).flatMap { ["\($0)a", "\($0)b"] }))
            for index in stride(from: 0, to: texts.count, by: 2) {
                #expect(texts[index].dropLast() == texts[index + 1].dropLast())
            }
        }
    }

    /// Adds two entries and starts again whenever another writer was faster.
    private func insist(_ first: String, _ second: String, to id: String, of plans: any PlanStore) async throws {
        var last = 0
        while true {
            do {
                try await plans.add(first, second, to: id, after: last)
                return
            } catch StoreError.conflict(_, let latest) {
                last = latest
            }
        }
    }
}
