import MidbackCore
import MidbackPlan

extension ExercisePage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        guard let exercise = canvas.library.exercise(exercise) else {
            return ErrorPage(kind: .notFound).draw(on: canvas)
        }
        let drawing = ExerciseDrawing(exercise: exercise, canvas: canvas)
        let main = canvas.draw("exercises.one", key: exercise.id) { drawing.facts }.fill([
            "yours": yours(exercise, canvas)
        ])
        return Sheet(title: canvas.words.plain(exercise.name), main: main, kind: "exercise", styles: ["plan"])
    }

    /// What the person's plan says about it; empty without a plan, and when it only scored less.
    private func yours(_ exercise: Exercise, _ canvas: Canvas) -> HTML {
        guard let plan else { return .empty }
        if let planned = plan.exercises.first(where: { $0.exercise == exercise.id }) {
            let dose = canvas.doses.text(planned.dose, exercise) + "; " + canvas.doses.days(planned.days.count)
            return canvas["exercises.yours-in"].fill([
                "dose": HTML(dose), "care": care(planned, plan, canvas),
            ])
        }
        guard let left = plan.leftOut.first(where: { $0.exercise == exercise.id }) else { return .empty }
        return canvas["exercises.yours-out"].fill(["reasons": canvas.items(left.reasons)])
    }

    private func care(_ planned: PlannedExercise, _ plan: CarePlan, _ canvas: Canvas) -> HTML {
        let notes = PlanCare(planned: planned, limits: plan.summary.flags, canvas: canvas).notes
        return notes.isEmpty ? .empty : HTML(markup: "<ul>") + canvas.list(notes) + HTML(markup: "</ul>")
    }
}

/// Everything on the page of an exercise that is the same for everyone.
private struct ExerciseDrawing {
    let exercise: Exercise
    let canvas: Canvas
    private var words: Words { canvas.words }

    var facts: Facts { texts.adding(lists).adding(links).adding(proof) }

    private var texts: Facts {
        let family = canvas.library.families.first { $0.id == exercise.family }
        return [
            "family": family.map { words.plain($0.name) } ?? "", "toFamily": toFamily,
            "name": words.plain(exercise.name),
            "purpose": words.html(exercise.purpose).markup, "breathing": words.html(exercise.breathing).markup,
            "equipment": words.html(exercise.equipment).markup, "picture": words.html(exercise.picture).markup,
            "moving": canvas.figure(exercise.id, .large).markup,
            "stillPicture": canvas.figure(exercise.id, .still).markup,
            "positions": exercise.positions.map { words.plain("exercise.position-\($0.rawValue)") }
                .joined(separator: ", "),
        ]
    }

    private var toFamily: String { "\(Routes.exercises(canvas.language))#\(exercise.family)" }

    private var lists: Facts {
        [
            "steps": rows(exercise.steps), "mistakes": rows(exercise.mistakes),
            "cautions": rows(exercise.cautions.map(\.text)),
            "hasCautions": !exercise.cautions.isEmpty, "avoid": rows(exercise.avoidIf),
            "hasAvoid": !exercise.avoidIf.isEmpty, "modified": rows(modified), "hasModified": !modified.isEmpty,
            "stop": rows(canvas.library.safety.stopIf), "moments": rows(exercise.motion.frames.map(\.name)),
            "levels": (1...4).map(level),
        ]
    }

    /// Flags with which it is done with care; which flags rule it out stands in the text of the exercise.
    private var modified: [LocalizedText] {
        canvas.library.safety.rules.filter { $0.verdict(on: exercise) == .modify }.map(\.meaning)
    }

    private func rows(_ texts: [LocalizedText]) -> [Facts] {
        texts.map { .row(["text": words.html($0).markup]) }
    }

    /// One row of the table: the dose, another exercise, or nothing at this level.
    private func level(_ level: Int) -> Facts {
        let dose = exercise.dose(at: level)
        let other = exercise.substitute(at: level)
        let none = dose == nil && other == nil
        return .row([
            "label": words.plain("exercise.dose-level", ["level": String(level)]),
            "who": words.plain("exercise.level-\(level)"), "isDose": dose != nil,
            "isOther": other != nil && dose == nil,
            "isNone": none, "amount": dose.map { canvas.doses.text($0, exercise) } ?? "",
            "often": dose.map { canvas.doses.often($0) } ?? "", "hasHow": dose?.how != nil,
            "how": dose?.how.map { words.html($0).markup } ?? "", "other": other.map(substitute) ?? "",
        ])
    }

    private func substitute(_ id: String) -> String {
        HTML(
            markup: Brackets("{", "}").replace(words.html("exercise.use-instead").markup) { _ in
                canvas.exerciseLink(id).markup
            }
        ).markup
    }

    private var links: Facts {
        let (easier, harder) = (exercise.easier.compactMap(neighbour), exercise.harder.compactMap(neighbour))
        return [
            "easier": easier, "harder": harder, "hasEasier": !easier.isEmpty, "hasHarder": !harder.isEmpty,
            "hasNeighbours": !easier.isEmpty || !harder.isEmpty,
        ]
    }

    private func neighbour(_ id: String) -> Facts? {
        guard let other = canvas.library.exercise(id) else { return nil }
        return .row([
            "href": Routes.exercise(id, canvas.language), "other": words.plain(other.name),
            "figure": canvas.figure(id, .small).markup,
        ])
    }

    private var proof: Facts {
        let evidence = exercise.evidence.compactMap { id in canvas.library.evidence.first { $0.id == id } }
        return [
            "strength": canvas.proof(exercise.strength).markup,
            "strengthNote": words.html(exercise.strengthNote).markup, "evidence": evidence.map(finding),
        ]
    }

    private func finding(_ evidence: ExerciseEvidence) -> Facts {
        .row([
            "finding": words.html(evidence.finding).markup,
            "directness": words.plain("exercise.\(evidence.directness.rawValue)"), "numbers": evidence.numbers,
            "sources": evidence.sources.map { Facts.row(["source": canvas.citation($0).markup]) },
        ])
    }
}
