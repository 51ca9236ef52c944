import Foundation
import MidbackCore
import MidbackPages
import MidbackPlan
import Testing

@testable import struct MidbackPages.HTML

/// What the plan page must and must not say, whatever the plan.
struct PlanPageTests {
    private static let states = Fixture.names.filter { $0 == "plan" || $0.hasPrefix("plan-") }

    private func kitchen() throws -> PlanKitchen {
        PlanKitchen(engine: try Fixture.states().engine, plan: try Fixture.plan())
    }

    private func html(_ plan: CarePlan, day: Int = 0, _ language: Language = .en) throws -> String {
        let page = PlanPage(state: .current(PlanHistory(plan)), today: PlanPeople.today.adding(days: day))
        let context = PageContext(language: language, path: "plan", formToken: "token", hasAnswers: true)
        return try Fixture.states().renderer.render(page, in: context)
    }

    private func main(_ html: String) -> String { html.between("<main id=\"main\" tabindex=\"-1\">", "</main>") }

    // MARK: Medicine

    /// Milligrams stand on a page only when the plan holds a screened dose.
    @Test(arguments: Language.allCases)
    func dose_needsAPassedScreen(language: Language) throws {
        let kitchen = try kitchen()
        for answers in [
            PlanPeople.unscreened, PlanPeople.thinner, PlanPeople.frail, PlanPeople.booked, Personas.fragile,
        ] {
            let plan = kitchen.plan(answers)
            let hasNsaidDose = plan.medicines.contains { advice in
                if case .dose(let dose) = advice { dose.medicine.group == .nsaid } else { false }
            }
            #expect(!hasNsaidDose)
            let text = main(try html(plan, language))
            let hasDose = plan.medicines.contains { if case .dose = $0 { true } else { false } }
            #expect(text.all("\\d ?mg\\b").isEmpty == !hasDose, "\(plan.medicines)")
        }
        #expect(!main(try html(kitchen.plan(PlanPeople.desk), language)).all("\\d ?mg\\b").isEmpty)
    }

    /// Every kind of advice other than a dose shows none, for every medicine.
    @Test
    func everyOtherAdvice_showsNoDose() throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        let rows = try Fixture.plan().medicine.rows.map(\.id)
        let kinds: [(Medicine) -> MedicineAdvice] = [
            { .ask($0, rows: rows) }, { .stop($0, rows: rows) }, { .notScreened($0) }, { .notNeeded($0) },
            { .never($0) },
        ]
        for kind in kinds {
            plan.medicines = Medicine.allCases.map(kind)
            for language in Language.allCases {
                let part = try html(plan, language).between("<section class=\"part medicine", "</section>")
                #expect(part.all("\\d ?mg\\b").isEmpty && part.contains("Advil"), "\(plan.medicines)")
            }
        }
    }

    @Test
    func stop_saysWhy() throws {
        let html = try Fixture.html("plan-medicine-stop")
        let part = html.between("<article class=\"pill stop\">", "</article>")
        #expect(part.contains("A blood thinner.") && part.contains("We show no dose"))
    }

    @Test
    func unscreened_linksToTheQuestions() throws {
        let html = try Fixture.html("plan-rest-day")
        #expect(html.contains("#q-wants-medicine-info"))
    }

    // MARK: Exercises

    /// Everything in the plan is named with its dose and its reasons; everything left out with at least one reason.
    @Test(arguments: Language.allCases)
    func everyChoice_hasItsReason(language: Language) throws {
        let kitchen = try kitchen()
        let pack = try Fixture.pack()
        let causes = Dictionary(pack.causes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let writer = ReasonWriter(kitchen.plan, language: language, causes: causes)
        for answers in [PlanPeople.desk, PlanPeople.frail, PlanPeople.booked, Personas.fragile] {
            let plan = kitchen.plan(answers)
            let html = try html(plan, language)
            for planned in plan.exercises {
                #expect(html.contains("href=\"/\(language.rawValue)/exercises/\(planned.exercise)\""))
                for reason in planned.reasons { #expect(html.contains(HTML(writer.text(reason)).markup)) }
            }
            let left = html.between("<h2 id=\"left\">", "</section>")
            for out in plan.leftOut {
                let item = left.between("/exercises/\(out.exercise)\"", "</div>")
                #expect(!out.reasons.isEmpty)
                for reason in out.reasons {
                    #expect(item.contains(HTML(writer.text(reason)).markup), "\(out.exercise)")
                }
            }
        }
    }

    /// A limit shows the cautions at once, not folded away.
    @Test
    func modifiedExercise_showsItsCautions() throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        plan.exercises[0].cautions = [.balance]
        let planned = plan.exercises[0]
        let exercise = try #require(try Fixture.plan().library.exercise(planned.exercise))
        let card = try html(plan).between("/exercises/\(planned.exercise)\">", "</li>\n<li class=\"plan-move\">")
        let care = card.between("<div class=\"care", "</div>")
        for caution in exercise.cautions { #expect(care.contains(HTML(caution.en).markup)) }
    }

    @Test
    func removedExercise_isSaid() throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        plan.exercises[0].exercise = "retired-move"
        #expect(try html(plan).contains("We no longer use this exercise"))
    }

    // MARK: Pain, safety

    @Test(arguments: [(3, 2), (5, 5)])
    func painRule_isThePlansCeiling(ceiling: Int, rise: Int) throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        plan.painCeiling = ceiling
        plan.painRise = rise
        let rule = try html(plan).between("<p class=\"pain-rule\">", "</p>")
        #expect(rule.contains("Pain up to \(ceiling) of 10 is fine"))
        #expect(rule.contains("at most \(rise) more") == (rise < ceiling))
    }

    /// The sentence of the safety net counts its signs, so its own list has to stand right before it.
    @Test(arguments: ["plan", "plan-comfort", "plan-limited", "plan-print"])
    func safetyNet_keepsItsOwnList(name: String) throws {
        let html = try Fixture.html(name)
        let answers = ["plan-comfort": Personas.fragile, "plan-limited": PlanPeople.booked][name] ?? PlanPeople.desk
        let level = try kitchen().plan(answers).level
        let net = try #require(try Fixture.pack().safetyNets.first { $0.level == level })
        let list = html.between("<h3>Get help sooner if</h3>", "<p class=\"worse\">")
        #expect(list.all("<li>").count == net.watchFor.count)
    }

    @Test
    func comfort_holdsNoTrainingAndNoMedicine() throws {
        let html = main(try Fixture.html("plan-comfort"))
        let plan = try kitchen().plan(Personas.fragile)
        #expect(plan.scope == .comfort)
        #expect(!html.contains("id=\"medicine\"") && !html.contains("id=\"forecast\""))
        #expect(html.contains("Until a clinician has seen you") && html.contains("href=\"/en/result\""))
    }

    @Test
    func limited_saysSo() throws {
        #expect(try kitchen().plan(PlanPeople.booked).scope == .limited)
        #expect(try Fixture.html("plan-limited").contains("You have a visit to book"))
    }

    /// No way to exercises from a state without a plan.
    @Test(arguments: [
        "plan-none", "plan-rests", "plan-unanswered", "plan-waiting", "plan-not-offered", "plan-no-result",
    ])
    func withoutAPlan_nothingStarts(name: String) throws {
        let html = main(try Fixture.html(name))
        #expect(!html.contains("plan/session") && !html.contains("value=\"make\"") && !html.contains("/figures/"))
    }

    @Test
    func urgentLevel_saysTheStepItself() throws {
        let html = main(try Fixture.html("plan-none"))
        #expect(html.contains("href=\"/en/result\"") && html.contains("<p class=\"lead\"><b>"))
    }

    @Test
    func missingAnswers_areLinked() throws {
        #expect(try Fixture.html("plan-unanswered").contains("#q-exercise-limits\""))
    }

    // MARK: Days

    @Test
    func today_isMarkedOnce_andLinksToItsSession() throws {
        for day in 0..<14 {
            let html = try html(kitchen().plan(PlanPeople.desk), day: day)
            #expect(html.all("aria-current=\"date\"").count == 1)
        }
        #expect(try Fixture.html("plan").contains("href=\"/en/plan/session/today\""))
        #expect(!main(try Fixture.html("plan-rest-day")).contains("session/today"))
    }

    @Test
    func doneSession_isPraisedAndMayBeRepeated() throws {
        let html = try Fixture.html("plan-done-today")
        #expect(html.contains("Done for today") && html.contains("Do it once more"))
    }

    /// A flare that lasts a week leads to the clinic, whoever checks in or not.
    @Test
    func longFlare_leadsToTheClinic() throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        plan.state.mode = .flare(until: PlanPeople.today.adding(days: 7))
        #expect(try html(plan, day: 7).contains("Half of the usual until"))
        let late = try html(plan, day: 8)
        #expect(late.contains("This flare-up has lasted a week or more. Call the clinic and come in within a week."))
        #expect(!late.contains("Half of the usual until"))
        #expect(try html(plan, day: 8, .es).contains("venga en menos de una semana"))
    }

    /// The figure of recovery is one of new pain.
    @Test(arguments: Stage.allCases)
    func recovery_isSaidOfNewPainOnly(stage: Stage) throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        plan.forecast?.stage = stage
        #expect(plan.forecast != nil)
        #expect(try html(plan).contains("72 of 100") == (stage == .acute))
    }

    /// Cautions about a limit stand in the plan of those who have it.
    @Test
    func cautions_areForThoseTheyConcern() throws {
        var plan = try kitchen().plan(PlanPeople.desk)
        let shoulder = "Sore shoulder: keep your elbows lower."
        #expect(plan.exercises.contains { $0.exercise == "band-row" })
        #expect(!(try html(plan).contains(shoulder)))
        #expect(try html(plan).contains("Check the band"))
        plan.summary.flags = [.shoulder]
        #expect(try html(plan).contains(shoulder))
    }

    @Test
    func flare_saysUntilWhen() throws {
        let html = try Fixture.html("plan-flare")
        #expect(html.contains("Half of the usual until") && !html.contains("class=\"notice changed\""))
        #expect(try Fixture.html("plan-changed").contains("class=\"notice changed\""))
    }

    // MARK: Form

    @Test(arguments: states, Language.allCases)
    func headings_areInOrder(name: String, language: Language) throws {
        let levels = try Fixture.html(name, language).between("<main", "</main>").all("<h([1-6])[ >]").compactMap {
            Int($0)
        }
        #expect(levels.first == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(levels)") }
    }

    @Test(arguments: Fixture.names)
    func tables_haveCaptionsAndHeads(name: String) throws {
        for table in try Fixture.html(name).all("(?s)<table.*?</table>") {
            #expect(table.contains("<caption") && table.contains("<th scope="))
        }
    }
}
