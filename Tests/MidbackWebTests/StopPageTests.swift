import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWeb

@Suite struct StopPageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var given: [String: [String]]
        /// Class of the page's frame.
        var kind: String
        /// First number to call.
        var firstCall: String
    }

    static let cases = [
        Case(
            testDescription: "level 1", given: ["gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"]],
            kind: "emergency", firstCall: "tel:911"),
        Case(
            testDescription: "level 2", given: ["gate-other": ["black-stool"]], kind: "same-day", firstCall: "tel:911"),
        Case(
            testDescription: "crisis",
            given: [
                "gate-other": ["self-harm"], "self-harm-often": ["nearly-every-day"],
                "self-harm-plan": ["plan-or-intent"],
            ], kind: "crisis", firstCall: "tel:988"),
        Case(
            testDescription: "crisis without a plan",
            given: ["gate-other": ["self-harm"], "self-harm-often": ["several-days"], "self-harm-plan": ["no"]],
            kind: "crisis", firstCall: "tel:988"),
        Case(
            testDescription: "unsafe",
            given: ["gate-other": ["unsafe"], "unsafe-alone": ["yes"], "unsafe-home": ["danger-now"]], kind: "unsafe",
            firstCall: "tel:"),
        Case(
            testDescription: "poison",
            given: ["gate-other": ["too-much-medicine"], "medicine-amount": ["over-label-24h"]], kind: "poison",
            firstCall: "tel:"),
    ]

    /// No address leads around an emergency that nobody confirmed: neither the next page nor "My plan".
    @Test func openEmergency_comesBeforeEveryOtherPage() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.answer(0, TestPack.form(0, .init(), Self.cases[0].given))
            #expect(try await browser.get("/en/survey/1").location == "/en/stop")
            #expect(try await browser.get("/en/plan").location == "/en/stop")
            try await browser.confirmStop()
            #expect(try await browser.get("/en/survey/1").status == 200)
            #expect(try await browser.get("/en/plan").location != "/en/stop")
        }
    }

    @Test(arguments: cases, Language.allCases)
    func gate_isInterrupted_confirmed_andGoesOn(_ example: Case, _ language: Language) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let code = language.rawValue
            try await browser.start(language)
            let answer = try await browser.answer(0, TestPack.form(0, .init(), example.given), language: language)
            #expect(answer.location == "/\(code)/stop")
            let page = try await browser.follow(answer)
            #expect(page.status == 200)
            #expect(page.text.contains("stop \(example.kind)"))
            let calls = page.text.matches(of: /class="call-now[^"]*" href="(tel:[^"]*)"/)
            #expect(calls.first.map { $0.1.hasPrefix(example.firstCall) } == true)
            // Not confirmed: the same reason stops again.
            try await browser.answer(0, TestPack.form(0, .init(), example.given), language: language)
            #expect(try await browser.submit("/\(code)/survey/review", [:]).status == 422)
            #expect(try await browser.confirmStop(language).location == "/\(code)/survey/1")
            // Confirmed: the same reason does not stop a second time.
            let again = try await browser.answer(0, TestPack.form(0, .init(), example.given), language: language)
            #expect(again.location == "/\(code)/survey/1")
        }
    }

    @Test func newReason_stopsAgain() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.answer(0, TestPack.form(0, .init(), ["gate-other": ["black-stool"]]))
            try await browser.confirmStop()
            let more = TestPack.form(0, .init(), ["gate-other": ["black-stool", "blood-vomit"]])
            #expect(try await browser.answer(0, more).location == "/en/stop")
        }
    }

    @Test func emergency_isSaid_evenIfTheAgeIsMissing() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            var form = TestPack.form(
                0, .init(), ["gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"]])
            form["age-years"] = nil
            #expect(try await browser.answer(0, form).location == "/en/stop")
            #expect(try await browser.confirmStop().location == "/en/survey/0")
        }
    }

    @Test func details_comeBeforeTheStopPage() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            var form = TestPack.form(0, .init(), ["gate-now": ["chest-tight", "cold-sweat"]])
            form["chest-pressure-when"] = nil
            #expect(try await browser.answer(0, form).status == 200)
            form["chest-pressure-when"] = ["effort-only"]
            #expect(try await browser.answer(0, form).location == "/en/stop")
        }
    }

    @Test func emergencyInside_stopsThere_andGoesOnWhereItWas() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...6)
            let reached = try await Self.firstInnerStop(browser)
            guard let reached else { return }
            #expect(reached.location == "/en/stop")
            let on = try await browser.confirmStop()
            #expect(on.location?.hasPrefix("/en/survey/") == true)
        }
    }

    /// Ticks danger rows of step 5 one after another until the page stops.
    private static func firstInnerStop(_ browser: Browser) async throws -> Answer? {
        let item = TestPack.engine.pack.questionnaire.items.first { $0.linkId == "symptoms-general" }
        let codes = item?.options.map(\.code).filter { !["none", "not-sure"].contains($0) } ?? []
        for count in 1...max(1, codes.count) {
            let given = ["symptoms-general": Array(codes.prefix(count))]
            let answer = try await browser.answer(5, TestPack.form(5, TestPack.response(), given))
            if answer.location == "/en/stop" { return answer }
        }
        return nil
    }

    @Test func withoutReason_stopLeadsOn() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...0)
            #expect(try await browser.get("/en/stop").location == "/en/survey/1")
        }
    }

    @Test func confirmingAnOldPage_confirmsNothing() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.answer(0, TestPack.form(0, .init(), ["gate-other": ["black-stool"]]))
            let answer = try await browser.submit("/en/stop", ["_version": ["0"]])
            #expect(answer.location == "/en/stop")
        }
    }

    @Test func resultOfAnEmergency_saysSo_andKeepsPrivateLinesInSight() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let result = try await browser.finish([
                "gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"],
            ])
            #expect(result.status == 200)
            #expect(result.text.contains("tel:911"))
        }
    }

    @Test func ratherNotSay_isNotInterrupted_andSupportIsShown() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let result = try await browser.finish(["gate-other": ["rather-not-say"]])
            #expect(result.text.contains("tel:988"))
        }
    }
}

@Suite struct UnderAgeTests {
    /// "Yes, I am under age" on the page that asks.
    private func confirmAge(_ browser: Browser, _ page: Answer) async throws -> Answer {
        try await browser.post(
            "/en/survey/0", ["_token": [page.hidden("_token") ?? ""], "_action": ["under-age"]])
    }

    @Test func ageUnderTheLimit_isAskedAboutFirst() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let page = try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["12"]]))
            #expect(page.status == 422)
            #expect(page.text.contains("Yes, I am under 16"))
            #expect(page.text.contains("value=\"12\""))
            #expect(!(try await browser.get("/en/survey/0").text.contains("value=\"12\"")))
            #expect(try await site.stores.erasures.erasures(since: nil).isEmpty)
        }
    }

    @Test func mistypedAge_losesNothing() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish()
            let slip = try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["4"]]))
            #expect(slip.status == 422)
            #expect(try await browser.get("/en/result").status == 200)
            #expect(try await browser.get("/en/survey/0").text.contains("value=\"40\""))
            #expect(try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["41"]])).status == 303)
        }
    }

    @Test func child_isTurnedAway_andNothingIsKept() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish()
            let page = try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["12"]]))
            let answer = try await confirmAge(browser, page)
            #expect(answer.status == 200)
            #expect(answer.header("Set-Cookie")?.contains("Max-Age=0") == true)
            #expect(browser.cookies.isEmpty)
            #expect(try await browser.get("/en/survey/0").location == "/en/")
            #expect(try await site.stores.erasures.erasures(since: nil).count == 1)
        }
    }

    @Test func answerToTheQuestionOfAge_needsTheToken() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            #expect(try await browser.post("/en/survey/0", ["_action": ["under-age"]]).status == 403)
            #expect(try await site.stores.erasures.erasures(since: nil).isEmpty)
        }
    }

    @Test func childInDanger_seesTheStopPageFirst_andIsAskedAfterIt() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let given = ["age-years": ["12"], "gate-now": ["chest-tight"], "chest-pressure-when": ["rest-last-12h"]]
            let stop = try await browser.answer(0, TestPack.form(0, .init(), given))
            #expect(stop.text.contains("narrow stop"))
            #expect(try await site.stores.erasures.erasures(since: nil).isEmpty)
            let form = [
                "_token": [stop.hidden("_token") ?? ""], "_version": [stop.hidden("_version") ?? ""],
                "_action": ["continue"],
            ]
            let page = try await browser.follow(try await browser.post("/en/stop", form))
            #expect(page.text.contains("Yes, I am under 16"))
            #expect(!page.text.contains(" checked"))
            #expect(try await confirmAge(browser, page).status == 200)
            #expect(try await site.stores.erasures.erasures(since: nil).count == 1)
            // A second window with the stop page still open.
            let late = try await browser.post("/en/stop", ["_version": ["-1"], "_action": ["continue"]])
            #expect(late.status == 200 && !late.text.contains("narrow stop"))
        }
    }

    @Test func childWithOpenDetails_isAskedThem_andNothingIsStored() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            var form = TestPack.form(0, .init(), ["age-years": ["12"], "gate-now": ["chest-tight"]])
            form["chest-pressure-when"] = nil
            let page = try await browser.answer(0, form)
            #expect(page.status == 200)
            #expect(page.text.contains("id=\"q-chest-pressure-when\""))
            #expect(!(try await browser.get("/en/survey/0").text.contains(" checked")))
        }
    }

    @Test func adultAge_isConfigured() async throws {
        try await withSite(ServerConfiguration(adultAge: 18)) { site in
            let browser = site.newBrowser()
            try await browser.start()
            let answer = try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["17"]]))
            #expect(answer.text.contains("Yes, I am under 18"))
        }
    }
}
