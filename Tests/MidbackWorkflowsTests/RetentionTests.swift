import Foundation
import MidbackStore
import Testing

@testable import MidbackWorkflows

/// A clock that is wrong must not cost anybody their answers.
@Suite struct RetentionTests {
    private let room = Workroom()
    private let day = RetentionPolicy.day

    private func retention(trustsClock: Bool = false) -> Retention {
        Retention(
            store: room.stores.responses, policy: RetentionPolicy(), environment: room.test.environment,
            trustsClock: trustsClock)
    }

    /// Unfinished surveys that were erased; `nil` when the clock was doubted.
    private func erased(_ retention: Retention) async throws -> Int? {
        if case .purged(let counts) = try await retention.purge() { counts.unfinished } else { nil }
    }

    private func isThere(_ visit: Visit) async throws -> Bool {
        try await room.stores.responses.find(id: visit.record.id) != nil
    }

    @Test func hourlyRuns_eraseWhatIsDue() async throws {
        let visit = try await room.answeredVisit()
        for _ in 0..<29 {
            room.test.pass(day)
            #expect(try await erased(retention()) == 0)
        }
        room.test.pass(2 * day)
        #expect(try await erased(retention()) == 1)
        #expect(try await !isThere(visit))
    }

    @Test func clockFarAheadAtTheFirstStart_erasesNothing() async throws {
        let visit = try await room.answeredVisit()
        room.test.pass(91 * day)
        let believed = room.test.now.addingTimeInterval(day)
        #expect(try await retention().purge() == .doubted(days: 91, believedAfter: believed))
        room.test.pass(day / 2)
        #expect(try await retention().purge() == .doubted(days: 91, believedAfter: believed))
        #expect(try await isThere(visit))
    }

    @Test func clockThatIsPutRight_costsNothing() async throws {
        let visit = try await room.answeredVisit()
        #expect(try await erased(retention()) == 0)
        room.test.pass(400 * day)
        #expect(try await erased(retention()) == nil)
        room.test.pass(-400 * day)
        #expect(try await erased(retention()) == 0)
        #expect(try await room.stores.responses.purgeClock()?.doubted == nil)
        #expect(try await isThere(visit))
    }

    @Test func timeThatGoesOnForADay_isBelieved() async throws {
        let visit = try await room.answeredVisit()
        _ = try await retention().purge()
        room.test.pass(60 * day)
        _ = try await retention().purge()
        room.test.pass(day)
        #expect(try await erased(retention()) == 1)
        #expect(try await !isThere(visit))
    }

    /// A second jump starts the day anew.
    @Test func clockThatKeepsJumping_isNeverBelieved() async throws {
        let visit = try await room.answeredVisit()
        _ = try await retention().purge()
        for _ in 0..<5 {
            room.test.pass(50 * day)
            #expect(try await erased(retention()) == nil)
        }
        #expect(try await isThere(visit))
    }

    @Test func operatorWhoHasLooked_isBelieved() async throws {
        let visit = try await room.answeredVisit()
        room.test.pass(60 * day)
        #expect(try await erased(retention(trustsClock: true)) == 1)
        #expect(try await !isThere(visit))
    }
}
