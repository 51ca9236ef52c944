import HTTPTypes
import MidbackPages
import NIOCore
import Testing

@testable import MidbackWeb

/// Headers of every class of answer, errors included, as one table.
@Suite struct SecurityHeadersTests {
    private static let always = [
        "Content-Security-Policy":
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self' https://www.weather.gov; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    ]

    @Test func everyAnswer_hasThem() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            var answers = [try await browser.start()]
            for path in ["/", "/en/", "/en/survey/0", "/en/causes", "/en/result", "/healthz", "/nothing", "/en/link"] {
                answers.append(try await browser.get(path))
            }
            answers.append(try await browser.get(try #require(Self.asset(answers[2].text))))
            answers.append(try await browser.post("/en/exit", [:], headers: ["Sec-Fetch-Site": "cross-site"]))
            answers.append(try await browser.post("/en/survey/0", ["_token": ["forged"]]))
            answers.append(try await browser.post("/en/survey", bytes: Array(repeating: 97, count: 70_000)))
            answers.append(try await browser.send("/en/", .put, [:], nil))
            answers.append(try await browser.post("/en/exit", [:]))
            for answer in answers {
                for (name, value) in Self.always {
                    #expect(answer.header(name) == value, "\(answer.path) \(answer.status) \(name)")
                }
                #expect(answer.header("Vary")?.contains("Sec-Fetch-Site, Origin") == true, "\(answer.path)")
                #expect(answer.header("Strict-Transport-Security") == nil)
                let isStatic = answer.path.hasPrefix("/static/")
                let expected = isStatic ? "public, max-age=31536000, immutable" : "no-store"
                #expect(answer.header("Cache-Control") == expected, "\(answer.path) \(answer.status)")
            }
        }
    }

    static func asset(_ html: String) -> String? {
        html.firstMatch(of: /\/static\/[A-Za-z0-9.-]+\.css/).map { String($0.0) }
    }

    @Test func overHTTPS_browsersAreToldToStay() async throws {
        let configuration = ServerConfiguration(origin: "https://localhost")
        try await withSite(configuration) { site in
            let answer = try await site.newBrowser().get("/en/")
            #expect(answer.header("Strict-Transport-Security") == "max-age=63072000; includeSubDomains")
        }
    }

    @Test func pages_askForNothingFromElsewhere() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish()
            for path in ["/en/", "/en/survey/0", "/en/survey/review", "/en/result", "/en/link", "/en/about/privacy"] {
                let text = try await browser.get(path).text
                #expect(!text.contains(" style=\""), "\(path)")
                #expect(!text.contains("<style"), "\(path)")
                #expect(text.matches(of: /<(script|link|img|iframe)[^>]+(src|href)="(https?:)?\/\//).isEmpty, "\(path)")
                for script in text.matches(of: /<script[^>]*>/) { #expect(script.0.contains("src=\"/static/")) }
            }
        }
    }
}

@Suite struct VisitorCookieTests {
    @Test func plainHTTP_hasAPlainName() async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().post("/en/survey", [:])
            let cookie = try #require(answer.header("Set-Cookie"))
            #expect(cookie.wholeMatch(of: /mb_p=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax/) != nil)
        }
    }

    @Test func overHTTPS_itIsBoundToTheHost() async throws {
        try await withSite(ServerConfiguration(origin: "https://localhost")) { site in
            let answer = try await site.newBrowser().post("/en/survey", [:])
            let cookie = try #require(answer.header("Set-Cookie"))
            #expect(cookie.wholeMatch(of: /__Host-mb_p=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax; Secure/) != nil)
        }
    }

    @Test func twoCookiesOfOneName_areNotBelieved() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let token = try #require(browser.cookies["mb_p"])
            let planted = ["Cookie": "mb_p=\(token); mb_p=\(String(repeating: "0", count: 64))"]
            #expect(try await site.newBrowser().get("/en/survey/0", headers: planted).status == 303)
            #expect(try await site.newBrowser().get("/en/survey/0", headers: ["Cookie": "mb_p=\(token)"]).status == 200)
        }
    }
}
