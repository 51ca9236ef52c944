import Foundation
import MidbackCore
import MidbackPages
import Testing

struct ResultPageTests {
    private static let results = [
        "result-self-care", "result-routine", "result-urgent", "result-same-day", "result-emergency", "result-unsure",
        "result-crisis",
    ]

    /// What a printer gets: everything that is not marked as staying on the screen.
    private func printed(_ name: String) throws -> String {
        var html = try Fixture.html(name).between("<main id=\"main\" tabindex=\"-1\">", "</main>")
        for tag in ["li", "article", "details", "section", "div"] {
            html = html.without("(?s)<\(tag) class=\"[^\"]*no-print[^\"]*\"[^>]*>.*?</\(tag)>")
        }
        return html
    }

    @Test(arguments: results)
    func privateAnswers_areNotPrinted(name: String) throws {
        let states = try Fixture.states()
        let printed = try printed(name)
        guard let page = states.pages.first(where: { $0.name == name })?.page as? ResultPage else { return }
        for item in states.pack.questionnaire.items where item.isSensitive {
            for code in page.response.answers[item.linkId]?.codes ?? [] where code != "none" && code != "no" {
                let text = item.option(code)?.text.en ?? code
                #expect(!printed.contains("<q>\(text)</q>"), "\(item.linkId) \(code)")
            }
        }
    }

    @Test
    func delicateReasons_areFolded() throws {
        let html = try Fixture.html("result-crisis")
        #expect(html.contains("<details class=\"reason secret no-print\">"))
        #expect(html.contains("tel:988"))
        let trigger = try #require(try Fixture.pack().rules.first { $0.name == "suicide-some" }?.trigger.en)
        #expect(!(try printed("result-crisis").contains(trigger)))
    }

    @Test(arguments: ["result-same-day", "result-emergency"])
    func urgentResults_nameNoLikelyCauses(name: String) throws {
        #expect(!(try Fixture.html(name).contains("class=\"part causes\"")))
    }

    @Test(arguments: ["result-self-care", "result-routine"])
    func calmResults_nameNoFrighteningCause(name: String) throws {
        let html = try Fixture.html(name)
        for cause in try Fixture.pack().causes where cause.isFrightening {
            #expect(!html.contains("/causes/\(cause.id)\""), "\(cause.id)")
        }
    }

    @Test(arguments: results)
    func everyResult_hasSafetyNetLimitsAndVersion(name: String) throws {
        let html = try Fixture.html(name)
        #expect(html.contains("class=\"part watch\"") && html.contains("/en/about/intended-use"))
        #expect(html.contains("Content version \(try Fixture.pack().version)"))
        #expect(html.all("aria-current=\"true\"").count == 1)
    }

    @Test
    func everyFiredRule_isExplainedWithItsSource() throws {
        let states = try Fixture.states()
        for state in states.pages {
            guard let page = state.page as? ResultPage else { continue }
            let html = try Fixture.html(state.name)
            for hit in page.assessment.triage.fired { #expect(html.contains("/en/rules/\(hit.id)\"")) }
        }
    }

    @Test
    func educationProfile_showsNoCauses() throws {
        var clinic = ClinicInfo.demo
        clinic.profile = .education
        let states = try PageStates(pack: try Fixture.pack(), plan: try Fixture.plan(), clinic: clinic)
        for name in ["result-self-care", "result-urgent"] {
            let html = try #require(states.html(name, .en))
            #expect(html.all("/en/causes/").isEmpty)
        }
    }

    @Test
    func stopPages_leadWithTheRightNumber() throws {
        let first = [
            "stop-emergency": "tel:911", "stop-same-day": "tel:911", "stop-crisis": "tel:988",
            "stop-unsafe": "tel:18007997233", "stop-poison": "tel:18002221222",
        ]
        for (name, number) in first {
            let html = try Fixture.html(name)
            #expect(html.all("class=\"call-now first\" href=\"([^\"]*)\"").first == number, "\(name)")
            #expect(html.contains("value=\"continue\""))
        }
    }

    @Test
    func quietStopPages_doNotRepeatTheAnswer() throws {
        for name in ["stop-crisis", "stop-unsafe"] { #expect(!(try Fixture.html(name).contains("class=\"say\""))) }
    }
}
