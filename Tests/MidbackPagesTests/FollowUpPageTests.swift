import Foundation
import MidbackCore
import MidbackPages
import MidbackPlan
import Testing

/// What session, check-in, progress, flare-up and danger screen must hold besides what holds for every page.
struct FollowUpPageTests {
    private static let forms = [
        "session", "session-careful", "session-faults", "signs", "signs-after-pain", "signs-faults", "flare",
        "flare-faults", "check-in", "check-in-back", "check-in-faults", "check-in-year",
    ]
    private static let asking = forms.filter { !$0.hasPrefix("session") }

    private func people() throws -> FollowUpStates {
        FollowUpStates(engine: try Fixture.states().engine, plan: try Fixture.plan())
    }

    // MARK: Danger screen

    @Test(arguments: asking, Language.allCases)
    func everySign_isAsked_beforeAnythingElse(name: String, language: Language) throws {
        let html = try Fixture.html(name, language)
        let values = html.all("<input[^>]* name=\"sign\" value=\"([^\"]*)\"")
        #expect(values == (try Fixture.plan()).escalation.signs.map(\.id) + ["none"])
        let names = html.all("<input[^>]* type=\"(?:radio|checkbox)\" name=\"([^\"]*)\"")
        #expect(names.first == "sign")
        #expect(html.contains("tel:911"))
    }

    @Test(arguments: forms)
    func nothing_isPreselected(name: String) throws {
        guard !name.hasSuffix("-faults") else { return }
        // The cue switches of the player are settings, not answers.
        let form = try Fixture.html(name).between("<form id=", "</form>")
        #expect(!form.contains(" checked"))
    }

    @Test(arguments: forms)
    func everyForm_carriesItsKeyOnce(name: String) throws {
        let html = try Fixture.html(name)
        #expect(html.all("value=\"\(FollowUpStates.key)\"").count == 1)
    }

    // MARK: Session

    @Test(arguments: ["session", "session-careful"])
    func stepsInThePage_areTheStepsOfTheScript(name: String) throws {
        let states = try Fixture.states()
        let page = try #require(states.pages.first { $0.name == name }?.page as? SessionPage)
        let written = try Fixture.html(name).all(" data-steps=\"([^\"]*)\"").map { $0.split(separator: " ") }
        #expect(written.count == page.script.parts.count)
        #expect(written.reduce(0) { $0 + $1.count } == page.script.steps.count)
        let seconds = written.joined().compactMap { step in
            step.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).first.flatMap { Int($0) }
        }
        #expect(seconds.reduce(0, +) == page.script.seconds)
    }

    @Test(arguments: ["session", "session-careful"], Language.allCases)
    func everyExercise_isReadable_withoutScript(name: String, language: Language) throws {
        let states = try Fixture.states()
        let page = try #require(states.pages.first { $0.name == name }?.page as? SessionPage)
        let html = try Fixture.html(name, language).between("<form id=\"session\"", "</form>")
        let library = try Fixture.plan().library
        for part in page.script.parts {
            let exercise = try #require(library.exercise(part.exercise))
            #expect(html.contains("/\(language.rawValue)/figures/\(exercise.id)-still.svg"))
            for step in exercise.steps { #expect(html.contains(escaped(step[language]))) }
            #expect(html.all("name=\"done\" value=\"\(exercise.id)\"").count == 1)
        }
        for sign in try Fixture.plan().escalation.signs { #expect(html.contains(escaped(sign.text[language]))) }
        for field in ["pain-before", "pain-during", "pain-after", "effort"] {
            #expect(html.all("name=\"\(field)\"").count == 11, "\(field)")
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "'", with: "&#39;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }

    @Test
    func lowLimit_isToldInWords() throws {
        let page = try #require(try people().script(try people().careful))
        #expect(page.script.painCeiling == 3)
        let html = try Fixture.html("session-careful")
        #expect(html.contains("data-ceiling=\"3\"") && html.contains("stay at 3 or below, and not more than 2 above"))
        #expect(!(try Fixture.html("session")).contains("above your start"))
    }

    @Test
    func faultySession_keepsWhatWasEntered() throws {
        let html = try Fixture.html("session-faults")
        #expect(html.contains("id=\"errors\"") && html.contains("href=\"#i-pain-after\""))
        #expect(html.all("name=\"pain-before\" value=\"3\" checked").count == 1)
        #expect(html.all("name=\"done\" value=\"[^\"]*\" checked").count == 1)
    }

    // MARK: Check-in

    @Test
    func checkIn_asksWhatIsDue_andNothingTwice() throws {
        let plan = try Fixture.plan()
        for due in plan.checkIns {
            let questions = CheckInQuestion.all(due, goals: 2, in: plan)
            #expect(Set(questions.map(\.field)).count == questions.count)
            #expect(Set(questions.map(\.measure)) == Set(due.measures))
            for question in questions {
                guard let other = question.sameAs else { continue }
                #expect(questions.contains { $0.field == other && $0.sameAs == nil })
            }
        }
        let html = try Fixture.html("check-in-faults")
        #expect(html.contains("name=\"peg-1\"") && !html.contains("name=\"peg-0\""))
        #expect(html.contains("name=\"psfs-1\"") && html.contains("&lt;b&gt;drive&lt;/b&gt;"))
        #expect(html.all("name=\"groc-0\" value=\"(-?[0-9])\"") == ["-3", "-2", "-1", "0", "1", "2", "3"])
    }

    @Test
    func faultyCheckIn_keepsWhatWasEntered() throws {
        let html = try Fixture.html("check-in-faults")
        #expect(html.all("<li><a href=\"#i-([a-z-]*)\">") == ["sign", "unsettled", "days-off"])
        #expect(html.contains("name=\"unsettled\" value=\"many\"") && html.contains("name=\"days-off\" value=\"900\""))
        let kept = html.all("name=\"(groc-0|phq-2-0|nprs-average-0|settle|self-care)\" value=\"[^\"]*\" checked")
        #expect(kept.count == 5)
    }

    @Test
    func privateMeasures_areMarked() throws {
        let html = try Fixture.html("check-in-back")
        #expect(html.between("id=\"g-feel\"", "</section>").contains("class=\"private\""))
    }

    @Test
    func everyDecision_isShownInWords() throws {
        let plan = try Fixture.plan()
        let states = try Fixture.states().pages.filter { $0.page is CheckInDonePage }
        #expect(states.count >= 7)
        for state in states {
            let page = try #require(state.page as? CheckInDonePage)
            let code = try #require(plan.progression.codes.first { $0.id == page.decision.code })
            let html = try Fixture.html(state.name)
            #expect(html.contains("<h1>\(code.name.en)</h1>") && html.contains(code.text.en), "\(state.name)")
            #expect(html.contains("Next check-in:"))
            for escalation in page.decision.escalations {
                let trigger = try #require(plan.escalation.triggers.first { $0.id == escalation.id })
                #expect(html.contains(trigger.text.en.prefix(20)))
            }
            if !page.decision.escalations.isEmpty { #expect(html.contains("class=\"button\" href=\"tel:")) }
        }
    }

    @Test
    func danger_restsThePlan_andLeadsToTheQuestions() throws {
        let html = try Fixture.html("check-in-done-danger")
        #expect(html.contains("href=\"/en/survey/0\"") && !html.contains("id=\"changes\""))
    }

    @Test(arguments: Language.allCases)
    func missedDays_areNeverScolded(language: Language) throws {
        let html = try Fixture.html("check-in-done-return", language)
        let welcome = language == .en ? "We are glad you are back." : "Qué bueno que volvió."
        #expect(html.contains(welcome))
        for word in ["failed", "should have", "missed your", "falló", "incumpli"] { #expect(!html.contains(word)) }
    }

    // MARK: Progress and flare-up

    @Test(arguments: ["progress", "progress-twelve-weeks", "progress-worse"], Language.allCases)
    func everyChart_hasWordsTableAndName(name: String, language: Language) throws {
        let html = try Fixture.html(name, language)
        let charts = html.all("<svg class=\"plot\"[^>]* role=\"img\" aria-labelledby=\"([^\"]*)\"")
        #expect(charts.count >= 3)
        #expect(html.all("<table>").count == charts.count && html.all("<p class=\"said\">[^<]").count == charts.count)
        #expect(html.all("class=\"band\"").count >= 2 && html.all("class=\"goal\"").count >= 2)
    }

    @Test
    func tableAndLine_holdEveryCheckIn() throws {
        let states = try Fixture.states()
        let page = try #require(states.pages.first { $0.name == "progress" }?.page as? ProgressPage)
        let chart = try Fixture.html("progress").between("aria-labelledby=\"pain-title\"", "</section>")
        let points = 1 + page.history.checkIns.count { $0.answers[.painAverage] != nil }
        #expect(chart.all("<tr><th scope=\"row\">").count == points)
        #expect(chart.between("<svg class=\"plot\"", "</svg>").all("<circle").count == points)
    }

    @Test
    func clearlyWorse_leadsToTheClinic() throws {
        let pain = try Fixture.html("progress-worse").between("aria-labelledby=\"pain-title\"", "</section>")
        #expect(pain.contains("clearly worse") && pain.contains("tel:"))
        #expect(!(try Fixture.html("progress")).contains("clearly worse"))
    }

    @Test
    func everyVersion_isShown_withItsDecision() throws {
        let states = try Fixture.states()
        for name in ["progress", "progress-twelve-weeks"] {
            let page = try #require(states.pages.first { $0.name == name }?.page as? ProgressPage)
            let html = try Fixture.html(name)
            for plan in page.history.plans { #expect(html.contains("Version \(plan.version), from ")) }
            #expect(html.contains("Your plan began."))
        }
    }

    @Test
    func flareHelp_showsLessAndTheWayBack() throws {
        let html = try Fixture.html("flare-helping")
        #expect(html.contains("3 to 7 days") && html.contains("about 70%") && html.contains("runs until"))
        #expect(html.contains("/en/plan/session/today") && html.contains("/en/plan/check-in"))
        #expect(!(try Fixture.html("flare-helping-rest-day")).contains("/en/plan/session/today"))
    }

    // MARK: App

    @Test(arguments: Language.allCases)
    func manifest_isReadable_andItsIconsExist(language: Language) throws {
        let renderer = try Fixture.states().renderer
        let text = renderer.text(WebManifest(language: language))
        let manifest = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(manifest["start_url"] as? String == "/\(language.rawValue)/plan")
        #expect(manifest["display"] as? String == "standalone")
        let icons = try #require(manifest["icons"] as? [[String: String]])
        #expect(icons.compactMap { $0["purpose"] } == ["any", "maskable"])
        let files = Set(renderer.staticFiles.map { Routes.asset($0.name) })
        #expect(icons.allSatisfy { files.contains($0["src"] ?? "") })
    }

    @Test
    func scripts_importEachOtherByTheirHashes() throws {
        let files = try Fixture.states().renderer.staticFiles
        let script = try #require(files.first { $0.name.hasPrefix("session.") && $0.name.hasSuffix(".js") })
        let imports = String(decoding: script.bytes, as: UTF8.self).all("from \"\\./([^\"]*)\"")
        #expect(imports.count == 2 && imports.allSatisfy { name in files.contains { $0.name == name } })
        let page = try Fixture.html("session")
        #expect(imports.allSatisfy { page.contains("src=\"/static/\($0)\"") })
    }

    @Test
    func worker_keepsNothingOfSurveyAndResult() throws {
        let bytes = try #require(EmbeddedResources.bytes("Public/sw.js"))
        let worker = String(decoding: bytes, as: UTF8.self)
        let pattern = try #require(worker.all("const PAGE = /(.*)/;").first).replacingOccurrences(of: "\\/", with: "/")
        for path in ["/en/plan", "/es/plan/session/today", "/en/plan/session/6"] {
            #expect(path.range(of: pattern, options: .regularExpression) != nil, "\(path)")
        }
        for path in [
            "/en/survey/3", "/en/result", "/en/plan/check-in", "/en/plan/signs", "/en/plan/export", "/en/link",
            "/en/plan/progress", "/en/", "/en/plan/session/7",
        ] { #expect(path.range(of: pattern, options: .regularExpression) == nil, "\(path)") }
    }

    @Test(arguments: ["session", "check-in-done-progress", "flare"])
    func appPages_linkTheManifest(name: String) throws {
        #expect(try Fixture.html(name, .es).contains("<link rel=\"manifest\" href=\"/es/app.webmanifest\">"))
    }

    // MARK: Words

    private static let sources = Fixture.root.appendingPathComponent("Sources/MidbackPages")
    /// Ids that are put together from a fixed part and a code.
    private static let composed = [
        "session.pain-", "check-in.change-", "check-in.settle-", "progress.change-", "progress.pain-", "progress.peg-",
        "progress.goals-", "progress.key-", "check-in.pain-", "check-in.goals-", "check-in.life-", "check-in.feel-",
        "check-in.practice-",
    ]

    @Test
    func everyWordOfOurs_isUsed_withTheSamePlaceholders() throws {
        let file = Fixture.root.appendingPathComponent("Content/words/follow-up.yaml")
        let ids = try String(contentsOf: file, encoding: .utf8).all("(?m)^  ([a-z][a-z0-9.-]+):$")
        #expect(ids.count > 150)
        let all = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
        let code = (all?.compactMap { $0 as? URL } ?? []).filter { ["swift", "mustache"].contains($0.pathExtension) }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
        let words = try Fixture.pack().words
        for id in ids {
            let isComposed = Self.composed.contains { id.hasPrefix($0) }
            #expect(isComposed || code.contains("\"\(id)\"") || code.contains(":\(id)}}"), "\(id)")
            let text = try #require(words[id])
            let pattern = "\\{[A-Za-z-]+\\}|%[nm]"
            #expect(Set(text.en.all(pattern)) == Set(text.es.all(pattern)), "\(id)")
            #expect((text.en + text.es).all("\\b(911|988)\\b|\\d{3}[- ]\\d{4}").isEmpty, "\(id)")
        }
    }
}
