import Testing

@testable import MidbackCore

@Suite struct ExplanationTests {
    let engine: Engine

    init() throws { engine = try RealPack.requireEngine() }

    private var emergency: QuestionnaireResponse {
        .strain.with("gate-nerves", "saddle-numb", "pee-hard").with("neuro-tempo", "days")
    }

    @Test func firedRule_quotesTheAnswersBehindIt() {
        let triage = engine.assess(emergency).triage
        let rules = Explainer(engine).rules(emergency, triage)
        let answers = rules.first { $0.rule == "RF-142" }?.answers ?? []
        #expect(answers.contains(.init(linkId: "gate-nerves", code: "saddle-numb", isChosen: true)))
        #expect(answers.contains(.init(linkId: "neuro-tempo", code: "days", isChosen: true)))
    }

    @Test func cause_hasAnswersForAndAgainst() throws {
        let explanation = try #require(Explainer(engine).cause("muscle-strain", .strain))
        #expect(explanation.supporting.contains { $0.linkId == "onset-trigger" || $0.linkId == "worse-moves" })
        #expect(Explainer(engine).cause("polymyalgia-rheumatica", .strain) == nil)
    }

    @Test func forcingAnswers_aloneKeepTheLevel_andNoneCanBeSpared() {
        let triage = engine.assess(emergency).triage
        let forcing = Counterfactualist(engine).explain(emergency, triage).forcing
        #expect(!forcing.isEmpty)
        #expect(engine.assess(Self.only(forcing)).triage.level <= triage.level)
        for index in forcing.indices {
            var fewer = forcing
            fewer.remove(at: index)
            #expect(engine.assess(Self.only(fewer)).triage.level > triage.level)
        }
    }

    @Test func loweringChanges_reallyLower_andRaisingChangesRaise() {
        let benign = Counterfactualist(engine).explain(.strain, engine.assess(.strain).triage)
        #expect(benign.forcing.isEmpty)
        #expect(!benign.raising.isEmpty)
        #expect(benign.raising.first?.level == .emergencyNow)
        let triage = engine.assess(emergency).triage
        let urgent = Counterfactualist(engine).explain(emergency, triage)
        #expect(!urgent.lowering.isEmpty)
        #expect(urgent.lowering.allSatisfy { $0.level > triage.level })
        #expect(urgent.raising.allSatisfy { $0.level < triage.level })
    }

    private static func only(_ references: [AnswerReference]) -> QuestionnaireResponse {
        var response = QuestionnaireResponse()
        for reference in references {
            if let number = reference.number {
                response.answers[reference.linkId] = .number(number)
            } else if let code = reference.code {
                let codes = response.answers[reference.linkId]?.codes ?? []
                response.answers[reference.linkId] = .codes(codes + [code])
            }
        }
        return response
    }
}
