import Foundation
import MidbackStore
import Testing

@Suite("Sessions of private links, on every store")
struct LinkContractTests {
    /// A survey with the session it was started with, a link, and two sessions that the link opened.
    private struct Scene {
        let id: String
        let first = Samples.newToken(), second = Samples.newToken(), third = Samples.newToken()
        let link = Samples.newToken()

        init(_ responses: any ResponseStore) async throws {
            id = try await responses.start(session: first)
            try await responses.setLink(id: id, link: link, keeping: first)
            try await responses.openSession(id: id, session: second, link: link, now: Samples.days(1))
            try await responses.openSession(id: id, session: third, link: link, now: Samples.days(2))
        }

        func open(_ responses: any ResponseStore) async throws -> [Bool] {
            var result: [Bool] = []
            for session in [first, second, third] {
                result.append(try await responses.find(session: session)?.id == id)
            }
            return result
        }
    }

    @Test(arguments: Backend.allCases)
    func revokedLink_endsTheSessionsItOpened(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let scene = try await Scene(stores.responses)
            #expect(try await scene.open(stores.responses) == [true, true, true])
            try await stores.responses.revokeLink(id: scene.id, keeping: scene.first)
            #expect(try await scene.open(stores.responses) == [true, false, false])
        }
    }

    @Test(arguments: Backend.allCases)
    func whoRevokes_staysIn_evenByTheLink(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let scene = try await Scene(stores.responses)
            try await stores.responses.revokeLink(id: scene.id, keeping: scene.third)
            #expect(try await scene.open(stores.responses) == [true, false, true])
        }
    }

    @Test(arguments: Backend.allCases)
    func newLink_endsTheSessionsOfTheOldOne(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let scene = try await Scene(stores.responses)
            try await stores.responses.setLink(id: scene.id, link: Samples.newToken(), keeping: scene.second)
            #expect(try await scene.open(stores.responses) == [true, true, false])
        }
    }

    @Test(arguments: Backend.allCases)
    func otherSurveys_areLeftAlone(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (one, other) = (try await Scene(stores.responses), try await Scene(stores.responses))
            try await stores.responses.revokeLink(id: one.id, keeping: nil)
            #expect(try await other.open(stores.responses) == [true, true, true])
        }
    }

    @Test(arguments: Backend.allCases)
    func linkThatLeadsElsewhere_opensNothing(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let scene = try await Scene(stores.responses)
            try await stores.responses.revokeLink(id: scene.id, keeping: nil)
            for link in [scene.link, Samples.newToken()] {
                await #expect(throws: StoreError.notFound(id: scene.id)) {
                    try await stores.responses.openSession(
                        id: scene.id, session: Samples.newToken(), link: link, now: Samples.days(3))
                }
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func sessionByALink_countsAsUse(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let scene = try await Scene(stores.responses)
            #expect(try await stores.responses.find(id: scene.id)?.lastUsedAt == Samples.days(2))
        }
    }
}
