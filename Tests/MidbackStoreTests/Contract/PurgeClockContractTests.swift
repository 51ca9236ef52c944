import Foundation
import MidbackStore
import Testing

@Suite("What is known of the time, on every store")
struct PurgeClockContractTests {
    @Test(arguments: Backend.allCases)
    func nothingIsKnown_beforeThereIsASurvey(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let clock = try await stores.responses.purgeClock()
            #expect(clock == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func newestUse_isTrustedFirst(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            _ = try await stores.responses.start(now: Samples.days(1))
            _ = try await stores.responses.start(now: Samples.days(3))
            _ = try await stores.responses.start(now: Samples.days(2))
            #expect(try await stores.responses.purgeClock() == PurgeClock(trusted: Samples.days(3)))
        }
    }

    @Test(arguments: Backend.allCases)
    func notedClock_comesBack_andReplacesTheEarlierOne(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            _ = try await stores.responses.start(now: Samples.days(9))
            let doubted = PurgeClock(trusted: Samples.days(1), doubted: Samples.days(90))
            try await stores.responses.note(doubted)
            #expect(try await stores.responses.purgeClock() == doubted)
            try await stores.responses.note(PurgeClock(trusted: Samples.days(2)))
            #expect(try await stores.responses.purgeClock() == PurgeClock(trusted: Samples.days(2)))
        }
    }
}
