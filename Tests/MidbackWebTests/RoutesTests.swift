import HTTPTypes
import MidbackCore
import MidbackStore
import Testing

@testable import MidbackWeb

@Suite struct RoutesTests {
    @Test(arguments: [
        ("/en/", 200), ("/es/", 200), ("/en", 200), ("/en/causes", 200), ("/es/causes", 200),
        ("/en/about/intended-use", 200), ("/en/about/privacy", 200), ("/en/about/accessibility", 200),
        ("/en/about/how-it-works", 200), ("/en/about/sources", 200), ("/es/about/sources", 200), ("/en/come-back", 200),
        ("/en/rules/RF-110", 200), ("/en/causes/muscle-strain", 200), ("/healthz", 200), ("/readyz", 200),
        ("/en/about/nothing", 404), ("/en/causes/nothing", 404), ("/en/rules/RF-999", 404), ("/fr/", 404),
        ("/nothing", 404), ("/static/nothing.css", 404), ("/en/survey/9", 404), ("/en/survey/-1", 404),
        ("/en/survey/01", 404), ("/en/survey/abc", 404), ("/r/abc", 404),
    ])
    func page_withoutSurvey(_ path: String, _ status: Int) async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get(path)
            #expect(answer.status == status)
            #expect(!answer.text.isEmpty)
        }
    }

    /// Without a survey these lead home, and lose nothing because there is nothing.
    @Test(arguments: [
        "survey", "survey/0", "survey/3", "survey/review", "stop", "result", "result/print-friendly", "result/why",
        "link",
        "delete",
    ])
    func pageOfASurvey_leadsHome_withoutOne(_ path: String) async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get("/es/\(path)")
            #expect(answer.status == 303)
            #expect(answer.location == "/es/")
        }
    }

    @Test(arguments: ["survey/0", "survey/review", "stop", "link", "delete"])
    func postOfASurvey_isRefused_withoutOne(_ path: String) async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().post("/en/\(path)", ["_token": ["x"]])
            #expect(answer.status == 403)
            #expect(answer.text.contains("(201) 849-1000"))
        }
    }

    @Test(arguments: [
        (nil, "/en/"), ("es", "/es/"), ("es-MX,es;q=0.9,en;q=0.5", "/es/"), ("fr,en;q=0.2,es;q=0.3", "/es/"),
        ("fr", "/en/"), ("*", "/en/"), ("en;q=0,es", "/es/"), ("", "/en/"), (";;;q=x,,", "/en/"),
    ])
    func root_followsTheBrowsersLanguage(_ header: String?, _ location: String) async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get("/", headers: header.map { ["Accept-Language": $0] } ?? [:])
            #expect(answer.status == 302)
            #expect(answer.location == location)
            #expect(answer.header("Vary")?.contains("Accept-Language") == true)
        }
    }

    @Test(arguments: [
        ("/en/", "POST", "GET, HEAD"), ("/en/exit", "GET", "POST"), ("/en/stop", "DELETE", "GET, HEAD, POST"),
        ("/healthz", "PUT", "GET, HEAD"), ("/en/survey/3", "PATCH", "GET, HEAD, POST"),
    ])
    func wrongMethod_isToldSo(_ path: String, _ method: String, _ allowed: String) async throws {
        try await withSite { site in
            let method = try #require(HTTPRequest.Method(rawValue: method))
            let answer = try await site.newBrowser().send(path, method, ["Sec-Fetch-Site": "same-origin"], nil)
            #expect(answer.status == 405)
            #expect(answer.header("Allow") == allowed)
            #expect(answer.text.contains("<html"))
        }
    }

    @Test(arguments: ["/en/", "/en/causes", "/healthz"])
    func head_answersLikeGetWithoutBody(_ path: String) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let get = try await browser.get(path)
            let head = try await browser.send(path, .head, [:], nil)
            #expect(head.status == get.status)
            #expect(head.header("Content-Length") == get.header("Content-Length"))
            #expect(head.text.isEmpty)
        }
    }

    @Test func closedStore_isNotReady_butAlive() async throws {
        try await withSite { site in
            try await site.stores.health.close()
            #expect(try await site.newBrowser().get("/readyz").status == 503)
            #expect(try await site.newBrowser().get("/healthz").status == 200)
        }
    }
}
