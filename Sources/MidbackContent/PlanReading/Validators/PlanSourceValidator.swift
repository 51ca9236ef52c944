import MidbackCore
import MidbackPlan

/// A claim without a citation, or with one that nobody lists.
struct PlanSourceValidator: PlanValidator {
    static let id = "plan-source"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        let known = plan.otherSources.union(plan.pack.sources.map(\.id)).union(["expert-estimate"])
        return claims(plan.pack).flatMap { claim -> [Diagnostic] in
            let place = plan.places.place(claim.file, claim.owner)
            if claim.sources.isEmpty { return [fault("\(claim.owner) names no source", at: place)] }
            return claim.sources.filter { !known.contains($0) }.map {
                fault("\(claim.owner): unknown source '\($0)'", at: place)
            }
        }
    }

    private typealias Claim = (file: String, owner: String, sources: [String])

    private func claims(_ pack: PlanPack) -> [Claim] {
        var claims: [Claim] = pack.tracks.map { ("plans/tracks.yaml", $0.id.rawValue, $0.sources) }
        claims += pack.flags.map { ("plans/flags.yaml", $0.id.rawValue, $0.sources) }
        claims += pack.remedies.map { ("plans/remedies.yaml", $0.id, $0.sources) }
        claims += pack.medicine.rows.map { ("plans/medicine.yaml", $0.id, $0.sources) }
        claims += pack.medicine.labels.map { ("plans/medicine.yaml", $0.medicine.rawValue, $0.sources) }
        claims += pack.education.map { ("plans/education.yaml", $0.id, $0.sources) }
        claims += pack.advice.map { ("plans/advice.yaml", $0.id, $0.sources) }
        claims += pack.measures.map { ("plans/measures.yaml", $0.id.rawValue, $0.sources) }
        claims += pack.reasons.map { ("plans/reasons.yaml", $0.id.rawValue, $0.sources) }
        claims += pack.escalation.triggers.map { ("plans/escalation.yaml", $0.id.rawValue, $0.sources) }
        claims += pack.progression.codes.map { ("plans/progression.yaml", $0.id.rawValue, $0.sources) }
        claims += pack.forecast.courses.map { ("plans/forecast.yaml", $0.stage.rawValue, $0.sources) }
        claims += [
            ("plans/selection.yaml", "selection", pack.selection.sources),
            ("plans/doses.yaml", "doses", pack.doses.sources), ("plans/levels.yaml", "levels", pack.levels.sources),
            ("plans/progression.yaml", "progression", pack.progression.sources),
            ("plans/pacing.yaml", "pacing", pack.pacing.sources),
            ("plans/medicine.yaml", "medicine", pack.medicine.sources),
            ("plans/forecast.yaml", "crash", pack.forecast.crashSources),
            ("plans/forecast.yaml", "recovery", pack.forecast.recoverySources),
            ("plans/forecast.yaml", "change", pack.forecast.changeSources),
        ]
        return claims
    }
}
