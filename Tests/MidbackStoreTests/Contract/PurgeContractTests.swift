import Foundation
import MidbackStore
import Testing

@Suite("Retention, on every store")
struct PurgeContractTests {
    @Test(arguments: Backend.allCases)
    func whatTheDefaultsKeep_staysToTheLastMoment(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let open = try await stores.responses.start()
            let done = try await finished(in: stores)
            #expect(try await purge(stores, after: 30) == PurgeCounts())
            #expect(try await purge(stores, after: 30.001) == PurgeCounts(unfinished: 1, sessions: 1))
            #expect(try await stores.responses.find(id: open) == nil)
            #expect(try await purge(stores, after: 90) == PurgeCounts())
            #expect(try await purge(stores, after: 90.001) == PurgeCounts(finished: 1))
            #expect(try await stores.responses.find(id: done) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func everyUse_startsTheSpanAgain(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let touched = try await stores.responses.start()
            let answered = try await stores.responses.start()
            try await stores.responses.touch(id: touched, session: nil, now: Samples.days(20))
            try await stores.responses.add("one", to: answered, after: 0, now: Samples.days(20))
            #expect(try await purge(stores, after: 49).unfinished == 0)
            #expect(try await purge(stores, after: 51).unfinished == 2)
        }
    }

    @Test(arguments: Backend.allCases)
    func sessionsInUse_stay_othersEndBeforeTheirSurvey(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (used, idle) = (Samples.newToken(), Samples.newToken())
            let id = try await stores.responses.start(session: used)
            try await stores.responses.setLink(id: id, link: idle, keeping: nil)
            try await stores.responses.openSession(id: id, session: idle, link: idle, now: Samples.start)
            try await stores.responses.touch(id: id, session: used, now: Samples.days(25))
            #expect(try await purge(stores, after: 40) == PurgeCounts(sessions: 1))
            #expect(try await stores.responses.find(session: used)?.id == id)
            #expect(try await stores.responses.find(session: idle) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func oldClaims_goBeforeTheirSurvey(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await finished(in: stores)
            let key = Samples.newToken()
            _ = try await stores.idempotency.claim(key: key, for: id, now: Samples.start)
            #expect(try await purge(stores, after: 31).claims == 1)
            #expect(try await stores.idempotency.claim(key: key, for: id, now: Samples.days(31)))
        }
    }

    @Test(arguments: Backend.allCases)
    func spans_areConfigurable_andManyAreErasedInBatches(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            for _ in 0..<120 { _ = try await stores.responses.start() }
            let kept = try await stores.responses.start(now: Samples.days(2))
            let policy = RetentionPolicy(unfinished: RetentionPolicy.day)
            let counts = try await stores.responses.purgeExpired(policy: policy, now: Samples.days(2))
            #expect(counts == PurgeCounts(unfinished: 120))
            #expect(try await stores.responses.find(id: kept) != nil)
            #expect(try await stores.erasures.erasures(since: nil).isEmpty)
        }
    }

    @Test
    func policy_agreesWithThePurge() {
        let policy = RetentionPolicy()
        var record = ResponseRecord(
            id: "", language: "en", packVersion: "1", packDigest: "a", createdAt: Samples.start,
            lastUsedAt: Samples.start)
        #expect(policy.keeps(record, now: Samples.days(30)))
        #expect(!policy.keeps(record, now: Samples.days(30.001)))
        record.finishedAt = Samples.start
        #expect(policy.keeps(record, now: Samples.days(90)))
        #expect(!policy.keeps(record, now: Samples.days(90.001)))
    }

    private func finished(in stores: Stores) async throws -> String {
        let id = try await stores.responses.start()
        try await stores.responses.add("one", to: id, after: 0)
        try await stores.responses.recordTriage(Samples.draft(), for: id, now: Samples.start)
        try await stores.responses.finish(id: id, now: Samples.start)
        return id
    }

    private func purge(_ stores: Stores, after days: Double) async throws -> PurgeCounts {
        try await stores.responses.purgeExpired(policy: RetentionPolicy(), now: Samples.days(days))
    }
}
