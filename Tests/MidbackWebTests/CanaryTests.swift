import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWeb

/// Unique strings go in everywhere a person or an attacker can put them; no log line may hold one.
@Suite struct CanaryTests {
    @Test func logHoldsNothingThatWasEntered() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let canary = "canary-7f3a91"
            try await browser.start()
            let cookie = try #require(browser.cookies["mb_p"])
            var form = TestPack.form(0, .init(), ["gate-other": ["self-harm"], "self-harm-often": ["several-days"]])
            form["self-harm-plan"] = ["no"]
            try await browser.answer(0, form)
            try await browser.confirmStop()
            try await browser.answer(0, form) { $0["age-years"] = [canary] }
            try await browser.answer(0, form) { $0[canary] = ["1"] }
            try await browser.answer(0, form) { $0["_token"] = [canary] }
            try await browser.get("/en/survey/0?\(canary)=1")
            try await browser.get("/en/\(canary)")
            try await browser.get("/static/\(canary)")
            try await browser.get("/en/causes/\(canary)")
            try await browser.get(
                "/",
                headers: [
                    "User-Agent": canary, "Referer": "http://x/\(canary)", "Accept-Language": canary,
                    "X-Forwarded-For": canary,
                ])
            try await browser.post("/en/come-back", ["words": [canary]])
            try await browser.post("/en/survey/0", raw: "\(canary)=%zz")
            try await browser.walk(1...8)
            let fresh = try await browser.submit("/en/link", ["_action": ["make"]])
            let link = String(try #require(fresh.text.firstMatch(of: /\/r\/([0-9a-z]{28})/)).1)
            try await site.newBrowser().get("/r/\(link)")
            try await site.newBrowser().post("/en/come-back", ["token": [link]])
            try await browser.submit("/en/survey/review", [:])
            try await browser.get("/en/result")
            try await browser.submit("/en/delete", ["_action": ["delete"]])
            try await site.stores.health.close()
            try await browser.start()

            let log = site.log.lines.joined()
            #expect(site.log.lines.count > 20)
            for secret in [
                canary, cookie, link, link.uppercased(), "self-harm", "several-days", "RF-2", "between-blades",
            ] {
                #expect(!log.contains(secret), "\(secret)")
            }
        }
    }

    @Test func everyRequest_isOneLineOfJSON_withItsRoute() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let lines = site.log.lines.filter { $0.contains("\"message\":\"request\"") }
            #expect(lines.count == 3)
            #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}\n") && !$0.dropLast().contains("\n") })
            #expect(lines.last?.contains("\"route\":\"/en/survey/{step}\"") == true)
            #expect(lines.last?.contains("\"method\":\"GET\"") == true)
        }
    }
}

@Suite struct JSONTextTests {
    @Test(arguments: [
        ("plain", "\"plain\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("line\nfeed\r\t", "\"line\\nfeed\\r\\t\""),
        ("\u{1}\u{2028}", "\"\\u0001\\u2028\""), ("ñ", "\"ñ\""),
    ])
    func text_isQuoted(_ text: String, _ quoted: String) { #expect(JSONText.quoted(text) == quoted) }
}
