import MidbackCore
import MidbackPlan

/// One exercise of the session: what to read, what the script needs, what to tick.
struct SessionExercise {
    let page: SessionPage
    let place: Int
    let canvas: Canvas

    private var part: SessionScript.Part { page.script.parts[place] }
    private var steps: [SessionScript.Step] { page.script.steps.filter { $0.exercise == place } }

    var markup: HTML {
        guard let exercise = canvas.library.exercise(part.exercise) else { return .empty }
        return canvas["session.exercise"].fill([
            "place": HTML(place), "id": HTML(exercise.id), "steps": HTML(stepData), "base": HTML(base(exercise.id)),
            "unit": HTML(part.dose.unit?.rawValue ?? "repetitions"), "number": number,
            "name": canvas.words.html(exercise.name), "figure": canvas.figure(exercise.id, .still),
            "dose": HTML(canvas.doses.text(part.dose, exercise)), "timing": timing(exercise), "care": care,
            "instructions": canvas.items(exercise.steps), "breathing": canvas.words.html(exercise.breathing),
            "easierData": easierData, "easier": easier,
            "href": HTML(Routes.exercise(exercise.id, canvas.language)), "question": question(exercise),
            "isDone": checked("done"), "isEased": checked("easier"), "isPainful": checked("too-painful"),
        ])
    }

    private var number: HTML {
        HTML(
            canvas.words.plain(
                "session.number", ["number": String(place + 1), "count": String(page.script.parts.count)]))
    }

    /// One word a step: kind, set, side, seconds, repetitions.
    private var stepData: String {
        steps.map { step in
            [
                step.kind.rawValue, String(step.set), step.side?.rawValue ?? "", String(step.seconds),
                step.repetitions.map(String.init) ?? "",
            ].joined(separator: ",")
        }.joined(separator: " ")
    }

    /// Address of the drawings up to what tells them apart.
    private func base(_ id: String) -> String { String(Routes.figure(id, .moving, canvas.language).dropLast(4)) }

    /// How long it takes, in words.
    private func timing(_ exercise: Exercise) -> HTML {
        let words = canvas.words
        let first = steps.filter { $0.set == 1 && $0.kind == .work }.reduce(0) { $0 + $1.seconds }
        let rest = steps.first { $0.kind == .rest }?.seconds ?? 0
        let sets =
            part.dose.sets > 1
            ? words.plain(
                "session.timing-many", ["sets": String(part.dose.sets), "seconds": String(first), "rest": String(rest)])
            : words.plain("session.timing-one", ["seconds": String(first)])
        return HTML(exercise.sides == .oneThenOther ? sets + " " + words.plain("session.timing-sides") : sets)
    }

    /// What the person's own limits ask for.
    private var care: HTML {
        guard let planned = page.plan.exercises.first(where: { $0.exercise == part.exercise }) else { return .empty }
        let notes = PlanCare(planned: planned, limits: page.plan.summary.flags, canvas: canvas).notes
        return notes.isEmpty ? .empty : canvas["session.care"].fill(["items": canvas.list(notes)])
    }

    private var easierWay: (dose: Dose, exercise: Exercise)? {
        part.easier.flatMap { way in canvas.library.exercise(way.exercise).map { (way.dose, $0) } }
    }

    private var easierData: HTML {
        HTML(markup: easierWay.map { " data-figure=\"\(HTML.escape(base($0.exercise.id)))\"" } ?? "")
    }

    private var easier: HTML {
        guard let way = easierWay else { return canvas["session.easier-none"].fill() }
        return canvas["session.easier"].fill([
            "name": canvas.words.html(way.exercise.name), "dose": HTML(canvas.doses.text(way.dose, way.exercise)),
            "instructions": canvas.items(way.exercise.steps),
        ])
    }

    private func question(_ exercise: Exercise) -> HTML {
        HTML(canvas.words.plain("session.mark-title", ["exercise": canvas.words.plain(exercise.name)]))
    }

    private func checked(_ field: String) -> HTML {
        HTML(markup: page.typed[field]?.contains(part.exercise) == true ? " checked" : "")
    }
}
