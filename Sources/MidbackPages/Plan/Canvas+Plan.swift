import MidbackCore
import MidbackPlan

extension Canvas {
    /// The exercises of the pack.
    var library: ExerciseLibrary { edition.plan.library }

    /// How much, in words.
    var doses: DoseWords { DoseWords(words: words) }

    /// A word of the plan's content by kind and id, for example `phase.A`.
    func planName(_ id: String) -> String {
        edition.plan.words.first { $0.id == id }.map { words.plain($0.text) } ?? id
    }

    /// Name of an exercise; one that the pack no longer has keeps its id.
    func exerciseName(_ id: String) -> String { library.exercise(id).map { words.plain($0.name) } ?? id }

    /// A reason as a sentence.
    func sentence(_ reason: Reason) -> HTML { HTML(edition.planReasons.text(reason)) }

    /// Reasons as list items.
    func items(_ reasons: [Reason]) -> HTML { list(reasons.map(sentence)) }

    /// List items.
    func list(_ texts: [HTML]) -> HTML { texts.map { HTML(markup: "<li>\($0.markup)</li>") }.joined() }

    /// A link to the page of an exercise.
    func exerciseLink(_ id: String) -> HTML {
        guard library.exercise(id) != nil else { return HTML(exerciseName(id)) }
        return self["plan-parts.link"].fill([
            "href": HTML(Routes.exercise(id, language)), "text": HTML(exerciseName(id)),
        ])
    }

    /// Folded list of publications behind a part of the plan; empty when none is known.
    func citations(_ ids: [String]) -> HTML {
        var seen: Set<String> = []
        let all = ids.filter { seen.insert($0).inserted }.compactMap { id in
            edition.plan.sources.first { $0.id == id } ?? edition.pack.sources.first { $0.id == id }
        }
        guard !all.isEmpty else { return .empty }
        return self["plan-parts.sources"].fill(["items": all.map(citation).joined()])
    }

    /// One publication and how far it was read.
    func citation(_ citation: Citation) -> HTML {
        self["plan-parts.source"].fill([
            "text": HTML(citation.text), "status": words.html("source.\(citation.status.rawValue)"),
        ])
    }

    /// How well something is proved, as a small drawing and words.
    func proof(_ strength: EvidenceStrength) -> HTML {
        self["plan-parts.strength"].fill([
            "kind": HTML(strength.rawValue), "text": words.html("exercise.strength-\(strength.rawValue)"),
        ])
    }
}
