import MidbackCore
import MidbackPlan

extension PlanState {
    /// What is unusual about the present version, said before today's session.
    struct Notices {
        let plan: CarePlan
        let history: PlanHistory
        let today: CivilDate
        let canvas: Canvas

        var all: [HTML] { [limits, change, mode].compactMap { $0 } }

        /// Comfort measures only, or an open visit.
        private var limits: HTML? {
            let levels = canvas.edition.plan.levels
            switch plan.scope {
            case .comfort:
                return canvas["plan.limits"].fill([
                    "text": canvas.words.html(levels.comfortNote), "seen": canvas.clinicianHasSeen,
                ])
            case .limited where plan.reasons.contains { $0.id == .limitedSeen }: return nil
            case .limited:
                return canvas["plan.limits"].fill([
                    "text": canvas.words.html(levels.limitedNote), "seen": canvas.clinicianHasSeen,
                ])
            case .full where plan.reasons.contains { $0.id == .trackFracture }:
                return canvas["plan.limits"].fill([
                    "text": canvas.words.html("plan.bones-first"), "seen": canvas.clinicianHasSeen,
                ])
            case .full, .none, .unanswered: return nil
            }
        }

        /// What the last decision did.
        private var change: HTML? {
            // The notice about a flare-up says it already.
            if case .flare = plan.state.mode { return nil }
            guard plan.version > 1, let decision = history.decisions.last,
                decision.planVersion == plan.version - 1,
                let code = canvas.edition.plan.progression.codes.first(where: { $0.id == decision.code })
            else { return nil }
            let items = canvas.items(decision.changes)
            return canvas["plan.change"].fill([
                "name": canvas.words.html(code.name), "text": canvas.words.html(code.text),
                "changes": items.isEmpty ? .empty : HTML(markup: "<ul>") + items + HTML(markup: "</ul>"),
            ])
        }

        private var mode: HTML? {
            guard case .flare(let until) = plan.state.mode else { return nil }
            // A version made on the last day or later is one that the flare outlived.
            let isLong = until < today || plan.validFrom >= until
            let text =
                isLong
                ? canvas.words.plain("plan.flare-long")
                : canvas.words.plain("plan.flare-until", ["date": canvas.date(until)])
            return canvas["plan.flare"].fill([
                "text": HTML(text), "items": canvas.items(canvas.edition.plan.progression.flareAdvice),
            ])
        }
    }
}

extension Canvas {
    /// The button with which a person says that a clinician has seen them about this.
    var clinicianHasSeen: HTML { self["plan.seen"].fill(["token": token]) }
}
