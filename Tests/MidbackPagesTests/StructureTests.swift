import Foundation
import MidbackCore
import MidbackPages
import Testing

/// What must hold on every page, whatever it says (`standards.md` 3.2, 6.1).
struct StructureTests {
    @Test(arguments: Fixture.names, Language.allCases)
    func frame_isComplete(name: String, language: Language) throws {
        let html = try Fixture.html(name, language)
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        #expect(html.contains("<html lang=\"\(language.rawValue)\""))
        #expect(html.all("<h1[ >]").count == 1)
        #expect(html.contains("href=\"#main\"") && html.contains("<main id=\"main\""))
        #expect(html.contains("(201) 849-1000") && html.contains("Totowa") && html.contains("Middletown"))
        #expect(html.contains("<form method=\"post\" action=\"/\(language.rawValue)/exit\">"))
        #expect(html.contains("class=\"demo\""))
        #expect(html.contains("tel:911") && html.contains("tel:988") && html.contains("tel:18002221222"))
    }

    @Test(arguments: Fixture.names, Language.allCases)
    func nothing_isInlineOrForeign(name: String, language: Language) throws {
        let html = try Fixture.html(name, language)
        #expect(html.all("<script(?![^>]* src=)").isEmpty)
        #expect(html.all(" style=").isEmpty && html.all("<style").isEmpty && html.all(" on[a-z]+=\"").isEmpty)
        #expect(html.all("(?:src|href|action)=\"(https?:[^\"]*)\"").isEmpty)
    }

    @Test(arguments: Fixture.names, Language.allCases)
    func everyName_isFilled(name: String, language: Language) throws {
        let html = try Fixture.html(name, language)
        #expect(html.all("\\{[a-zA-Z-]+\\}").isEmpty)
        #expect(!html.contains("\u{E000}") && !html.contains("\u{E001}"))
    }

    @Test(arguments: Fixture.names)
    func ids_areUniqueAndReferencesResolve(name: String) throws {
        let html = try Fixture.html(name)
        let ids = html.all(" id=\"([^\"]*)\"")
        #expect(Set(ids).count == ids.count)
        let named = html.all(" (?:aria-labelledby|aria-describedby|for)=\"([^\"]*)\"")
            .flatMap { $0.split(separator: " ").map(String.init) }
        #expect(Set(named).subtracting(ids).isEmpty)
        #expect(Set(html.all("href=\"#([^\"]*)\"")).subtracting(ids).isEmpty)
    }

    @Test(arguments: Fixture.names)
    func everyField_hasALabel(name: String) throws {
        let html = try Fixture.html(name)
        let labelled =
            html.all("(?s)<label[^>]*>(?:(?!</label>).)*?<input[^>]* id=\"([^\"]*)\"")
            + html.all("<label for=\"([^\"]*)\"") + html.all("<input id=\"([^\"]*)\"[^>]* aria-label=")
        let fields = html.all("<input(?![^>]*type=\"hidden\")[^>]* id=\"([^\"]*)\"")
        #expect(Set(fields).subtracting(labelled).isEmpty)
    }

    @Test(arguments: Fixture.names)
    func links_leadToKnownRoutes(name: String) throws {
        let html = try Fixture.html(name)
        let routes = [
            "/e[ns]/", "/e[ns]/survey(/[0-8]|/review)?", "/e[ns]/(stop|result|causes|link|come-back|exit|delete)",
            "/e[ns]/causes/[a-z0-9-]+", "/e[ns]/rules/[A-Z0-9-]+",
            "/e[ns]/about/(intended-use|privacy|accessibility|how-it-works|sources)",
            "/e[ns]/exercises(/[a-z-]+)?", "/e[ns]/plan(/session(/today|/[0-6])?)?",
            "/e[ns]/plan/(check-in|progress|flare|signs|what-if|print|export|export.json|calendar|calendar.ics)",
            "/e[ns]/figures/[a-z0-9-]+\\.svg", "/e[ns]/app.webmanifest",
            "/static/[a-z-]+\\.[0-9a-f]{16}\\.(css|js|svg)",
        ]
        let pattern = "^(\(routes.joined(separator: "|")))$"
        let paths = html.all("(?:src|href|action)=\"(/[^\"?#]*)")
        #expect(paths.filter { $0.all(pattern).isEmpty }.isEmpty)
        #expect(!paths.isEmpty)
    }

    @Test(arguments: Fixture.names)
    func titles_areNeutral(name: String) throws {
        let title = try Fixture.html(name).between("<title>", "</title>").lowercased()
        for word in ["suicide", "self-harm", "unsafe", "violence", "emergency", "cancer", "poison", "dying"] {
            #expect(!title.contains(word))
        }
    }

    @Test
    func deleteNow_isOnEveryPageWithAnswers() throws {
        for state in try Fixture.states().pages where state.hasAnswers {
            #expect(try Fixture.html(state.name).contains("href=\"/en/delete\""), "\(state.name)")
        }
    }

    @Test
    func emergencyNumbers_followTheCountry() throws {
        var clinic = ClinicInfo.demo
        clinic.country = "GB"
        let states = try PageStates(pack: try Fixture.pack(), plan: try Fixture.plan(), clinic: clinic)
        let html = try #require(states.html("stop-emergency", .en))
        #expect(html.contains("tel:999") && !html.contains("tel:911"))
    }

    @Test
    func unknownCountry_stopsTheStart() throws {
        var clinic = ClinicInfo.demo
        clinic.country = "XX"
        let (pack, plan) = (try Fixture.pack(), try Fixture.plan())
        #expect(throws: PagesError.unknownCountry("XX")) {
            try PageRenderer(pack: pack, plan: plan, clinic: clinic)
        }
    }

    @Test
    func missingWords_stopTheStart() throws {
        var pack = try Fixture.pack()
        let plan = try Fixture.plan()
        pack.words["home.title"] = nil
        #expect(throws: PagesError.missingWords(["home.title"])) {
            try PageRenderer(pack: pack, plan: plan, clinic: .demo)
        }
    }
}
