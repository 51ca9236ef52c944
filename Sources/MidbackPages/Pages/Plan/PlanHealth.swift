import MidbackCore
import MidbackPlan

/// Heat, cold, massage, and medicine from the shelf.
struct PlanHealth {
    let plan: CarePlan
    let canvas: Canvas
    private var words: Words { canvas.words }
    private var screen: MedicineScreen { canvas.edition.plan.medicine }

    // MARK: Remedies

    var remedies: HTML {
        let known = plan.remedies.compactMap { advice in
            canvas.edition.plan.remedies.first { $0.id == advice.remedy }.map { (remedy: $0, advice: advice) }
        }
        guard !known.isEmpty else { return .empty }
        let chosen = known.filter(\.advice.isOffered)
        let others = known.filter { !$0.advice.isOffered }.map { not($0.remedy, $0.advice) }
        return canvas["plan.remedies"].fill([
            "items": chosen.map { offered($0.remedy) }.joined(),
            "not": others.isEmpty ? .empty : canvas["plan.remedies-not"].fill(["items": others.joined()]),
            "sources": canvas.citations(chosen.flatMap(\.remedy.sources)),
        ])
    }

    private func offered(_ remedy: Remedy) -> HTML {
        canvas["plan.remedy"].fill([
            "name": words.html(remedy.name), "text": words.html(remedy.text), "effect": words.html(remedy.effect),
            "strength": canvas.proof(remedy.strength),
            "cautions": remedy.cautions.isEmpty
                ? .empty : canvas["plan.remedy-cautions"].fill(["items": canvas.items(remedy.cautions)]),
        ])
    }

    private func not(_ remedy: Remedy, _ advice: RemedyAdvice) -> HTML {
        canvas["plan.left-out"].fill(["name": words.html(remedy.name), "reasons": canvas.items(advice.reasons)])
    }

    // MARK: Medicine

    /// A number of milligrams exists in the passed case alone.
    var medicine: HTML {
        guard !plan.medicines.isEmpty else { return .empty }
        let isAsked = plan.medicines.contains { if case .notScreened = $0 { true } else { false } }
        return canvas["plan.medicine"].fill([
            "items": plan.medicines.compactMap(advice).joined(), "screen": isAsked ? notScreened : .empty,
            "always": canvas.items(screen.always), "stop": canvas.items(screen.stopSigns),
            "sources": hasDose ? canvas.citations(screen.sources) : .empty,
        ])
    }

    /// Titles of labels name amounts, so they stand beside a passed screen only.
    private var hasDose: Bool { plan.medicines.contains { if case .dose = $0 { true } else { false } } }

    /// One block says once that the screen was not answered, so those medicines have no block of their own.
    private func advice(_ advice: MedicineAdvice) -> HTML? {
        guard let label = screen.label(advice.medicine) else { return nil }
        switch advice {
        case .dose: return passed(label)
        case .ask(_, let rows): return held(label, "ask", screen.askText, rows)
        case .stop(_, let rows): return held(label, "stop", screen.stopText, rows)
        case .notScreened: return nil
        case .notNeeded: return plain(label, words.html("plan.medicine-not-needed"))
        case .never(let medicine):
            // The text of a label may be shown only when it holds no dose.
            let isNotForBack = medicine.group == .notForBack && label.single.isEmpty
            return plain(label, isNotForBack ? words.html(label.text) : words.html("plan.medicine-never"))
        }
    }

    private func passed(_ label: MedicineScreen.Label) -> HTML {
        canvas["plan.medicine-dose"].fill([
            "name": words.html(label.name), "text": words.html(label.text), "effect": words.html(label.effect),
        ])
    }

    private func held(_ label: MedicineScreen.Label, _ kind: String, _ text: LocalizedText, _ rows: [String]) -> HTML {
        let reasons = rows.compactMap { id in screen.rows.first { $0.id == id && $0.group == label.medicine.group } }
        return canvas["plan.medicine-held"].fill([
            "name": words.html(label.name), "kind": HTML(kind), "text": words.html(text),
            "reasons": canvas.items(reasons.map(\.text)),
        ])
    }

    private func plain(_ label: MedicineScreen.Label, _ text: HTML) -> HTML {
        canvas["plan.medicine-plain"].fill(["name": words.html(label.name), "text": text])
    }

    private var notScreened: HTML {
        let names = plan.medicines.compactMap { advice -> HTML? in
            guard case .notScreened(let medicine) = advice else { return nil }
            return screen.label(medicine).map { words.html($0.name) }
        }
        let step = canvas.edition.quotes.step(screen.wanted)
        return canvas["plan.medicine-screen"].fill([
            "names": canvas.list(names), "href": HTML(Routes.item(screen.wanted, step: step, canvas.language)),
        ])
    }
}
