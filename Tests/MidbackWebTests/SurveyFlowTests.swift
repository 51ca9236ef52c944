import MidbackCore
import Testing

@testable import MidbackWeb

@Suite struct SurveyFlowTests {
    @Test(arguments: Language.allCases)
    func plainBackPain_reachesAResult(_ language: Language) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let result = try await browser.finish(language: language)
            #expect(result.status == 200)
            #expect(result.path == "/\(language.rawValue)/result")
            #expect(result.text.contains("lang=\"\(language.rawValue)\""))
            #expect(try await browser.get("/\(language.rawValue)/result/print-friendly").status == 200)
            #expect(try await browser.get("/\(language.rawValue)/causes/muscle-strain").status == 200)
        }
    }

    @Test func everyStep_leadsToTheNext() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            for step in 0...7 {
                let answer = try await browser.walk(step...step)
                #expect(answer?.status == 303)
                #expect(answer?.location == "/en/survey/\(step + 1)")
            }
            #expect(try await browser.walk(8...8)?.location == "/en/survey/review")
        }
    }

    @Test func nothingIsPreselected() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let page = try await browser.start()
            #expect(!page.text.contains(" checked"))
            #expect(page.header("Cache-Control") == "no-store")
        }
    }

    @Test func storedAnswers_areShownAgain_andReviewNamesThem() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...6)
            #expect(try await browser.get("/en/survey/0").text.contains("value=\"40\""))
            #expect(try await browser.get("/en/survey/1").text.matches(of: /\schecked/).count >= 2)
            let review = try await browser.get("/en/survey/review")
            #expect(review.status == 200)
            #expect(review.text.contains("/en/survey/0?from=review#q-age-years"))
        }
    }

    @Test func back_storesWhatIsValid_andShowsNoFaults() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...1)
            let back = try await browser.answer(2, ["pain-duration": ["1-7d"]], action: "back")
            #expect(back.location == "/en/survey/1")
            #expect(try await browser.get("/en/survey/2").text.matches(of: /\schecked/).count == 1)
        }
    }

    @Test func backFromTheGate_leadsHome() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            #expect(try await browser.answer(0, [:], action: "back").location == "/en/")
        }
    }

    @Test func skip_leadsFromStepSixToReview() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...5)
            let response = TestPack.response()
            let answer = try await browser.answer(6, TestPack.form(6, response), action: "skip")
            #expect(answer.location == "/en/survey/review")
        }
    }

    @Test func changeLinkOfReview_leadsBackThere() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk()
            let page = try await browser.get("/en/survey/3?from=review")
            #expect(page.text.contains("value=\"review\""))
            let form = TestPack.form(3, TestPack.response(), ["pain-severity-now": ["8"]])
            #expect(try await browser.answer(3, form, action: "review").location == "/en/survey/review")
        }
    }

    @Test func language_isSwitchedOnTheSamePage_withWhatWasEntered() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...0)
            let answer = try await browser.answer(1, ["pain-site": ["between-blades"]], action: "lang-es")
            #expect(answer.location == "/es/survey/1")
            let page = try await browser.follow(answer)
            #expect(page.text.contains("lang=\"es\""))
            #expect(page.text.matches(of: /\schecked/).count == 1)
            #expect(try await browser.get("/es/survey/0").text.contains("value=\"40\""))
        }
    }

    @Test func tickedRow_opensItsDetails_withoutScript() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let form = TestPack.form(0, .init()).merging(["gate-now": ["chest-tight"]]) { _, new in new }
            let opened = try await browser.answer(0, form)
            #expect(opened.status == 200)
            let details = try #require(opened.text.firstMatch(of: /<fieldset[^>]*id="q-chest-pressure-when"[^>]*>/))
            #expect(!details.0.contains("hidden"))
            // The page now shows the detail, so leaving it open is a fault.
            let again = try await browser.answer(0, form)
            #expect(again.status == 422)
        }
    }

    @Test func savingTwice_isTheSameAsOnce() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let page = try await browser.start()
            let form = TestPack.form(0, .init()).merging(
                ["_token": [page.hidden("_token") ?? ""], "_version": ["0"]]) { _, new in new }
            #expect(try await browser.post("/en/survey/0", form).status == 303)
            #expect(try await browser.post("/en/survey/0", form).status == 303)
            #expect(try await browser.get("/en/survey/1").hidden("_version") == "1")
        }
    }

    @Test func review_waitsForMissingAnswers() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...3)
            let answer = try await browser.submit("/en/survey/review", [:])
            #expect(answer.status == 422)
            #expect(try await browser.get("/en/result").location == "/en/survey/4")
        }
    }

    @Test func changedAnswer_afterTheResult_givesANewOne() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish()
            let form = TestPack.form(3, TestPack.response(), ["pain-severity-now": ["6"]])
            try await browser.answer(3, form)
            #expect(try await browser.get("/en/result").status == 200)
            #expect(try await browser.get("/en/survey").location == "/en/result")
        }
    }

    @Test func neckAlone_isSaidToBeElsewhere() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let result = try await browser.finish(["pain-site": ["neck"]])
            #expect(result.text.contains("You marked only the neck or low back"))
        }
    }
}
