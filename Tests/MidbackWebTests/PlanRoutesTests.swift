import Foundation
import HummingbirdTesting
import MidbackContent
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackStore
import NIOCore
import Testing

@testable import MidbackWeb

@Suite struct PlanRoutesTests {
    private let day: TimeInterval = 86_400
    private let ready = ["exercise-limits": ["none"], "minutes": ["20"]]

    /// A person who made a plan.
    private func planned(_ site: TestSite, _ given: [String: [String]] = [:]) async throws -> Browser {
        let browser = site.newBrowser()
        try await browser.finish(ready.merging(given) { _, new in new })
        let answer = try await browser.submit("/en/plan", ["_action": ["make"]])
        #expect(answer.status == 303)
        return browser
    }

    private static let pages = [
        "plan", "plan/session/today", "plan/check-in", "plan/progress", "plan/flare", "plan/signs", "plan/what-if",
        "plan/print", "plan/export", "plan/calendar",
    ]

    @Test(arguments: pages) func everyPage_showsItselfInBothLanguages(_ path: String) async throws {
        try await withSite { site in
            let browser = try await planned(site)
            for language in ["en", "es"] {
                let page = try await browser.get("/\(language)/\(path)")
                #expect(page.status == 200, "\(path) \(language): \(page.location ?? "")")
                #expect(page.text.contains("<html lang=\"\(language)\""))
            }
        }
    }

    @Test(arguments: pages) func everyPage_leadsHomeWithoutASurvey(_ path: String) async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get("/en/\(path)")
            #expect(answer.location == "/en/")
        }
    }

    @Test func pagesOfAPlan_leadToThePlanPage_beforeThereIsOne() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish(ready)
            for path in ["session/today", "check-in", "progress", "flare", "signs", "print", "calendar"] {
                #expect(try await browser.get("/en/plan/\(path)").location == "/en/plan", "\(path)")
            }
        }
    }

    @Test func emergency_isOfferedNoPlan() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish(ready.merging(["gate-now": ["stroke-signs"]]) { _, new in new })
            let page = try await browser.get("/en/plan")
            #expect(page.status == 200 && !page.text.contains("value=\"make\""))
            #expect(!page.text.contains("/figures/"))
            try await browser.submit("/en/plan", ["_action": ["make"]])
            #expect(!(try await browser.get("/en/plan").text.contains("/figures/")))
        }
    }

    private func session(
        _ browser: Browser, _ change: [String: [String]] = [:]
    ) async throws -> Answer {
        let page = try await browser.get("/en/plan/session/today")
        let id = page.hidden("id") ?? ""
        var form = [
            "_token": [page.hidden("_token") ?? ""], "id": [id], "plan-version": [page.hidden("plan-version") ?? ""],
            "date": [page.hidden("date") ?? ""], "pain-before": ["2"], "pain-after": ["2"], "effort": ["4"],
            "stop": [""],
        ]
        let names = page.text.matches(of: /name="done"[^>]*value="([^"]+)"/).map { String($0.1) }
        form["done"] = names
        return try await browser.post("/en/plan/session", form.merging(change) { _, new in new })
    }

    @Test func sessionResult_isKept_andShownInTheExport() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let answer = try await session(browser)
            #expect(answer.location == "/en/plan?note=session-saved")
            let export = try await browser.get("/en/plan/export.json")
            #expect(export.header("Content-Type")?.hasPrefix("application/json") == true)
            #expect(export.text.contains("\"painBefore\" : 2"))
        }
    }

    @Test func sameSessionTwice_answersTheSame_andCountsOnce() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let key = "a56ce1a4-6d0a-4a25-8f4e-d7f39a07ab42"
            for _ in 0..<3 {
                #expect(try await session(browser, ["id": [key]]).location == "/en/plan?note=session-saved")
            }
            let export = try await browser.get("/en/plan/export.json").text
            #expect(export.components(separatedBy: "\"painBefore\"").count == 2)
        }
    }

    /// A device with a wrong clock loses nothing; the session counts for the nearest day that can be.
    @Test(arguments: ["2099-01-01", "2001-01-01"]) func sessionOfAnImpossibleDay_countsForToday(
        _ date: String
    ) async throws {
        try await withSite { site in
            let browser = try await planned(site)
            #expect(try await session(browser, ["date": [date]]).location == "/en/plan?note=session-saved")
            let export = try await browser.get("/en/plan/export.json").text
            #expect(export.contains("\"date\" : \"2027-01-15\""))
            #expect(!export.contains(date))
        }
    }

    @Test(arguments: ["0", "-1", "x", "99999999999999999999", "10000", "9223372036854775807"])
    func versionThatCannotBe_isSentBack(_ version: String) async throws {
        try await withSite { site in
            let browser = try await planned(site)
            #expect(try await session(browser, ["plan-version": [version]]).status == 422)
            #expect(!(try await browser.get("/en/plan/export.json").text.contains("painBefore")))
        }
    }

    /// As after a backup was put back: the result is not lost.
    @Test(arguments: ["7", ""]) func versionThatIsNotKnown_countsForTheNewest(_ version: String) async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let answer = try await session(browser, ["plan-version": [version]])
            #expect(answer.location == "/en/plan?note=session-saved")
            #expect(try await browser.get("/en/plan/export.json").text.contains("\"planVersion\" : 1"))
        }
    }

    @Test func exerciseNamedOften_countsOnce() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let page = try await browser.get("/en/plan/session/today")
            let name = try #require(page.text.firstMatch(of: /name="done"[^>]*value="([^"]+)"/)).1
            let often = Array(repeating: String(name), count: 200)
            let answer = try await session(browser, ["done": often, "easier": often])
            #expect(answer.location == "/en/plan?note=session-saved")
            let export = try await browser.get("/en/plan/export.json").text
            #expect(export.contains(/"done" : \[\s*"[a-z0-9-]+"\s*\]/))
        }
    }

    @Test func exerciseNobodyKnows_isSentBack() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            for field in ["done", "easier", "too-painful"] {
                #expect(try await session(browser, [field: ["nonsense"]]).status == 422)
            }
        }
    }

    /// Level 3 gives comfort measures, until the person says that a clinician has seen them.
    @Test func comfortPlan_opensAfterAVisit() async throws {
        try await withSite { site in
            let browser = try await planned(site, ["symptoms-general": ["fever"]])
            let before = try await browser.get("/en/plan")
            #expect(before.text.contains("value=\"seen\""))
            #expect(try await browser.submit("/en/plan", ["_action": ["seen"]]).status == 303)
            #expect(!(try await browser.get("/en/plan").text.contains("value=\"seen\"")))
        }
    }

    @Test func painAboveTheLimit_leadsToTheDangerScreen_evenInTheList() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            #expect(try await session(browser, ["pain-after": ["9"]]).location == "/en/plan/signs")
            #expect(try await browser.get("/en/plan").location == "/en/plan/signs")
            #expect(try await browser.get("/en/plan/session/today").location == "/en/plan/signs")
        }
    }

    @Test func resultOfAnotherPerson_isNotTaken() async throws {
        try await withSite { site in
            let (one, two) = (try await planned(site), try await planned(site))
            let page = try await one.get("/en/plan/session/today")
            let owner = try #require(page.hidden("owner"))
            #expect(try await session(two, ["owner": [owner]]).status == 400)
            #expect(!(try await two.get("/en/plan/export.json").text.contains("painBefore")))
        }
    }

    @Test func tooMuchPain_leadsToTheDangerScreen() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let answer = try await session(browser, ["stop": ["pain"], "pain-during": ["8"]])
            #expect(answer.location == "/en/plan/signs")
        }
    }

    @Test(arguments: [
        ["pain-before": ["11"]], ["pain-after": ["x"]], ["effort": ["-1"]], ["stop": ["because"]], ["id": ["1"]],
        ["date": ["2027-02-30"]], ["done": ["no-such-exercise"]],
        ["pain-before": ["1", "2"]],
    ])
    func nonsenseInASession_isSentBack_andNothingIsStored(_ change: [String: [String]]) async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let answer = try await session(browser, change)
            #expect(answer.status == 422)
            #expect(!(try await browser.get("/en/plan/export.json").text.contains("painBefore")))
        }
    }

    private func checkIn(_ browser: Browser, _ form: [String: [String]]) async throws -> Answer {
        let page = try await browser.get("/en/plan/check-in")
        let own = ["_token": [page.hidden("_token") ?? ""], "_key": [page.hidden("_key") ?? ""]]
        return try await browser.post("/en/plan/check-in", own.merging(form) { _, new in new })
    }

    @Test func checkIn_leadsToItsDecision() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            _ = try await session(browser)
            site.test.pass(7 * day)
            let answer = try await checkIn(
                browser, ["sign": ["none"], "nprs-average-0": ["3"], "nprs-worst-0": ["4"], "unsettled": ["0"]])
            #expect(answer.location == "/en/plan/check-in")
            let done = try await browser.get("/en/plan/check-in")
            #expect(done.status == 200 && !done.text.contains("name=\"sign\""))
            #expect(try await browser.get("/en/plan/progress").text.contains("<svg"))
        }
    }

    @Test func checkIn_withoutTheDangerScreen_isSentBack_andKeepsWhatWasTyped() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            site.test.pass(7 * day)
            let answer = try await checkIn(browser, ["nprs-average-0": ["3"], "nprs-worst-0": ["12"]])
            #expect(answer.status == 422)
            #expect(answer.text.contains("#sign") || answer.text.contains("sign"))
            #expect(answer.text.firstMatch(of: /name="nprs-average-0"[^>]*value="3"[^>]*checked/) != nil)
        }
    }

    @Test func signInASecondCheckIn_isNeverTakenForACopy() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            site.test.pass(7 * day)
            let page = try await browser.get("/en/plan/check-in")
            let own = ["_token": [page.hidden("_token") ?? ""], "_key": [page.hidden("_key") ?? ""]]
            try await browser.post("/en/plan/check-in", own.merging(["sign": ["none"]]) { _, new in new })
            let again = try await browser.post(
                "/en/plan/check-in", own.merging(["sign": ["bladder-bowel"]]) { _, new in new })
            #expect(again.location == "/en/survey/0?from=signs")
            #expect(try await browser.get("/en/plan/session/today").location == "/en/plan")
        }
    }

    @Test func signAfterNone_withTheSameKey_counts() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let page = try await browser.get("/en/plan/signs")
            let own = ["_token": [page.hidden("_token") ?? ""], "_key": [page.hidden("_key") ?? ""]]
            try await browser.post("/en/plan/signs", own.merging(["sign": ["none"]]) { _, new in new })
            let again = try await browser.post(
                "/en/plan/signs", own.merging(["sign": ["bladder-bowel"]]) { _, new in new })
            #expect(again.location == "/en/survey/0?from=signs")
        }
    }

    @Test func newSign_leadsBackIntoTheSurvey_andRestsThePlan() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            site.test.pass(7 * day)
            let answer = try await checkIn(browser, ["sign": ["bladder-bowel"]])
            #expect(answer.location == "/en/survey/0?from=signs")
            let plan = try await browser.get("/en/plan")
            #expect(plan.status == 200 && !plan.text.contains("/figures/"))
            #expect(try await browser.get("/en/plan/session/today").location == "/en/plan")
        }
    }

    @Test func flare_showsTheLighterPlan() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let page = try await browser.get("/en/plan/flare")
            let form = [
                "_token": [page.hidden("_token") ?? ""], "_key": [page.hidden("_key") ?? ""], "sign": ["none"],
            ]
            #expect(try await browser.post("/en/plan/flare", form).location == "/en/plan/flare")
            let helping = try await browser.get("/en/plan/flare")
            #expect(helping.status == 200 && !helping.text.contains("name=\"sign\""))
        }
    }

    @Test func whatIf_comparesAndStoresNothing() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let before = try await browser.get("/en/plan/export.json").text
            let page = try await browser.get("/en/plan/what-if")
            let token = ["_token": [page.hidden("_token") ?? ""]]
            let answer = try await browser.post(
                "/en/plan/what-if",
                token.merging(
                    ["_action": ["compare"], "minutes": ["5"], "days": ["3"], "floor": ["no"], "item": [""]]
                ) { _, new in new })
            #expect(answer.status == 200)
            #expect(try await browser.get("/en/plan/export.json").text.count == before.count)
            let wrong = try await browser.post(
                "/en/plan/what-if",
                token.merging(["_action": ["compare"], "minutes": ["0"], "days": ["9"]]) { _, new in new })
            #expect(wrong.status == 422)
        }
    }

    @Test func calendarFeed_worksByItsAddress_untilItIsRevoked() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            let made = try await browser.submit("/en/plan/calendar", ["_action": ["make"], "time": ["07:30"]])
            let match = try #require(made.text.firstMatch(of: /\/calendar\/([a-z0-9]+)\.ics/))
            let address = "/calendar/\(match.1).ics?t=0730&lang=es"
            let stranger = site.newBrowser()
            let feed = try await stranger.get(address)
            #expect(feed.status == 200 && feed.text.contains("T073000"))
            #expect(feed.header("Content-Type") == "text/calendar; charset=utf-8")
            let tag = try #require(feed.header("ETag"))
            #expect(try await stranger.get(address, headers: ["If-None-Match": tag]).status == 304)
            try await browser.submit("/en/plan/calendar", ["_action": ["revoke"]])
            #expect(try await stranger.get(address).status == 404)
            let faulty = try await browser.submit("/en/plan/calendar", ["_action": ["make"], "time": ["25:00"]])
            #expect(faulty.status == 422)
            #expect(!site.log.lines.joined().contains(String(match.1)))
        }
    }

    @Test func postWithoutToken_isRefused() async throws {
        try await withSite { site in
            let browser = try await planned(site)
            for path in ["plan", "plan/session", "plan/check-in", "plan/flare", "plan/signs", "plan/what-if"] {
                #expect(try await browser.post("/en/\(path)", ["_action": ["make"]]).status == 403, "\(path)")
            }
        }
    }

    @Test func figures_areDrawn_cachedAndStrict() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let figure = try await browser.get("/es/figures/cat-cow.svg")
            #expect(figure.header("Content-Type") == "image/svg+xml" && figure.text.contains("Gato y vaca"))
            let tag = try #require(figure.header("ETag"))
            #expect(try await browser.get("/es/figures/cat-cow.svg", headers: ["If-None-Match": tag]).status == 304)
            for name in ["cat-cow-still", "cat-cow-mirror-dark", "cat-cow-0", "cat-cow-1-dark"] {
                #expect(try await browser.get("/en/figures/\(name).svg").status == 200, "\(name)")
            }
            for name in ["cat-cow", "dragon.svg", "cat-cow-99.svg", "cat-cow-+1.svg", "cat-cow-dark-dark.svg"] {
                #expect(try await browser.get("/en/figures/\(name)").status == 404, "\(name)")
            }
        }
    }

    @Test func everyFigureOfTheLibrary_staysSmall() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            for exercise in TestPack.plan.pack.library.exercises {
                let answer = try await browser.get(
                    "/en/figures/\(exercise.id).svg", headers: ["Accept-Encoding": "gzip"])
                #expect(answer.status == 200)
                #expect(answer.response.body.readableBytes <= 12 * 1024, "\(exercise.id)")
            }
        }
    }

    @Test func app_hasManifestAndWorker() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let manifest = try await browser.get("/es/app.webmanifest")
            #expect(manifest.header("Content-Type") == "application/manifest+json")
            #expect(manifest.text.contains("\"start_url\":\"/es/plan\""))
            let worker = try await browser.get("/sw.js")
            #expect(worker.header("Content-Type")?.hasPrefix("text/javascript") == true)
            #expect(worker.header("Cache-Control") == "no-cache")
        }
    }

    @Test(arguments: [ClinicInfo.Profile.education, .reviewed]) func clinicThatShowsNoPlans_showsNone(
        _ profile: ClinicInfo.Profile
    ) async throws {
        var configuration = ServerConfiguration(limits: Limits(surveyStarts: .unlimited))
        configuration.clinic.profile = profile
        try await withSite(configuration) { site in
            let browser = site.newBrowser()
            try await browser.finish(ready)
            let page = try await browser.get("/en/plan")
            #expect(page.status == 200 && !page.text.contains("value=\"make\"") && !page.text.contains("/figures/"))
        }
    }
}
