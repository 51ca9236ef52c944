import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWeb

/// The store fails: fixed advice, the clinic's telephone, status 503, and nothing lost.
@Suite struct FailureTests {
    @Test(arguments: ["/en/survey/0", "/en/survey/review", "/en/result", "/en/stop", "/en/link", "/en/causes"])
    func closedStore_givesFixedAdvice(_ path: String) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await site.stores.health.close()
            let answer = try await browser.get(path)
            #expect(answer.status == 503)
            #expect(answer.text.contains("(201) 849-1000"))
            #expect(answer.text.contains("tel:911"))
            #expect(answer.header("Retry-After") == "10")
            #expect(answer.header("X-Reference")?.count == 8)
            #expect(!answer.text.lowercased().contains("store"))
        }
    }

    @Test func start_saysSoToo() async throws {
        try await withSite { site in
            try await site.stores.health.close()
            #expect(try await site.newBrowser().post("/en/survey", [:]).status == 503)
            #expect(try await site.newBrowser().get("/en/").status == 200)
        }
    }

    @Test func reference_isOnThePage_andInTheLog() async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get("/nothing")
            let reference = try #require(answer.header("X-Reference"))
            #expect(answer.text.contains(reference))
            #expect(site.log.lines.contains { $0.contains(reference) && $0.contains("\"status\":\"404\"") })
        }
    }

    @Test func startsAreLimited() async throws {
        try await withSite(ServerConfiguration(limits: Limits(surveyStarts: .init(capacity: 2, perMinute: 6)))) {
            site in
            let browser = site.newBrowser()
            for _ in 0..<2 { #expect(try await browser.post("/en/survey", [:]).status == 303) }
            let answer = try await browser.post("/en/survey", [:])
            #expect(answer.status == 429)
            #expect(answer.header("Retry-After") == "10")
            site.test.pass(10)
            #expect(try await browser.post("/en/survey", [:]).status == 303)
        }
    }
}
