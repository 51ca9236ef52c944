import MidbackCore
import MidbackPlan

/// Something the engine counts on that the content does not give: a track, a flag, a limit, a reason, a code.
struct PlanCoverageValidator: PlanValidator {
    static let id = "plan-coverage"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        let pack = plan.pack
        return missing("track", TrackID.self, pack.tracks.map(\.id), "plans/tracks.yaml")
            + missing("flag", PlanFlag.self, pack.flags.map(\.id), "plans/flags.yaml")
            + missing(
                "safety rule of flag", PlanFlag.self,
                pack.library.safety.rules.compactMap { PlanFlag(rawValue: $0.flag) }, "exercises/safety.yaml")
            + missing("limit of", Irritability.self, pack.doses.limits.map(\.irritability), "plans/doses.yaml")
            + missing("reason", ReasonID.self, pack.reasons.map(\.id), "plans/reasons.yaml")
            + missing("code", DecisionCode.self, pack.progression.codes.map(\.id), "plans/progression.yaml")
            + missing("trigger", EscalationID.self, pack.escalation.triggers.map(\.id), "plans/escalation.yaml")
            + missing("measure", MeasureID.self, pack.measures.map(\.id), "plans/measures.yaml")
            + missing("label of", Medicine.self, pack.medicine.labels.map(\.medicine), "plans/medicine.yaml")
            + missing("course of", Stage.self, pack.forecast.courses.map(\.stage), "plans/forecast.yaml")
            + missing("change of", Severity.self, pack.forecast.changes.map(\.severity), "plans/forecast.yaml")
            + phases(pack) + words(plan)
    }

    /// Each id of an enumeration exactly once.
    private func missing<ID: CaseIterable & RawRepresentable<String> & Hashable>(
        _ what: String, _ type: ID.Type, _ given: [ID], _ file: String
    ) -> [Diagnostic] {
        let place = SourceLocation(file: file, line: 1)
        return ID.allCases.compactMap { id in
            let count = given.count { $0 == id }
            guard count != 1 else { return nil }
            return fault(count == 0 ? "missing \(what) '\(id.rawValue)'" : "\(what) '\(id.rawValue)' twice", at: place)
        }
    }

    private func phases(_ pack: PlanPack) -> [Diagnostic] {
        pack.tracks.flatMap { track in
            Phase.allCases.filter { track.core(in: $0).isEmpty }.map { phase in
                fault(
                    "track \(track.id.rawValue) has no core in phase \(phase.rawValue)",
                    at: SourceLocation(file: "plans/tracks.yaml", line: 1))
            }
        }
    }

    /// Words that reasons need.
    private func words(_ plan: PlanUnderTest) -> [Diagnostic] {
        let needed =
            Phase.allCases.map { "phase." + $0.rawValue } + Slot.allCases.map { "slot." + $0.rawValue }
            + GoalTag.allCases.map { "goal." + $0.rawValue } + Equipment.allCases.map { "equipment." + $0.rawValue }
            + PlanFlag.allCases.map { "flag." + $0.rawValue } + Stage.allCases.map { "stage." + $0.rawValue }
            + OutcomeChange.allCases.map { "change." + $0.rawValue }
        let given = Set(plan.pack.words.map(\.id))
        return needed.filter { !given.contains($0) }.map {
            fault("missing word '\($0)'", at: SourceLocation(file: "plans/words.yaml", line: 1))
        }
    }
}
