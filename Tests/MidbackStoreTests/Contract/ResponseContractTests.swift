import Foundation
import MidbackStore
import Testing

@Suite("A response and its links, on every store")
struct ResponseContractTests {
    @Test(arguments: Backend.allCases)
    func newResponse_isFoundWithWhatItWasMadeOf(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let session = Samples.newToken()
            let id = try await stores.responses.start(session: session)
            let expected = ResponseRecord(
                id: id, language: "en", packVersion: "1.2.3", packDigest: "ab12", createdAt: Samples.start,
                lastUsedAt: Samples.start)
            #expect(try await stores.responses.find(session: session) == expected)
            #expect(try await stores.responses.find(id: id) == expected)
        }
    }

    @Test(arguments: Backend.allCases)
    func unknownTokensAndIDs_findNothing(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            _ = try await stores.responses.start()
            #expect(try await stores.responses.find(session: Samples.newToken()) == nil)
            #expect(try await stores.responses.find(link: Samples.newToken()) == nil)
            #expect(try await stores.responses.find(id: Samples.newID()) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func takenIDOrToken_isRefusedAndChangesNothing(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let session = Samples.newToken()
            let id = try await stores.responses.start(session: session)
            let other = Samples.newID()
            await #expect(throws: StoreError.alreadyExists(id: id)) {
                try await stores.responses.create(
                    id: id, session: Samples.newToken(), language: "es", packVersion: "2", packDigest: "cd",
                    now: Samples.start)
            }
            await #expect(throws: StoreError.alreadyExists(id: other)) {
                try await stores.responses.create(
                    id: other, session: session, language: "es", packVersion: "2", packDigest: "cd",
                    now: Samples.start)
            }
            #expect(try await stores.responses.find(id: id)?.language == "en")
            #expect(try await stores.responses.find(id: other) == nil)
        }
    }

    @Test(arguments: Backend.allCases, ["", "42", "not-a-uuid-but-of-the-right-length-xx"])
    func idThatIsNoUUID_isRejected(_ backend: Backend, id: String) async throws {
        try await withStores(backend) { stores in
            await #expect(throws: StoreError.rejected(id: id)) {
                try await stores.responses.create(
                    id: id, session: Samples.newToken(), language: "en", packVersion: "1", packDigest: "ab",
                    now: Samples.start)
            }
        }
    }

    @Test(arguments: Backend.allCases, ["", String(repeating: "x", count: StoreLimits.word + 1)])
    func emptyOrEndlessWord_isRejected(_ backend: Backend, word: String) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            await #expect(throws: StoreError.rejected(id: id)) {
                try await stores.responses.setLanguage(id: id, language: word)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func secondSession_leavesTheFirstOpen(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (first, second, link) = (Samples.newToken(), Samples.newToken(), Samples.newToken())
            let id = try await stores.responses.start(session: first)
            try await stores.responses.setLink(id: id, link: link, keeping: nil)
            try await stores.responses.openSession(id: id, session: second, link: link, now: Samples.days(1))
            #expect(try await stores.responses.find(session: first)?.id == id)
            #expect(try await stores.responses.find(session: second)?.id == id)
            await #expect(throws: StoreError.alreadyExists(id: id)) {
                try await stores.responses.openSession(id: id, session: second, link: link, now: Samples.days(1))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func closedSession_leadsNowhere_andTheResponseStays(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let session = Samples.newToken()
            let id = try await stores.responses.start(session: session)
            try await stores.responses.closeSession(session)
            try await stores.responses.closeSession(session)
            #expect(try await stores.responses.find(session: session) == nil)
            #expect(try await stores.responses.find(id: id) != nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func newLink_replacesTheOldOne_andRevokingEndsIt(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (old, new) = (Samples.newToken(), Samples.newToken())
            let id = try await stores.responses.start()
            try await stores.responses.setLink(id: id, link: old, keeping: nil)
            #expect(try await stores.responses.find(link: old)?.hasLink == true)
            try await stores.responses.setLink(id: id, link: new, keeping: nil)
            #expect(try await stores.responses.find(link: old) == nil)
            #expect(try await stores.responses.find(link: new)?.id == id)
            try await stores.responses.revokeLink(id: id, keeping: nil)
            try await stores.responses.revokeLink(id: id, keeping: nil)
            #expect(try await stores.responses.find(link: new) == nil)
            #expect(try await stores.responses.find(id: id)?.hasLink == false)
        }
    }

    @Test(arguments: Backend.allCases)
    func linkOfAnotherResponse_isRefused(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let link = Samples.newToken()
            let first = try await stores.responses.start()
            let second = try await stores.responses.start()
            try await stores.responses.setLink(id: first, link: link, keeping: nil)
            try await stores.responses.setLink(id: first, link: link, keeping: nil)
            await #expect(throws: StoreError.alreadyExists(id: second)) {
                try await stores.responses.setLink(id: second, link: link, keeping: nil)
            }
            #expect(try await stores.responses.find(link: link)?.id == first)
        }
    }

    @Test(arguments: Backend.allCases)
    func touch_movesTheLastUseForwardOnly(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let session = Samples.newToken()
            let id = try await stores.responses.start(session: session)
            try await stores.responses.touch(id: id, session: session, now: Samples.days(2))
            try await stores.responses.touch(id: id, session: session, now: Samples.days(1))
            try await stores.responses.touch(id: id, session: Samples.newToken(), now: Samples.days(1))
            #expect(try await stores.responses.find(id: id)?.lastUsedAt == Samples.days(2))
        }
    }

    @Test(arguments: Backend.allCases)
    func finish_keepsTheFirstTime_andCountsAsUse(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.finish(id: id, now: Samples.days(1))
            try await stores.responses.finish(id: id, now: Samples.days(3))
            let record = try #require(try await stores.responses.find(id: id))
            #expect(record.finishedAt == Samples.days(1))
            #expect(record.lastUsedAt == Samples.days(3))
        }
    }

    @Test(arguments: Backend.allCases)
    func language_canBeChanged(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.setLanguage(id: id, language: "es")
            #expect(try await stores.responses.find(id: id)?.language == "es")
        }
    }

    @Test(arguments: Backend.allCases)
    func everyChangeOfAnUnknownResponse_isNotFound(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = Samples.newID()
            let (responses, now, token) = (stores.responses, Samples.start, Samples.newToken())
            let missing = StoreError.notFound(id: id)
            await #expect(throws: missing) {
                try await responses.openSession(id: id, session: token, link: token, now: now)
            }
            await #expect(throws: missing) { try await responses.touch(id: id, session: nil, now: now) }
            await #expect(throws: missing) { try await responses.setLink(id: id, link: token, keeping: nil) }
            await #expect(throws: missing) { try await responses.revokeLink(id: id, keeping: nil) }
            await #expect(throws: missing) { try await responses.setLanguage(id: id, language: "es") }
            await #expect(throws: missing) { try await responses.finish(id: id, now: now) }
            await #expect(throws: missing) { try await responses.delete(id: id, now: now) }
            await #expect(throws: missing) { try await responses.add("{}", to: id, after: 0) }
            await #expect(throws: missing) { try await responses.recordTriage(Samples.draft(), for: id, now: now) }
            await #expect(throws: missing) {
                try await responses.acknowledge(Acknowledgement(page: "stop", at: now), for: id)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func times_areKeptInWholeMilliseconds(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let now = Date(timeIntervalSince1970: 1_790_000_000.123_456)
            let id = try await stores.responses.start(now: now)
            let record = try #require(try await stores.responses.find(id: id))
            #expect(record.createdAt == now.wholeMilliseconds)
            #expect(record.createdAt.milliseconds == 1_790_000_000_123)
        }
    }
}
