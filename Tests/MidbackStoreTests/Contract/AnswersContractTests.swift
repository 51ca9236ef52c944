import Foundation
import MidbackStore
import Testing

@Suite("Versions of answers, on every store")
struct AnswersContractTests {
    @Test(arguments: Backend.allCases)
    func eachStep_addsAVersion_andKeepsTheEarlierOnes(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            #expect(try await stores.responses.latest(id: id) == nil)
            #expect(try await stores.responses.add("one", to: id, after: 0, now: Samples.days(1)) == 1)
            #expect(try await stores.responses.add("two", to: id, after: 1, now: Samples.days(2)) == 2)
            let first = AnswersVersion(number: 1, answers: Data("one".utf8), savedAt: Samples.days(1))
            let second = AnswersVersion(number: 2, answers: Data("two".utf8), savedAt: Samples.days(2))
            #expect(try await stores.responses.versions(id: id) == [first, second])
            #expect(try await stores.responses.latest(id: id) == second)
            #expect(try await stores.responses.version(1, of: id) == first)
            #expect(try await stores.responses.version(3, of: id) == nil)
            let record = try await stores.responses.find(id: id)
            #expect(record?.latestVersion == 2)
            #expect(record?.lastUsedAt == Samples.days(2))
        }
    }

    @Test(arguments: Backend.allCases, [0, 2, 9])
    func staleOrFutureVersion_isAConflict_andStoresNothing(_ backend: Backend, expected: Int) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            await #expect(throws: StoreError.conflict(id: id, latestVersion: 1)) {
                try await stores.responses.add("late", to: id, after: expected)
            }
            #expect(try await stores.responses.versions(id: id).count == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func twoTabsAtOnce_oneWins_theOtherIsToldOfIt(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for tab in 0..<8 {
                    group.addTask { (try? await stores.responses.add("tab \(tab)", to: id, after: 0)) != nil }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
            #expect(try await stores.responses.versions(id: id).count == 1)
        }
    }

    @Test(arguments: Backend.allCases, [0, StoreLimits.payload + 1])
    func emptyOrTooLargeAnswers_areRejected(_ backend: Backend, size: Int) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            await #expect(throws: StoreError.rejected(id: id)) {
                try await stores.responses.append(
                    answers: Data(count: size), to: id, expectedVersion: 0, now: Samples.start)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func largestAnswers_comeBackUnchanged(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            let answers = Data((0..<StoreLimits.payload).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            try await stores.responses.append(answers: answers, to: id, expectedVersion: 0, now: Samples.start)
            #expect(try await stores.responses.latest(id: id)?.answers == answers)
        }
    }

    @Test(arguments: Backend.allCases)
    func finishedSurvey_canStillBeCorrected(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            try await stores.responses.finish(id: id, now: Samples.start)
            #expect(try await stores.responses.add("corrected", to: id, after: 1) == 2)
        }
    }

    @Test(arguments: Backend.allCases)
    func twoHundredWriters_allGetTheirOwnAnswersBack(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<200 {
                    group.addTask {
                        let id = try await stores.responses.start()
                        for step in 0..<3 { try await stores.responses.add("\(writer)/\(step)", to: id, after: step) }
                        let stored = try await stores.responses.versions(id: id).map(\.answers)
                        #expect(stored == (0..<3).map { Data("\(writer)/\($0)".utf8) })
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
