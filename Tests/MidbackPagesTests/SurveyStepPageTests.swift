import Foundation
import MidbackCore
import MidbackPages
import Testing

@testable import struct MidbackPages.DisplayCondition

struct SurveyStepPageTests {
    private func html(_ page: SurveyStepPage) throws -> String {
        try Fixture.states().renderer.render(page, in: PageContext(language: .en, path: "survey/\(page.step)"))
    }

    private func page(_ step: Int, _ response: QuestionnaireResponse) throws -> SurveyStepPage {
        SurveyStepPage(step: step, visible: try Fixture.states().visible(response), response: response, version: 7)
    }

    @Test(arguments: 0...8)
    func blankStep_hasNothingPreselected(step: Int) throws {
        #expect(!(try html(page(step, QuestionnaireResponse())).contains(" checked")))
    }

    @Test(arguments: 0...8)
    func everyItemAndOption_isOnItsPage(step: Int) throws {
        let html = try html(page(step, QuestionnaireResponse()))
        let items = try Fixture.pack().questionnaire.steps[step].items
        for item in items {
            #expect(html.contains("id=\"q-\(item.linkId)\""))
            for option in item.options {
                #expect(html.contains("name=\"\(item.linkId)\" value=\"\(option.code)\""), "\(item.linkId)")
            }
        }
    }

    @Test(arguments: 0...8)
    func answers_areShownAsChosen(step: Int) throws {
        let html = try html(page(step, Personas.fragile))
        let checked = html.all("<input[^>]*name=\"([^\"]*)\"[^>]* checked>").count
        let expected = try Fixture.pack().questionnaire.steps[step].items.reduce(0) { sum, item in
            guard let answer = Personas.fragile.answers[item.linkId], item.linkId != "age-years" else { return sum }
            return sum + max(answer.codes.count, answer.number == nil ? 0 : 1)
        }
        #expect(checked == expected)
    }

    @Test
    func hiddenItems_areClosedAndNotPosted() throws {
        let html = try html(page(0, QuestionnaireResponse()))
        #expect(html.all("id=\"q-chest-pressure-when\"[^>]* hidden disabled").count == 1)
        let opened = QuestionnaireResponse().with(["gate-now": ["chest-tight"]])
        let second = try self.html(page(0, opened))
        #expect(second.all("id=\"q-chest-pressure-when\"[^>]* hidden").isEmpty)
    }

    @Test
    func faults_keepWhatWasTypedAndAreListed() throws {
        let html = try Fixture.html("step-0-faults")
        #expect(html.contains("value=\"forty\"") && html.contains("aria-invalid=\"true\""))
        #expect(html.contains("href=\"#i-age-years\"") && html.contains("id=\"e-age-years\""))
        #expect(html.contains("3 answers need a look"))
        #expect(html.all("name=\"gate-nerves\" value=\"(none|leg-weak)\"[^>]* checked").count == 2)
    }

    @Test
    func typedText_isEscaped() throws {
        let html = try Fixture.html("step-8-from-review")
        #expect(html.contains("value=\"&lt;b&gt;drive&lt;/b&gt;\"") && !html.contains("<b>drive"))
        #expect(html.contains("name=\"_action\" value=\"review\"") && html.contains("name=\"_from\""))
    }

    @Test
    func languageSwitch_postsTheForm() throws {
        let html = try Fixture.html("step-3")
        #expect(html.contains("form=\"survey\" name=\"_action\" value=\"lang-es\""))
        // Enter in a field presses the first button of the form, which must not be the language switch.
        #expect(html.all("form=\"survey\" name=\"_action\" value=\"([a-z-]*)\"").first == "next")
    }

    @Test
    func stepSix_offersToSkipTheRest() throws {
        #expect(try Fixture.html("step-6").contains("value=\"skip\""))
        #expect(!(try Fixture.html("step-5").contains("value=\"skip\"")))
    }

    @Test
    func everyPlaceOfTheDrawing_isAnOption() throws {
        let html = try Fixture.html("step-1")
        let items = try Fixture.pack().questionnaire.items
        let codes = items.filter { $0.kind == .bodyMap }.flatMap(\.options).filter { !$0.isExclusive }.map(\.code)
        #expect(Set(html.all("data-place=\"([^\"]*)\"")) == Set(codes))
    }

    @Test
    func scriptConditions_agreeWithTheSurvey() throws {
        // The script's condition is evaluated here as the script does it, for every single answer of a page.
        let (pack, states) = (try Fixture.pack(), try Fixture.states())
        for step in pack.questionnaire.steps {
            let onPage = Set(step.items.map(\.linkId))
            for item in step.items {
                guard let condition = item.enableWhen.flatMap({ DisplayCondition($0, onPage: onPage) }) else {
                    continue
                }
                for response in Self.singleAnswers(step) {
                    guard let script = condition.script(response) else { continue }
                    let isShown = states.visible(response).contains(item.linkId)
                    #expect(ScriptCondition.holds(script, response) == isShown, "\(item.linkId): \(script)")
                }
            }
        }
    }

    private static func singleAnswers(_ step: SurveyStep) -> [QuestionnaireResponse] {
        let codes = step.items.filter { $0.enableWhen == nil }.flatMap { item in
            item.options.map { QuestionnaireResponse().with([item.linkId: [$0.code]], numbers: ["age-years": 30]) }
        }
        return codes + [QuestionnaireResponse()]
            + [11, 12, 55, 56].map { QuestionnaireResponse().with([:], numbers: ["age-years": $0]) }
    }
}

/// The same reading of `data-when` as in `survey.js`.
private enum ScriptCondition {
    static func holds(_ script: String, _ response: QuestionnaireResponse) -> Bool {
        let parts = script.split(separator: " ").map(String.init)
        let results = parts.dropFirst().map { part($0, response) }
        return parts.first == "all" ? results.allSatisfy { $0 } : results.contains(true)
    }

    private static func part(_ part: String, _ response: QuestionnaireResponse) -> Bool {
        for test in ["!=", ">=", "<=", "=", ">", "<"] {
            guard let range = part.range(of: test) else { continue }
            let answer = response.answers[String(part[..<range.lowerBound])]
            let values = answer?.codes ?? []
            let entered = values.isEmpty ? answer?.number.map { [String($0)] } ?? [] : values
            let value = String(part[range.upperBound...])
            switch test {
            case "=": return entered.contains { value.split(separator: "|").map(String.init).contains($0) }
            case "!=": return !entered.contains(value)
            case ">=": return entered.contains { (Int($0) ?? 0) >= (Int(value) ?? 0) }
            case "<=": return entered.contains { (Int($0) ?? 0) <= (Int(value) ?? 0) }
            case ">": return entered.contains { (Int($0) ?? 0) > (Int(value) ?? 0) }
            default: return entered.contains { (Int($0) ?? 0) < (Int(value) ?? 0) }
            }
        }
        return false
    }
}
