import Foundation
import MidbackCore
import MidbackPages
import Testing

struct ReviewPageTests {
    private func main(_ name: String, _ language: Language = .en) throws -> String {
        try Fixture.html(name, language).between("<main id=\"main\" tabindex=\"-1\">", "</main>")
    }

    @Test
    func skippedQuestions_areOneFoldOfAllSteps() throws {
        let html = try main("review")
        #expect(html.all("<details class=\"skipped\">").count == 1)
        let steps = html.between("<details class=\"skipped\">", "</details>").all("<h3>([^<]*)</h3>")
        #expect(steps.count > 1 && Set(steps).count == steps.count)
        #expect(html.all("<section class=\"answers\"[^>]*>(?:(?!<div class=\"answer).)*?</section>").isEmpty)
    }

    @Test
    func button_standsAtTheTopToo_butNotWhileSomethingIsMissing() throws {
        #expect(try main("review").contains("<button class=\"primary\" form=\"send\">"))
        #expect(try main("review").contains("id=\"send\""))
        #expect(!(try main("review-open").contains("form=\"send\"")))
    }

    @Test
    func everyAnswer_isALinkToItsQuestion() throws {
        let html = try main("review")
        let rows = html.all("<div class=\"answer[^\"]*\">").count
        #expect(rows > 15)
        #expect(html.all("<dd class=\"change\"><a href=\"[^\"]*from=review#q-").count == rows)
    }

    @Test(arguments: Language.allCases)
    func secondAnswer_isSaidOnReviewAndResult(language: Language) throws {
        let pack = try Fixture.pack()
        let sentence = try #require(pack.words["conflict.second-answer"]?[language])
        let settle = try #require(pack.words["conflict.settle"]?[language])
        let item = try #require(pack.questionnaire.items.first { $0.linkId == "gate-now" })
        let row = try #require(item.option("passed-out")?.text[language])
        for name in ["review-second-answer", "result-second-answer"] {
            let html = try main(name, language)
            #expect(html.contains(sentence) && html.contains(settle), "\(name)")
            #expect(html.contains(item.text[language]) && html.contains("<q>\(row)</q>"), "\(name)")
            #expect(html.contains("#q-gate-now\"") && html.contains("#q-gate-other\""), "\(name)")
        }
    }

    @Test
    func privateSecondAnswer_staysFoldedAndUnprinted() throws {
        let html = try main("result-second-answer").without("(?s)<details class=\"told no-print\">.*?</details>")
        let item = try #require(try Fixture.pack().questionnaire.items.first { $0.linkId == "gate-other" })
        #expect(!html.contains("<q>\(try #require(item.option("black-stool")).text.en)</q>"))
    }

    @Test(arguments: Language.allCases)
    func privateLink_isNotCalledWords(language: Language) throws {
        for name in ["link-fresh", "come-back", "come-back-not-found", "home"] {
            let html = try main(name, language)
            #expect(html.all("(?i)>[^<]*\\b(words|palabras)\\b").isEmpty, "\(name)")
        }
        let html = try main("link-fresh", language)
        #expect(html.contains("data-copy=\"address\"") && html.contains("id=\"address\""))
        let stop = try #require(try Fixture.pack().words["link.stop"]?[language])
        #expect(html.contains(stop) && html.contains("value=\"revoke\""))
    }

    @Test(arguments: Language.allCases)
    func uncheckedSource_saysSoInPlainWords(language: Language) throws {
        let html = try main("about-sources", language)
        #expect(!html.contains("from memory") && !html.contains("de memoria"))
        #expect(html.contains(try #require(try Fixture.pack().words["source.recalled"]?[language])))
    }

    /// A clinic whose staff release plans promises none: card and page say who releases it, with the telephone.
    @Test
    func reviewedClinic_promisesNoPlan() throws {
        let clinic = ClinicInfo.demo
        var reviewed = clinic
        reviewed.profile = .reviewed
        let states = try PageStates(pack: try Fixture.pack(), plan: try Fixture.plan(), clinic: reviewed)
        let card = try #require(states.html("result-self-care", .en))
        #expect(card.contains("How to get my plan") && !card.contains("Go to my plan"))
        let page = try #require(states.html("plan-waiting", .en)).between("<main", "</main>")
        #expect(page.contains("A clinician must release your plan") && page.contains(clinic.telephone))
        #expect(page.contains("href=\"tel:"))
    }
}
