import MidbackCore
import Testing

@testable import MidbackWeb

/// Which posts are taken as coming from this site.
@Suite struct SameSiteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var headers: [String: String]
        var isTaken: Bool
        var testDescription: String { "\(headers) \(isTaken)" }
    }

    private static let cases = [
        Case(headers: ["Sec-Fetch-Site": "same-origin"], isTaken: true),
        Case(headers: ["Sec-Fetch-Site": "none"], isTaken: true),
        Case(headers: ["Sec-Fetch-Site": "same-site"], isTaken: false),
        Case(headers: ["Sec-Fetch-Site": "cross-site"], isTaken: false),
        Case(headers: ["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"], isTaken: false),
        Case(headers: ["Sec-Fetch-Site": "same-origin", "Origin": "null"], isTaken: true),
        Case(headers: ["Origin": "http://localhost"], isTaken: true),
        Case(headers: ["Origin": "http://LOCALHOST:80"], isTaken: true),
        Case(headers: ["Origin": "https://localhost"], isTaken: false),
        Case(headers: ["Origin": "http://localhost:8080"], isTaken: false),
        Case(headers: ["Origin": "http://evil.example"], isTaken: false),
        Case(headers: ["Origin": "null", "Referer": "http://evil.example/x"], isTaken: false),
        Case(headers: ["Origin": "null", "Referer": "http://localhost/en/"], isTaken: false),
        Case(headers: ["Origin": "null"], isTaken: false),
        Case(headers: ["Referer": "http://localhost/en/survey/1"], isTaken: true),
        Case(headers: ["Referer": "http://localhost.evil.example/"], isTaken: false),
        Case(headers: ["Referer": "nonsense"], isTaken: false),
        Case(headers: [:], isTaken: true),
    ]

    /// With the right token: only the origin decides.
    @Test(arguments: cases)
    func originDecides(_ example: Case) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let page = try await browser.start()
            let form = TestPack.form(0, .init()).merging(
                ["_token": [page.hidden("_token") ?? ""], "_version": ["0"]]) { _, new in new }
            let answer = try await browser.post("/en/survey/0", form, headers: example.headers)
            #expect(answer.status == (example.isTaken ? 303 : 403))
        }
    }

    /// Without or with a wrong token no origin helps.
    @Test(arguments: cases, [nil, "", "0", String(repeating: "a", count: 64)])
    func tokenIsAlwaysNeeded(_ example: Case, _ token: String?) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            var form = TestPack.form(0, .init())
            form["_version"] = ["0"]
            form["_token"] = token.map { [$0] }
            #expect(try await browser.post("/en/survey/0", form, headers: example.headers).status == 403)
            #expect(try await browser.get("/en/survey/1").location == "/en/survey/0")
        }
    }

    @Test func tokenOfAnotherSurvey_isForged() async throws {
        try await withSite { site in
            let (mine, theirs) = (site.newBrowser(), site.newBrowser())
            try await mine.start()
            let token = try await theirs.start().hidden("_token") ?? ""
            let answer = try await mine.answer(0, TestPack.form(0, .init())) { $0["_token"] = [token] }
            #expect(answer.status == 403)
            #expect(answer.text.contains("value=\"40\""))
        }
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:8080", true), ("127.0.0.1:8080", true), ("192.168.1.20", true),
        ("[::1]:8080", true),
        ("clinic-mac", true), ("clinic-mac.local:8443", true), ("evil.example", false),
        ("127.0.0.1.evil.example", false),
        ("", false), ("1.2.3", false), ("1.2.3.4.5", false), ("256.1.1.1", false),
    ])
    func withoutConfiguredOrigin_onlyNamesThatNobodyCanRent(_ host: String, _ isTaken: Bool) {
        #expect(SiteOrigin(ServerConfiguration()).accepts(host: host) == isTaken)
    }

    @Test(arguments: [
        ("back.example.org", true), ("BACK.example.org:443", true), ("back.example.org:8080", false),
        ("example.org", false), ("localhost", false), ("127.0.0.1", false),
    ])
    func withConfiguredOrigin_onlyThatName(_ host: String, _ isTaken: Bool) {
        let origin = SiteOrigin(ServerConfiguration(origin: "https://back.example.org/"))
        #expect(origin.accepts(host: host) == isTaken)
        #expect(origin.expected(host: host) == "https://back.example.org")
    }

    @Test func foreignHost_isRefused_exceptForProbes() async throws {
        try await withSite(ServerConfiguration(origin: "https://back.example.org")) { site in
            let home = try await site.newBrowser().get("/en/")
            #expect(home.status == 403)
            let health = try await site.newBrowser().get("/healthz")
            #expect(health.status == 200)
        }
    }
}
