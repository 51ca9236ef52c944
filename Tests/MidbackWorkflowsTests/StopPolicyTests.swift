import MidbackCore
import Testing

@testable import MidbackWorkflows

@Suite struct StopPolicyTests {
    private static func assess(_ given: [String: [String]], _ isGate: Bool) -> StopNotice? {
        let response = TestPack.response(given)
        let triage = TestPack.engine.assess(response).triage
        return StopPolicy(TestPack.engine.pack).notice(triage, response, isGate: isGate)
    }

    @Test func everyNamedRuleExists() {
        let ids = Set(TestPack.engine.pack.rules.map(\.id))
        #expect(StopPolicy.namedRules.allSatisfy(ids.contains))
    }

    @Test func plainBackPain_doesNotStop() {
        #expect(Self.assess([:], true) == nil)
        #expect(Self.assess([:], false) == nil)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var given: [String: [String]]
        var kind: StopNotice.Kind
        var also: [StopNotice.Kind] = []
    }

    @Test(arguments: [
        Case(
            testDescription: "tightness at rest is an emergency",
            given: ["gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"]], kind: .emergency),
        Case(testDescription: "black stool is for today", given: ["gate-other": ["black-stool"]], kind: .sameDay),
        Case(
            testDescription: "a plan to die shows the crisis page",
            given: [
                "gate-other": ["self-harm"], "self-harm-often": ["several-days"], "self-harm-plan": ["plan-or-intent"],
            ], kind: .crisis),
        Case(
            testDescription: "thoughts alone show the crisis page too",
            given: ["gate-other": ["self-harm"], "self-harm-often": ["several-days"], "self-harm-plan": ["no"]],
            kind: .crisis),
        Case(
            testDescription: "danger at home shows private support",
            given: ["gate-other": ["unsafe"], "unsafe-alone": ["yes"], "unsafe-home": ["danger-now"]], kind: .unsafe),
        Case(
            testDescription: "fear at home shows private support",
            given: ["gate-other": ["unsafe"], "unsafe-alone": ["yes"], "unsafe-home": ["worried"]], kind: .unsafe),
        Case(
            testDescription: "too many pills show the poison line",
            given: ["gate-other": ["too-much-medicine"], "medicine-amount": ["over-label-24h"]], kind: .poison),
        Case(
            testDescription: "pills on purpose add the crisis line",
            given: ["gate-other": ["too-much-medicine"], "medicine-amount": ["on-purpose"]], kind: .poison,
            also: [.crisis]),
        Case(
            testDescription: "an emergency comes before private matters",
            given: [
                "gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"], "gate-other": ["self-harm"],
                "self-harm-often": ["several-days"], "self-harm-plan": ["no"],
            ], kind: .emergency, also: [.crisis]),
    ])
    func gate_showsTheRightPage(_ example: Case) {
        let notice = Self.assess(example.given, true)
        #expect(notice?.kind == example.kind)
        #expect(notice?.also == example.also)
    }

    @Test func ratherNotSay_doesNotInterrupt_butShowsSupport() {
        let response = TestPack.response(["gate-other": ["rather-not-say"]])
        let triage = TestPack.engine.assess(response).triage
        let policy = StopPolicy(TestPack.engine.pack)
        #expect(policy.notice(triage, response, isGate: true) == nil)
        #expect(policy.supportKinds(triage, response) == [.crisis, .unsafe])
    }

    @Test func levelTwo_stopsAtTheGateOnly() {
        let given = ["gate-other": ["black-stool"]]
        #expect(Self.assess(given, true) != nil)
        #expect(Self.assess(given, false)?.rules.allSatisfy { $0.level == .emergencyNow } ?? true)
    }

    /// Every floor of the content leads to a page.
    @Test func everyFloor_interrupts() throws {
        let policy = StopPolicy(TestPack.engine.pack)
        var triage = TestPack.engine.assess(TestPack.response()).triage
        for floor in TestPack.engine.pack.floors {
            triage.floors = [floor.id]
            let notice = try #require(policy.notice(triage, TestPack.response(), isGate: true))
            #expect(notice.reasons == [floor.id])
        }
    }
}
