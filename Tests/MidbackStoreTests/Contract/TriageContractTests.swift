import Foundation
import MidbackStore
import Testing

@Suite("Decisions and acknowledgements, on every store")
struct TriageContractTests {
    @Test(arguments: Backend.allCases)
    func decision_comesBackAsItWasRecorded(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            let draft = Samples.draft(payload: #"{"level":"urgent"}"#, shownTexts: ["net.urgent", "page.stop"])
            #expect(try await stores.responses.recordTriage(draft, for: id, now: Samples.days(1)) == 1)
            let expected = TriageRecord(responseID: id, number: 1, decision: draft, recordedAt: Samples.days(1))
            #expect(try await stores.responses.triages(id: id) == [expected])
            #expect(try await stores.responses.triage(id: draft.id) == expected)
        }
    }

    @Test(arguments: Backend.allCases)
    func newDecisions_areAdded_andEarlierOnesStay(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            try await stores.responses.add("two", to: id, after: 1)
            for version in [1, 2, 2] {
                try await stores.responses.recordTriage(
                    Samples.draft(answersVersion: version, shownTexts: []), for: id, now: Samples.start)
            }
            let stored = try await stores.responses.triages(id: id)
            #expect(stored.map(\.number) == [1, 2, 3])
            #expect(stored.map(\.decision.answersVersion) == [1, 2, 2])
            #expect(stored.allSatisfy { $0.decision.shownTexts.isEmpty })
        }
    }

    @Test(arguments: Backend.allCases, [0, 2])
    func decisionOnAnswersThatAreNotThere_isNotFound(_ backend: Backend, version: Int) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            await #expect(throws: StoreError.notFound(id: id)) {
                try await stores.responses.recordTriage(
                    Samples.draft(answersVersion: version), for: id, now: Samples.start)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func sameDecisionTwice_isRefused(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            let draft = Samples.draft()
            try await stores.responses.recordTriage(draft, for: id, now: Samples.start)
            await #expect(throws: StoreError.alreadyExists(id: draft.id)) {
                try await stores.responses.recordTriage(draft, for: id, now: Samples.start)
            }
        }
    }

    @Test(
        arguments: Backend.allCases,
        [
            Samples.draft(id: "7"), Samples.draft(payload: ""), Samples.draft(shownTexts: [""]),
            Samples.draft(shownTexts: ["a\nb"]),
        ])
    func malformedDecision_isRejected(_ backend: Backend, draft: TriageDraft) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            await #expect(throws: StoreError.rejected(id: draft.id)) {
                try await stores.responses.recordTriage(draft, for: id, now: Samples.start)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func acknowledgements_areKeptInOrder_andDateTheirDecision(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let id = try await stores.responses.start()
            try await stores.responses.add("one", to: id, after: 0)
            let draft = Samples.draft()
            try await stores.responses.recordTriage(draft, for: id, now: Samples.start)
            let all = [
                Acknowledgement(page: "stop", at: Samples.start),
                Acknowledgement(page: "crisis", triageID: draft.id, at: Samples.days(2)),
                Acknowledgement(page: "crisis", triageID: draft.id, at: Samples.days(1)),
            ]
            for one in all { try await stores.responses.acknowledge(one, for: id) }
            #expect(try await stores.responses.acknowledgements(id: id) == all)
            #expect(try await stores.responses.triage(id: draft.id)?.acknowledgedAt == Samples.days(1))
        }
    }

    @Test(arguments: Backend.allCases)
    func acknowledgementOfAnotherPersonsDecision_isNotFound(_ backend: Backend) async throws {
        try await withStores(backend) { stores in
            let mine = try await stores.responses.start()
            let other = try await stores.responses.start()
            try await stores.responses.add("one", to: other, after: 0)
            let draft = Samples.draft()
            try await stores.responses.recordTriage(draft, for: other, now: Samples.start)
            await #expect(throws: StoreError.notFound(id: draft.id)) {
                try await stores.responses.acknowledge(
                    Acknowledgement(page: "stop", triageID: draft.id, at: Samples.start), for: mine)
            }
            #expect(try await stores.responses.acknowledgements(id: mine).isEmpty)
        }
    }
}
