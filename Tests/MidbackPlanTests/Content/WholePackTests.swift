import Foundation
import MidbackCore
import Testing

@testable import MidbackContent
@testable import MidbackPlan

/// The plan content beside the rest of the pack: survey, rules, causes. From answers to a plan in one piece.
@Suite struct WholePackTests {
    private static let loaded = Result { try PackLoader.load(directory: Fixtures.folder).pack }

    private func content() throws -> ContentPack { try #require(try Self.loaded.get()) }

    @Test func expressions_nameItemsAndOptionsOfTheSurvey() throws {
        let reading = PlanPackReader.read(
            Fixtures.files, otherSources: Fixtures.sources, questionnaire: try content().questionnaire)
        #expect(reading.diagnostics.map(\.description) == [])
    }

    @Test func tracks_agreeWithTheCausesFile() throws {
        let pack = try Fixtures.pack()
        for cause in try content().benignModel.classes {
            let track = pack.tracks.first { $0.causes.contains(cause.id) }
            #expect(track?.id.rawValue == cause.track, "\(cause.id)")
        }
    }

    /// Every rule of the groups about nerves, cancer, injury, bones and infection limits a plan.
    @Test func boneRules_areAllRulesOfTheirGroups() throws {
        let rules = Set(try Fixtures.pack().levels.boneRules)
        let groups: Set<String> = ["nerves", "cancer", "injury", "bones", "infection"]
        let content = try content()
        let expected = content.ruleGroups.filter { groups.contains($0.id) }.flatMap(\.rules).map(\.id)
        #expect(Set(expected).subtracting(rules).isEmpty)
        let fracture = content.rules.filter { $0.planFlags.contains("fracture") }.map(\.id)
        #expect(Set(fracture).subtracting(rules).isEmpty)
        #expect(rules.subtracting(content.rules.map(\.id)).isEmpty)
    }

    @Test func planFlagsOfRules_areKnownToThePlan() throws {
        let flags = Set(try content().rules.flatMap(\.planFlags))
        #expect(flags.isSubset(of: Set(PlanOverride.allCases.map(\.rawValue))))
    }

    @Test func signsOfCheckIns_askItemsOfTheSurvey() throws {
        let items = Set(try content().questionnaire.items.map(\.linkId))
        for sign in try Fixtures.pack().escalation.signs {
            #expect(Set(sign.items).isSubset(of: items), "\(sign.id)")
        }
    }

    @Test func measures_readItemsOfTheSurvey() throws {
        let items = Set(try content().questionnaire.items.map(\.linkId))
        for measure in try Fixtures.pack().measures { #expect(Set(measure.items).isSubset(of: items)) }
    }

    /// Carl, from the answers of the survey through rules and causes to his plan.
    @Test func carl_fromAnswersToPlan() throws {
        let engine = try Engine(try content())
        let response = QuestionnaireResponse(answers: [
            "gate-now": .codes(["none"]), "gate-nerves": .codes(["none"]), "gate-other": .codes(["none"]),
            "age-years": .number(58), "sex-at-birth": .codes(["male"]), "pain-site": .codes(["between-blades"]),
            "pain-spread": .codes(["none"]), "pain-duration": .codes(["1-6w"]), "onset-speed": .codes(["sudden"]),
            "onset-trigger": .codes(["lift-twist"]), "pain-severity-now": .number(5),
            "pain-quality": .codes(["ache", "stabbing"]), "pain-trend": .codes(["better"]),
            "pain-average": .number(5), "pain-worst": .number(7),
            "worse-moves": .codes(["lifting", "twist", "arm-use"]),
            "worse-other": .codes(["none"]), "better-with": .codes(["rest", "heat-massage"]),
            "press-test": .codes(["muscle-spot"]), "flare-settle-time": .codes(["hours"]),
            "symptoms-general": .codes(["none"]), "symptoms-local": .codes(["none"]), "health-main": .codes(["none"]),
            "health-recent": .codes(["none"]), "heart-risk": .codes(["high-bp"]), "fear-move": .number(5),
            "expect-recovery": .number(7), "minutes": .codes(["10"]), "days-per-week": .number(6),
            "equipment": .codes(["none"]), "floor-ok": .codes(["yes"]), "exercise-limits": .codes(["bp-glaucoma"]),
            "wants-medicine-info": .codes(["yes"]), "med-stop": .codes(["water-pill-ace"]),
            "med-ask": .codes(["bp-diabetes"]),
        ])
        let assessment = engine.assess(response)
        #expect(assessment.triage.level == .selfCare)
        let pack = try Fixtures.pack()
        let profile = ProfileReader(pack).profile(response, assessment)
        #expect(profile.topCause?.cause == "muscle-strain" || profile.topCause?.cause == "ligament-sprain")
        let plan = PlanBuilder.build(profile, pack, today: Fixtures.today)
        #expect(plan.track == .calm && plan.phase == .a && plan.painCeiling == 3)
        #expect(plan.exercises.map(\.exercise).contains("scapular-squeeze"))
        #expect(plan.medicines.first == .stop(.ibuprofen, rows: ["water-pill-ace", "bp-diabetes"]))
        PlanRules.check(plan, profile, pack)
        #expect(try JSONDecoder().decode(CarePlan.self, from: bytes(plan)) == plan)
    }
}
