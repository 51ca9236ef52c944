import Testing

@testable import MidbackCore

@Suite struct EngineTests {
    let engine: Engine

    init() throws { engine = try RealPack.requireEngine() }

    private func level(_ response: QuestionnaireResponse) -> Disposition { engine.assess(response).triage.level }

    @Test func simpleStrain_isSelfCare_andStrainIsNamedFirst() {
        let assessment = engine.assess(.strain)
        #expect(assessment.triage.level == .selfCare)
        #expect(assessment.triage.reasons == [.nothing])
        #expect(assessment.differential.ranking.first == "muscle-strain")
        #expect(assessment.differential.likely.first?.cause == "muscle-strain")
    }

    @Test func chestPressureAtRest_with40Years_isEmergency() {
        let response = QuestionnaireResponse.strain.with("gate-now", "chest-tight")
            .with("chest-pressure-when", "rest-last-12h").with("age-years", number: 58).with("worse-moves", "nothing")
        let assessment = engine.assess(response)
        #expect(assessment.triage.level == .emergencyNow)
        #expect(assessment.triage.fired.contains { $0.id == "RF-110" })
        #expect(assessment.triage.mustShow.contains("acute-coronary-syndrome"))
        #expect(assessment.differential.likely.isEmpty)
    }

    @Test func saddleNumbness_newInDays_isSameDay() {
        let response = QuestionnaireResponse.strain.with("gate-nerves", "saddle-numb").with("neuro-tempo", "days")
        #expect(level(response) == .sameDayED)
    }

    @Test func oldStableNumbness_firesNoCordRule() {
        let response = QuestionnaireResponse.strain.with("gate-nerves", "leg-numb").with("leg-numb-which", "both-legs")
            .with("neuro-tempo", "over-12w-stable")
        #expect(level(response) > .urgent24To72h)
    }

    @Test func notSureOnGateRow_countsAsYes() {
        let response = QuestionnaireResponse.strain.with("gate-now", "not-sure").with("gate-now-unsure", "stroke-signs")
        #expect(level(response) == .emergencyNow)
    }

    @Test func notSureOnGate_withNothingPossible_countsAsNo() {
        let response = QuestionnaireResponse.strain.with("gate-now", "not-sure").with("gate-now-unsure", "none")
        #expect(level(response) == .selfCare)
    }

    @Test func possibleCancer_holdsTheLevelOneStepBelowYes() {
        let unsure = QuestionnaireResponse.strain.with("health-main", "not-sure").with("health-main-unsure", "cancer")
            .with("cancer-when", "past-under-5y").with("cancer-kind", "breast")
        let sure = QuestionnaireResponse.strain.with("health-main", "cancer").with("cancer-when", "past-under-5y")
            .with("cancer-kind", "breast")
        #expect(level(sure) == .urgent24To72h)
        let triage = engine.assess(unsure).triage
        #expect(triage.level == .routine2Weeks)
        #expect(triage.possible.contains { $0.id == "RF-151" })
        #expect(triage.unknownItems.contains("health-main"))
    }

    @Test func faintingAlone_isHeldByTheFloor() {
        let triage = engine.assess(.strain.with("gate-now", "passed-out")).triage
        #expect(triage.level <= .sameDayED)
        #expect(triage.floors.contains("gate-passed-out"))
    }

    @Test func threeUnresolvedLists_sayTooLittleIsKnown() {
        let response = QuestionnaireResponse.strain
            .with("gate-now", "not-sure").with("gate-now-unsure", "none")
            .with("symptoms-general", "not-sure").with("symptoms-general-unsure", "none")
            .with("symptoms-local", "not-sure").with("symptoms-local-unsure", "none")
        let assessment = engine.assess(response)
        #expect(assessment.triage.hasTooLittleInformation)
        #expect(assessment.triage.level <= .urgent24To72h)
        #expect(!assessment.differential.likely.contains { $0.band == .fitsBest })
    }

    @Test func conflictingAnswers_areNamed_andNothingFitsBest() {
        let response = QuestionnaireResponse.strain.with("pain-severity-now", number: 0).with(
            "worse-other", "night-all")
        let assessment = engine.assess(response)
        #expect(!assessment.triage.conflicts.isEmpty)
        #expect(assessment.triage.level <= .routine2Weeks)
        #expect(!assessment.differential.likely.contains { $0.band == .fitsBest })
    }

    @Test func onlyNeckMarked_offersNoMidBackCause() {
        let assessment = engine.assess(.strain.with("pain-site", "neck"))
        #expect(assessment.triage.isOutsideMidBack)
        #expect(assessment.differential.likely.isEmpty)
    }

    @Test func benignCauseThatARuleNames_countsWithItsPartOfTheProbability() {
        let differential = engine.assess(.strain.with("gate-now", "cannot-walk")).differential
        let strain = differential.musculoskeletal * (differential.benignShares["muscle-strain"] ?? 0)
        #expect(
            differential.needsCheck.map(\.cause)
                == ["muscle-strain", "unspecified-serious", "vertebral-fragility-fracture"])
        #expect(strain > 0.03 && abs((differential.needsCheck.first?.probability ?? 0) - strain) < 2e-9)
    }

    @Test func cancerInDoubt_andWhenInDoubt_mayBeNow() {
        let unsure = QuestionnaireResponse.strain.with("worse-moves", "sitting").with("worse-other", "deep-breath")
            .with("health-main", "not-sure").with("health-main-unsure", "cancer").with("cancer-kind", "breast")
            .with("cancer-when", "not-sure")
        let triage = engine.assess(unsure).triage
        #expect(triage.possible.contains { $0.id == "RF-333" })
        #expect(triage.level == .urgent24To72h)
    }

    @Test func posteriorsSumToOne_andSharesToo() {
        let differential = engine.assess(.strain).differential
        let sum = differential.serious.values.reduce(differential.musculoskeletal, +)
        #expect(abs(sum - 1) < 1e-6)
        #expect(abs(differential.benignShares.values.reduce(0, +) - 1) < 1e-6)
    }

    @Test func emptyResponse_isAnswered() {
        #expect(engine.assess(QuestionnaireResponse()).triage.level == .selfCare)
    }
}
