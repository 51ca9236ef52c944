import Foundation
import MidbackCore
import MidbackStore
import MidbackWorkflows
import Testing

@testable import MidbackWeb

/// Nobody uses up the disk through one survey, and who meets a limit loses nothing.
@Suite struct LimitTests {
    private static let slow = Limits(
        surveyStarts: .unlimited, answerChanges: .init(capacity: 2, perMinute: 6),
        planPosts: .init(capacity: 2, perMinute: 6))

    @Test func changesThatComeTooFast_areShownAgain_andWaitALittle() async throws {
        try await withSite(ServerConfiguration(limits: Self.slow)) { site in
            let browser = site.newBrowser()
            try await browser.start()
            for age in ["40", "41"] {
                #expect(try await browser.answer(0, TestPack.form(0, .init(), ["age-years": [age]])).status == 303)
            }
            let late = try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["42"]]))
            #expect(late.status == 429)
            #expect(late.header("Retry-After") == "10")
            #expect(late.text.contains("value=\"42\""))
            #expect(late.text.contains("Nothing on this page is lost"))
            site.test.pass(10)
            #expect(try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["42"]])).status == 303)
        }
    }

    @Test func samePageSentAgain_isNotCounted() async throws {
        try await withSite(ServerConfiguration(limits: Self.slow)) { site in
            let browser = site.newBrowser()
            try await browser.start()
            for _ in 0..<6 { #expect(try await browser.answer(0, TestPack.form(0, .init())).status == 303) }
        }
    }

    @Test func danger_isNeverHeldUp() async throws {
        try await withSite(ServerConfiguration(limits: Self.slow)) { site in
            let browser = site.newBrowser()
            try await browser.start()
            for age in ["40", "41"] { try await browser.answer(0, TestPack.form(0, .init(), ["age-years": [age]])) }
            let answer = try await browser.answer(0, TestPack.form(0, .init(), ["gate-now": ["stroke-signs"]]))
            #expect(answer.status == 429)
            #expect(answer.text.contains("narrow stop"))
        }
    }

    /// Fills a survey up to its last version.
    private func fill(_ site: TestSite, _ browser: Browser) async throws {
        let cookie = try #require(browser.cookies["mb_p"].flatMap { SessionToken($0) })
        let record = try #require(try await site.stores.responses.find(session: cookie.hash))
        let latest = try #require(try await site.stores.responses.latest(id: record.id))
        for number in latest.number..<StoreLimits.versions {
            try await site.stores.responses.append(
                answers: latest.answers, to: record.id, expectedVersion: number, now: site.test.now)
        }
    }

    @Test func fullSurvey_saysSo_andKeepsWhatIsStored() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["40"]]))
            try await fill(site, browser)
            let answer = try await browser.answer(0, TestPack.form(0, .init(), ["age-years": ["42"]]))
            #expect(answer.status == 413)
            #expect(answer.text.contains("This change is not saved"))
            #expect(try await browser.get("/en/survey/0").text.contains("value=\"40\""))
            let danger = try await browser.answer(0, TestPack.form(0, .init(), ["gate-now": ["stroke-signs"]]))
            #expect(danger.text.contains("narrow stop"))
            #expect(!site.log.lines.contains { $0.contains("\"level\":\"error\"") })
        }
    }

    @Test func postsToAPlan_areCountedBySurvey() async throws {
        try await withSite(
            ServerConfiguration(
                limits: Limits(surveyStarts: .unlimited, planPosts: .init(capacity: 2, perMinute: 6)))
        ) { site in
            let browser = site.newBrowser()
            try await browser.finish(["exercise-limits": ["none"], "minutes": ["20"]])
            for _ in 0..<2 { #expect(try await browser.submit("/en/plan", ["_action": ["make"]]).status == 303) }
            let late = try await browser.submit("/en/plan", ["_action": ["make"]])
            #expect(late.status == 429)
            #expect(late.header("Retry-After") == "10")
            let other = site.newBrowser()
            try await other.finish(["exercise-limits": ["none"], "minutes": ["20"]])
            #expect(try await other.submit("/en/plan", ["_action": ["make"]]).status == 303)
        }
    }
}
