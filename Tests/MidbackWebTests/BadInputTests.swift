import MidbackCore
import Testing

@testable import MidbackWeb

/// Whatever is posted: a page that helps, a status of 4xx, and nothing lost.
@Suite struct BadInputTests {
    /// A survey with step 0 stored, and a post to it that goes wrong.
    private func badPost(
        _ change: @escaping @Sendable (inout [String: [String]]) -> Void, _ check: @escaping @Sendable (Answer) -> Void
    ) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...2)
            let answer = try await browser.answer(3, TestPack.form(3, TestPack.response()), change: change)
            check(answer)
            #expect((400..<500).contains(answer.status))
            #expect(answer.text.contains("(201) 849-1000"))
            #expect(try await browser.get("/en/survey/0").text.contains("value=\"40\""))
        }
    }

    @Test func unknownOption() async throws {
        try await badPost {
            $0["pain-trend"] = ["sideways"]
        } _: {
            #expect($0.status == 422)
            #expect($0.text.contains("id=\"errors\""))
        }
    }

    @Test func unknownField() async throws {
        try await badPost {
            $0["pain-level-of-my-neighbour"] = ["4"]
        } _: {
            #expect($0.status == 422)
        }
    }

    @Test func fieldOfAnotherStep() async throws {
        try await badPost {
            $0["age-years"] = ["41"]
        } _: {
            #expect($0.status == 422)
        }
    }

    @Test func twoAnswersWhereOneIsAllowed() async throws {
        try await badPost {
            $0["pain-trend"] = ["better", "same"]
        } _: {
            #expect($0.status == 422)
            #expect($0.text.contains("id=\"e-pain-trend\""))
        }
    }

    @Test(arguments: ["11", "-1", "4.5", "abc", "99999999999999999999", "٤", "<b>4</b>"])
    func numberThatIsNone_isKeptAsTyped(_ typed: String) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            var form = TestPack.form(0, .init())
            form["age-years"] = [typed == "11" ? "121" : typed]
            let answer = try await browser.answer(0, form)
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"e-age-years\""))
            if typed == "abc" { #expect(answer.text.contains("value=\"abc\"")) }
            #expect(!answer.text.contains("<b>4</b>"))
        }
    }

    @Test func noneBesideAnotherTick() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let form = TestPack.form(0, .init()).merging(["gate-now": ["none", "cold-sweat"]]) { _, new in new }
            let answer = try await browser.answer(0, form)
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"e-gate-now\""))
        }
    }

    @Test func answerToAHiddenQuestion_isDropped() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            var form = TestPack.form(0, .init())
            form["chest-pressure-when"] = ["rest-last-12h"]
            #expect(try await browser.answer(0, form).location == "/en/survey/1")
            #expect(!(try await browser.get("/en/survey/review").text.contains("#q-chest-pressure-when")))
        }
    }

    @Test func nothingTicked_listsEveryOpenQuestion() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let answer = try await browser.answer(0, [:])
            #expect(answer.status == 422)
            for linkId in ["gate-now", "gate-nerves", "gate-other", "age-years", "sex-at-birth"] {
                #expect(answer.text.contains("id=\"e-\(linkId)\""))
            }
        }
    }

    @Test func staleVersion_showsTheNewestWithWhatWasTyped() async throws {
        try await badPost {
            $0["_version"] = ["1"]; $0["pain-severity-now"] = ["9"]
        } _: {
            #expect($0.status == 409)
            #expect($0.hidden("_version") == "3")
        }
    }

    @Test func twoTabs_loseNothing() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...2)
            let form = TestPack.form(3, TestPack.response())
            let old = try await browser.get("/en/survey/3")
            try await browser.answer(3, form)
            var other = form.merging(["pain-severity-now": ["7"]]) { _, new in new }
            other["_token"] = [old.hidden("_token") ?? ""]
            other["_version"] = [old.hidden("_version") ?? ""]
            let conflict = try await browser.post("/en/survey/3", other)
            #expect(conflict.status == 409)
            other["_version"] = [conflict.hidden("_version") ?? ""]
            #expect(try await browser.post("/en/survey/3", other).status == 303)
        }
    }

    @Test func stepOutOfOrder_keepsItsAnswers_andShowsTheOpenStep() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let first = try await browser.start()
            #expect(try await browser.get("/en/survey/5").location == "/en/survey/0")
            var form = TestPack.form(3, TestPack.response())
            form["_token"] = [first.hidden("_token") ?? ""]
            form["_version"] = ["0"]
            let answer = try await browser.post("/en/survey/3", form)
            #expect(answer.status == 409)
            #expect(answer.text.contains("id=\"q-gate-now\""))
            try await browser.walk(0...2)
            #expect(try await browser.get("/en/survey/3").text.contains(" checked"))
        }
    }

    @Test(arguments: ["pain-trend=%", "pain-trend=%zz", "pain-trend=%FF", "%C3=1"])
    func brokenEncoding(_ raw: String) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...2)
            let page = try await browser.get("/en/survey/3")
            let own = "_token=\(page.hidden("_token") ?? "")&_version=\(page.hidden("_version") ?? "")"
            let answer = try await browser.post("/en/survey/3", raw: "pain-severity-now=7&\(own)&\(raw)")
            #expect(answer.status == 400)
            #expect(answer.text.contains("id=\"q-pain-trend\""))
            #expect(answer.text.contains(" checked"))
        }
    }

    @Test func tenMegabytes_areRefused() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let answer = try await browser.post("/en/survey/0", bytes: Array(repeating: 97, count: 10_000_000))
            #expect(answer.status == 413)
            #expect(answer.text.contains("(201) 849-1000"))
            #expect(answer.header("X-Reference")?.count == 8)
            #expect(try await browser.get("/en/survey/0").status == 200)
        }
    }

    @Test(arguments: ["application/json", "multipart/form-data; boundary=x", "text/plain"])
    func otherBodies_areRefused(_ type: String) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let headers = ["Sec-Fetch-Site": "same-origin", "Content-Type": type]
            #expect(try await browser.post("/en/survey/0", raw: "{}", headers: headers).status == 415)
        }
    }

    @Test func tooManyFields() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            let raw = (0..<600).map { "x\($0)=1" }.joined(separator: "&")
            let status = try await browser.post("/en/survey/0", raw: raw).status
            #expect((400..<500).contains(status))
        }
    }

    @Test func freeText_isLimited_andEscaped() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await browser.walk(0...7)
            let item = TestPack.engine.pack.questionnaire.items.first { $0.kind == .text && $0.enableWhen == nil }
            guard let item, TestPack.machine.step(of: item.linkId) == 8 else { return }
            let form = TestPack.form(8, TestPack.response())
            let long = form.merging([item.linkId: [String(repeating: "x", count: 5_000)]]) { _, new in new }
            #expect(try await browser.answer(8, long).status == 422)
            let script = form.merging([item.linkId: ["<script>alert(1)</script>"]]) { _, new in new }
            try await browser.answer(8, script)
            let review = try await browser.get("/en/survey/review")
            #expect(!review.text.contains("<script>alert"))
        }
    }
}
