import MidbackContent
import Testing

@testable import MidbackCore

/// The cases that stand beside the content: per rule, whole patients, and the second stage alone.
@Suite struct ContentCasesTests {
    let engine: Engine
    let cases: ContentCases

    init() throws {
        engine = try RealPack.requireEngine()
        cases = RealPack.loaded?.cases ?? ContentCases()
    }

    @Test func everyRuleDoesWhatItsCasesSay() {
        var count = 0
        for rule in engine.pack.rules {
            for example in rule.cases {
                count += 1
                #expect(engine.firedRules(example.given).contains(rule.id) == example.fires, "\(rule.id): \(example)")
            }
        }
        #expect(count > 1000)
    }

    @Test func acceptancePatientsReachTheirLevel() {
        #expect(cases.findings.count == 42)
        for patient in cases.findings {
            let triage = engine.assess(patient.given).triage
            #expect(triage.fired.map(\.level).min() ?? .selfCare == patient.level, "\(patient.id) \(patient.title)")
            if let rule = patient.mustFire { #expect(triage.fired.contains { $0.id == rule }, "\(patient.id) \(rule)") }
        }
    }

    @Test func secondStageAlone_givesItsAcceptanceShares() {
        #expect(cases.benign.count == 24)
        for patient in cases.benign {
            let features = engine.benign.features(
                yes: Set(patient.yes), choices: patient.choices, told: patient.told, age: Self.age(patient.ageBand),
                isFemale: patient.sex == "female", isPregnant: patient.pregnancy != nil)
            let shares = Dictionary(
                zip(engine.benign.classIds, engine.benign.infer(features, standalone: true)),
                uniquingKeysWith: { first, _ in first })
            for expected in patient.top {
                #expect(abs((shares[expected.cause] ?? 0) - expected.share) <= 0.01, "\(patient.id) \(expected.cause)")
            }
        }
    }

    private static func age(_ band: String) -> Int { Int(band.prefix(2)) ?? 0 }
}
