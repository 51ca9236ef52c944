import Foundation
import MidbackCore
import MidbackPages
import MidbackPlan
import Testing

@testable import struct MidbackPages.HTML

/// Print, what-if, export, calendar, and the way from the result to the plan.
struct PlanToolsTests {
    private func main(_ name: String, _ language: Language = .en) throws -> String {
        try Fixture.html(name, language).between("<main id=\"main\" tabindex=\"-1\">", "</main>")
    }

    private func plan(_ answers: QuestionnaireResponse) throws -> CarePlan {
        PlanKitchen(engine: try Fixture.states().engine, plan: try Fixture.plan()).plan(answers)
    }

    // MARK: Print

    /// Fourteen days, and a box for each exercise on its days only.
    @Test
    func diary_hasABoxForEveryPlannedExercise() throws {
        let html = try main("plan-print")
        let table = html.between("<table class=\"diary\">", "</table>")
        let plan = try plan(PlanPeople.desk)
        let boxes = plan.exercises.reduce(0) { $0 + $1.days.count * 2 }
        #expect(table.all("<tr><th scope=\"row\">").count == 14)
        #expect(table.all("tick-box").count == boxes + 14)
        #expect(html.all("/figures/[a-z-]+-still\\.svg\" alt").count == plan.exercises.count)
    }

    /// Nothing that tells a limit, a cause or a medicine of the person.
    @Test(arguments: Language.allCases)
    func paper_isNotPrivate(language: Language) throws {
        let html = try main("plan-print-frail", language)
        for flag in try Fixture.plan().library.safety.rules {
            #expect(!html.contains(HTML(flag.meaning[language]).markup))
        }
        #expect(html.all("\\d ?mg\\b").isEmpty && !html.contains("qr\""))
    }

    @Test
    func qrCode_isAsGiven() throws {
        let html = try main("plan-print")
        #expect(html.contains("<div class=\"qr\" role=\"img\"") && html.contains("clinic.example/en/plan"))
    }

    // MARK: What if

    @Test
    func comparison_saysMoreUrgentFirst() throws {
        let html = try main("what-if-urgent")
        #expect(html.contains("<p class=\"verdict more\">") && html.contains("It would be more urgent"))
        #expect(html.contains("No exercises") && html.contains("Nothing is stored"))
    }

    @Test
    func comparison_namesWhatGoesAndWhy() throws {
        let html = try main("what-if-less")
        let now = try plan(PlanPeople.desk)
        let then = try plan(PlanPeople.desk.with(["minutes": ["5"], "equipment": ["none"], "floor-ok": ["no"]]))
        let gone = Set(now.exercises.map(\.exercise)).subtracting(then.exercises.map(\.exercise))
        #expect(html.all("<li class=\"gone\">").count == gone.count && !gone.isEmpty)
        #expect(html.contains("Why something is out"))
    }

    @Test
    func form_keepsTheWish() throws {
        let html = try main("what-if-less")
        #expect(
            html.contains("name=\"minutes\" value=\"5\" checked")
                && html.contains("name=\"floor\" value=\"no\" checked"))
        #expect(html.all("name=\"equipment\" value=\"[a-z-]+\" checked").isEmpty)
        let urgent = try main("what-if-urgent")
        #expect(urgent.contains("value=\"gate-nerves\" selected"))
        #expect(urgent.contains("name=\"answer\" value=\"pee-hard\" checked"))
        let faulty = try main("what-if-faults")
        #expect(faulty.contains("value=\"forty\"") && faulty.contains("href=\"#f-answer\""))
    }

    /// Private questions are not offered: others may look on.
    @Test
    func questions_areNeverPrivate() throws {
        let html = try main("what-if")
        for item in try Fixture.pack().questionnaire.items where item.isSensitive {
            #expect(!html.contains("value=\"\(item.linkId)\""))
            #expect(!WhatIfPage.offers(item))
        }
        #expect(html.all("<option value=\"[a-z]").count > 10)
    }

    // MARK: Export

    @Test
    func export_holdsEverything() throws {
        let html = try main("export")
        let quotes = PlanPeople.desk.answers.keys.sorted()
        let items = try Fixture.pack().questionnaire.items.filter { quotes.contains($0.linkId) }
        for item in items { #expect(html.contains(HTML(item.text.en).markup), "\(item.linkId)") }
        #expect(html.contains("Version 2") && html.contains("Version 1"))
        #expect(html.between("<table class=\"list\">", "</table>").all("<tr><th scope=\"row\">").count == 10)
        #expect(html.contains("too painful") && html.contains("ended early"))
        #expect(html.contains("href=\"/en/plan/export.json\"") && html.contains("href=\"/en/delete\""))
    }

    @Test
    func privateAnswers_areNotPrinted() throws {
        let html = try main("export")
        for item in try Fixture.pack().questionnaire.items
        where item.isSensitive && PlanPeople.desk.answers[item.linkId] != nil {
            let question = HTML(item.text.en).markup
            #expect(html.contains("<div class=\"answer no-print\"><dt>\(question)"), "\(item.linkId)")
        }
    }

    @Test
    func emptyExport_saysSo() throws {
        #expect(try main("export-empty").all("class=\"nothing\"").count == 4)
    }

    // MARK: Calendar

    @Test
    func address_isShownWhenFreshOnly() throws {
        #expect(try main("calendar-fresh").contains(".ics</p>"))
        for name in ["calendar", "calendar-exists", "calendar-revoked"] {
            #expect(!(try main(name)).contains("https://"))
        }
    }

    @Test
    func faultyTime_isKeptAndSaid() throws {
        let html = try main("calendar-faults")
        #expect(html.contains("type=\"text\" value=\"25:00\"") && html.contains("aria-invalid=\"true\""))
    }

    @Test
    func revoke_isOfferedWhenThereIsSomething() throws {
        #expect(try main("calendar-exists").contains("value=\"revoke\""))
        #expect(!(try main("calendar")).contains("value=\"revoke\""))
    }

    // MARK: From the result

    @Test
    func result_leadsToThePlan_whereTheLevelAllowsOne() throws {
        for name in ["result-self-care", "result-routine", "result-urgent"] {
            #expect(try main(name).contains("href=\"/en/plan\""), "\(name)")
        }
        #expect(try main("result-urgent").contains("Book the visit first"))
        for name in ["result-same-day", "result-emergency", "result-crisis"] {
            #expect(!(try main(name)).contains("href=\"/en/plan\""), "\(name)")
        }
    }

    @Test
    func educationProfile_showsNoPlan() throws {
        var clinic = ClinicInfo.demo
        clinic.profile = .education
        let states = try PageStates(pack: try Fixture.pack(), plan: try Fixture.plan(), clinic: clinic)
        let html = try #require(states.html("result-self-care", .en))
        #expect(!html.between("<main", "</main>").contains("href=\"/en/plan\""))
    }

    @Test
    func everyPage_leadsToTheExercises() throws {
        for name in Fixture.names { #expect(try Fixture.html(name).contains("href=\"/en/exercises\"")) }
    }
}
