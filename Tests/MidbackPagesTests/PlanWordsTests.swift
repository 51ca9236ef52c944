import MidbackCore
import MidbackPages
import MidbackPlan
import Testing

/// Words of plan pages that are put together from a fixed part and a code.
struct PlanWordsTests {
    private static let own: [String] =
        PlanPage.Notice.allCases.map { "plan.notice-\($0.rawValue)" }
        + ["full", "comfort"].flatMap { kind in ["title", "text", "go"].map { "plan.card-\(kind)-\($0)" } }
        + Severity.allCases.map { "plan.severity-\($0.rawValue)" }
        + Irritability.allCases.map { "plan.irritability-\($0.rawValue)" }
        + RecoveryRisk.Level.allCases.map { "plan.support-\($0.rawValue)" }
        + AerobicChoice.allCases.map { "plan.activity-\($0.rawValue)" }
        + WhatIfPage.Problem.allCases.map { "what-if.error-\($0.rawValue)" }
        + ["same", "more", "less"].map { "what-if.verdict-\($0)" } + ["what-if.gone", "what-if.new"]
        + StopReason.allCases.map { "export.stop-\($0.rawValue)" }
        + SettleTime.allCases.map { "export.settle-\($0.rawValue)" }

    private static let exercise: [String] =
        Target.allCases.map { "exercise.target-\($0.rawValue)" }
        + Position.allCases.map { "exercise.position-\($0.rawValue)" }
        + Dose.Resistance.allCases.map { "exercise.band-\($0.rawValue)" }
        + ExerciseEvidence.Directness.allCases.map { "exercise.\($0.rawValue)" }
        + ["weak", "moderate", "strong"].map { "exercise.strength-\($0)" } + (1...4).map { "exercise.level-\($0)" }

    @Test
    func composedWords_exist() throws {
        let words = try Fixture.pack().words
        #expect((Self.own + Self.exercise).filter { words[$0] == nil } == [])
    }

    /// Names of days and months are split at spaces.
    @Test(arguments: Language.allCases)
    func weekdays_areSeven(language: Language) throws {
        let words = try Fixture.pack().words
        #expect(words["plan.weekdays"]?[language].split(separator: " ").count == 7)
        #expect(words["date.months"]?[language].split(separator: " ").count == 12)
    }

    /// Every id that a plan page looks up by kind has its word in the plan's content.
    @Test
    func namesOfPlans_exist() throws {
        let ids = Set(try Fixture.plan().words.map(\.id))
        let wanted =
            PlanFlag.allCases.map { "flag.\($0.rawValue)" } + Slot.allCases.map { "slot.\($0.rawValue)" }
            + Phase.allCases.map { "phase.\($0.rawValue)" } + Stage.allCases.map { "stage.\($0.rawValue)" }
        #expect(wanted.filter { !ids.contains($0) } == [])
    }
}
