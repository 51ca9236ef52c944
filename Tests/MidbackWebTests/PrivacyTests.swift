import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWeb

@Suite struct PrivacyTests {
    @Test func oneCookie_cannotSeeAnothersSurvey() async throws {
        try await withSite { site in
            let (one, two) = (site.newBrowser(), site.newBrowser())
            try await one.start()
            try await one.walk(0...0, ["age-years": ["71"]])
            try await two.start()
            #expect(!(try await two.get("/en/survey/0").text.contains("value=\"71\"")))
            #expect(try await two.get("/en/survey/1").location == "/en/survey/0")
            #expect(try await one.get("/en/survey/0").text.contains("value=\"71\""))
        }
    }

    @Test(arguments: ["", "x", "../../etc", String(repeating: "0", count: 64), String(repeating: "é", count: 32)])
    func inventedCookie_leadsHome(_ value: String) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            browser.setCookie("mb_p", value)
            let page = try await browser.get("/en/survey/0")
            #expect(page.location == "/en/")
        }
    }

    @Test func homePage_neverShowsThatThereIsASurvey() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let before = try await browser.get("/en/")
            try await browser.start()
            try await browser.walk(0...2)
            #expect(try await browser.get("/en/").text == before.text)
        }
    }

    @Test func exit_forgetsAtOnce() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...1)
            let cookie = browser.cookies["mb_p"]
            let answer = try await browser.post("/en/exit", [:])
            #expect(answer.status == 303)
            #expect(answer.location == "https://www.weather.gov/")
            #expect(answer.header("Clear-Site-Data") == "\"cache\", \"cookies\", \"storage\"")
            #expect(answer.header("Set-Cookie")?.hasPrefix("mb_p=; Max-Age=0;") == true)
            #expect(answer.header("Cache-Control") == "no-store")
            browser.setCookie("mb_p", cookie)
            let page = try await browser.get("/en/survey/0")
            #expect(page.location == "/en/")
        }
    }

    @Test func exit_worksWithoutSurvey_andWithAFailingStore() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            #expect(try await browser.post("/en/exit", [:]).status == 303)
            try await browser.start()
            try await site.stores.health.close()
            let answer = try await browser.post("/en/exit", [:])
            #expect(answer.location == "https://www.weather.gov/")
            #expect(answer.header("Clear-Site-Data") != nil)
        }
    }

    @Test func delete_asksFirst_thenLeavesNothing() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...3)
            let cookie = browser.cookies["mb_p"]
            #expect(try await browser.get("/en/delete").text.contains("/en/survey/4"))
            let answer = try await browser.submit("/en/delete", ["_action": ["delete"]])
            #expect(answer.status == 200)
            #expect(answer.header("Clear-Site-Data") != nil)
            #expect(browser.cookies.isEmpty)
            #expect(try await site.stores.erasures.erasures(since: nil).count == 1)
            browser.setCookie("mb_p", cookie)
            #expect(try await browser.get("/en/result").location == "/en/")
        }
    }

    @Test func deleteWithoutTheButton_isRefused() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            #expect(try await browser.submit("/en/delete", ["_action": ["maybe"]]).status == 400)
            #expect(try await browser.get("/en/survey/0").status == 200)
        }
    }
}

@Suite struct PrivateLinkTests {
    @Test func link_bringsBackOnAnotherDevice() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...2)
            #expect(try await browser.get("/en/link").text.contains("value=\"make\""))
            let fresh = try await browser.submit("/en/link", ["_action": ["make"]])
            let address = try #require(fresh.text.firstMatch(of: /http:\/\/localhost(\/r\/[0-9a-z]{28})/))
            #expect(fresh.text.contains("<svg"))
            // Shown once.
            #expect(!(try await browser.get("/en/link").text.contains("/r/")))

            let other = site.newBrowser()
            let door = try await other.get(String(address.1))
            #expect(door.status == 200)
            #expect(other.cookies.isEmpty)
            let token = try #require(door.hidden("token"))
            let back = try await other.post("/es/come-back", ["token": [token]])
            #expect(back.location == "/es/survey/3")
            #expect(try await other.get("/es/survey/0").text.contains("value=\"40\""))
            #expect(other.cookies["mb_p"] != browser.cookies["mb_p"])
        }
    }

    /// A telephone that restores the page posts again: the link that was written down must live.
    @Test func reloadOfTheFreshLink_keepsIt_andReplaceDoesNot() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...0)
            let fresh = try await browser.submit("/en/link", ["_action": ["make"]])
            let token = String(try #require(fresh.text.firstMatch(of: /\/r\/([0-9a-z]{28})/)).1)
            let again = try await browser.submit("/en/link", ["_action": ["make"]])
            #expect(again.status == 303 && again.location == "/en/link")
            #expect(try await site.newBrowser().post("/en/come-back", ["words": [token]]).status == 303)
            #expect(try await browser.get("/en/link").text.contains("value=\"replace\""))
            #expect(try await browser.submit("/en/link", ["_action": ["replace"]]).status == 200)
            #expect(try await site.newBrowser().post("/en/come-back", ["words": [token]]).status == 404)
        }
    }

    @Test func typedCode_works_inAnyWriting() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish()
            let fresh = try await browser.submit("/en/link", ["_action": ["make"]])
            let words = String(try #require(fresh.text.firstMatch(of: /class="words"><b>([^<]*)</)).output.1)
            for typed in [words, words.lowercased(), words.replacing(" ", with: "-")] {
                let other = site.newBrowser()
                #expect(try await other.post("/en/come-back", ["words": [typed]]).location == "/en/result")
            }
        }
    }

    @Test func revokedOrForgedOrDeletedLink_isExplained() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...0)
            let fresh = try await browser.submit("/en/link", ["_action": ["make"]])
            let token = String(try #require(fresh.text.firstMatch(of: /\/r\/([0-9a-z]{28})/)).1)
            let revoked = try await browser.submit("/en/link", ["_action": ["revoke"]])
            #expect(revoked.status == 200)
            let answer = try await site.newBrowser().post("/en/come-back", ["words": [token]])
            #expect(answer.status == 404)
            #expect(answer.text.contains(token))
            #expect(try await site.newBrowser().post("/en/come-back", ["words": ["AAAA BBBB"]]).status == 404)
            #expect(try await site.newBrowser().post("/en/come-back", ["words": ["  "]]).status == 422)
            #expect(try await site.newBrowser().get("/r/\(String(token.reversed()))").status == 404)
        }
    }

    @Test func triesAreLimited() async throws {
        try await withSite(ServerConfiguration(limits: Limits(linkTries: .init(capacity: 3, perMinute: 1)))) { site in
            let browser = site.newBrowser()
            for _ in 0..<3 { #expect(try await browser.post("/en/come-back", ["words": ["nonsense"]]).status == 404) }
            let answer = try await browser.post("/en/come-back", ["words": ["nonsense"]])
            #expect(answer.status == 429)
            #expect(answer.header("Retry-After") == "60")
            #expect(answer.text.contains("nonsense"))
            site.test.pass(61)
            #expect(try await browser.post("/en/come-back", ["words": ["nonsense"]]).status == 404)
        }
    }

    @Test func unknownAction_isRefused() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            #expect(try await browser.submit("/en/link", ["_action": ["steal"]]).status == 400)
        }
    }
}
