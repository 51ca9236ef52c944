import Foundation
import MidbackStore
import Testing

@Suite("Erasure and its ledger, on every store")
struct ErasureContractTests {
    @Test(arguments: Backend.allCases)
    func erasedResponse_isGoneWithEverythingOfIt(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (session, link) = (Samples.newToken(), Samples.newToken())
            let (id, triageID) = try await fullResponse(in: stores, session: session, link: link)
            try await stores.responses.delete(id: id, now: Samples.days(1))
            #expect(try await stores.responses.find(id: id) == nil)
            #expect(try await stores.responses.find(session: session) == nil)
            #expect(try await stores.responses.find(link: link) == nil)
            #expect(try await stores.responses.versions(id: id).isEmpty)
            #expect(try await stores.responses.triages(id: id).isEmpty)
            #expect(try await stores.responses.triage(id: triageID) == nil)
            #expect(try await stores.responses.acknowledgements(id: id).isEmpty)
            await #expect(throws: StoreError.notFound(id: id)) {
                try await stores.responses.delete(id: id, now: Samples.days(1))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func erasure_leavesOthersAlone(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let session = Samples.newToken()
            let (kept, _) = try await fullResponse(in: stores, session: session, link: Samples.newToken())
            let gone = try await stores.responses.start()
            try await stores.responses.delete(id: gone, now: Samples.days(1))
            #expect(try await stores.responses.find(session: session)?.id == kept)
            #expect(try await stores.responses.versions(id: kept).count == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func ledger_knowsOnlyTheHashOfTheIDAndTheTime(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (first, second) = (try await stores.responses.start(), try await stores.responses.start())
            try await stores.responses.delete(id: first, now: Samples.days(1))
            try await stores.responses.delete(id: second, now: Samples.days(2))
            let entries = [
                Erasure(idHash: Samples.token(first), at: Samples.days(1)),
                Erasure(idHash: Samples.token(second), at: Samples.days(2)),
            ]
            #expect(try await stores.erasures.erasures(since: nil) == entries)
            #expect(try await stores.erasures.erasures(since: Samples.days(2)) == [entries[1]])
        }
    }

    @Test(arguments: Backend.allCases)
    func ledgerAppliedAgain_erasesWhatARestoreBroughtBack(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let (back, _) = try await fullResponse(in: stores, session: Samples.newToken(), link: Samples.newToken())
            let kept = try await stores.responses.start()
            let ledger = [
                Erasure(idHash: Samples.token(back), at: Samples.days(1)),
                Erasure(idHash: Samples.token(Samples.newID()), at: Samples.days(2)),
            ]
            #expect(try await stores.erasures.reapply(ledger) == 1)
            #expect(try await stores.erasures.reapply(ledger) == 0)
            #expect(try await stores.responses.find(id: back) == nil)
            #expect(try await stores.responses.find(id: kept) != nil)
            #expect(try await stores.erasures.erasures(since: nil) == ledger)
        }
    }

    /// A response with something in every place a response can have something.
    private func fullResponse(
        in stores: Stores, session: TokenHash, link: TokenHash
    ) async throws -> (id: String, triageID: String) {
        let id = try await stores.responses.start(session: session)
        let draft = Samples.draft()
        try await stores.responses.add("one", to: id, after: 0)
        try await stores.responses.setLink(id: id, link: link, keeping: nil)
        try await stores.responses.recordTriage(draft, for: id, now: Samples.start)
        try await stores.responses.acknowledge(
            Acknowledgement(page: "stop", triageID: draft.id, at: Samples.start), for: id)
        _ = try await stores.idempotency.claim(key: Samples.newToken(), for: id, now: Samples.start)
        return (id, draft.id)
    }
}
