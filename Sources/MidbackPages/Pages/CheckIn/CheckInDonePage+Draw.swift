import MidbackCore
import MidbackPlan

extension CheckInDonePage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let words = DecisionWords(decision: decision, canvas: canvas)
        let main = canvas["check-in.done"].fill([
            "title": words.name, "text": words.text, "rest": rest(canvas), "help": words.help, "why": words.why,
            "changes": changes(canvas), "next": next(canvas),
        ])
        return Sheet(
            title: canvas.words.plain("check-in.title"), main: main, styles: ["plan", "session"], scripts: ["offline"])
    }

    private func rest(_ canvas: Canvas) -> HTML {
        decision.code == .danger ? canvas["check-in.rest"].fill() : .empty
    }

    private func next(_ canvas: Canvas) -> HTML {
        HTML(canvas.words.plain("check-in.done-next", ["date": canvas.fullDate(decision.reviewOn)]))
    }

    private func changes(_ canvas: Canvas) -> HTML {
        guard decision.code != .danger else { return .empty }
        let comparison = PlanComparison(before: before, after: after, told: decision.changes)
        let all = decision.changes.map(canvas.sentence) + comparison.lines(canvas)
        let list =
            all.isEmpty
            ? canvas["check-in.same"].fill() : canvas["check-in.list"].fill(["items": canvas.list(all)])
        let version = canvas.words.plain("check-in.version", ["version": String(after.version)])
        return canvas["check-in.changes"].fill(["list": list, "version": HTML(version)])
    }
}

/// A decision in words.
struct DecisionWords {
    let decision: Decision
    let canvas: Canvas

    private var code: ProgressionRules.Code? {
        canvas.edition.plan.progression.codes.first { $0.id == decision.code }
    }

    var name: HTML { code.map { canvas.words.html($0.name) } ?? HTML(decision.code.rawValue) }

    /// Missed days are never held against anybody.
    var text: HTML {
        let text = code.map { canvas.words.html($0.text) } ?? .empty
        guard decision.code == .comeBack else { return text }
        return text + HTML(" ") + canvas.words.html("check-in.done-missed")
    }

    var why: HTML {
        guard !decision.reasons.isEmpty else { return .empty }
        return canvas["check-in.why"].fill(["items": canvas.items(decision.reasons)])
    }

    /// Triggers that ask for help, with the clinic's telephone.
    var help: HTML {
        let triggers = decision.escalations.compactMap { escalation in
            canvas.edition.plan.escalation.triggers.first { $0.id == escalation.id }.map { (escalation, $0) }
        }
        guard !triggers.isEmpty else { return .empty }
        let items = triggers.map { escalation, trigger in
            canvas.words.html(trigger.text) + HTML(" ") + level(escalation.level)
        }
        let call = canvas.words.plain("check-in.done-call", ["number": canvas.edition.clinic.telephone])
        return canvas["check-in.help"].fill(["items": canvas.list(items), "call": HTML(call)])
    }

    private func level(_ level: Disposition?) -> HTML {
        level.map { canvas["check-in.level"].fill(["level": canvas.name(of: $0)]) } ?? .empty
    }
}

/// What is different between two versions of a plan.
struct PlanComparison {
    let before: CarePlan
    let after: CarePlan
    /// Changes that are told beside it.
    let told: [Reason]

    /// New and dropped exercises, then changed amounts.
    func lines(_ canvas: Canvas) -> [HTML] {
        let (old, new) = (before.exercises.map(\.exercise), after.exercises.map(\.exercise))
        let added = new.filter { !old.contains($0) }.map { line("check-in.done-in", $0, canvas) }
        let removed = old.filter { !new.contains($0) }.map { line("check-in.done-out", $0, canvas) }
        return added + removed + after.exercises.compactMap { changed($0, canvas) }
    }

    private func line(_ id: String, _ exercise: String, _ canvas: Canvas) -> HTML {
        HTML(canvas.words.plain(id, ["exercise": canvas.exerciseName(exercise)]))
    }

    /// A repetition, set or second more is told in full already.
    private var toldInFull: Set<String> {
        Set(
            told.filter { [.addedRepetitions, .addedSet, .addedHold].contains($0.id) }
                .compactMap { $0.value("exercise") })
    }

    private func changed(_ item: PlannedExercise, _ canvas: Canvas) -> HTML? {
        guard !toldInFull.contains(item.exercise) else { return nil }
        guard let old = before.exercises.first(where: { $0.exercise == item.exercise }) else { return nil }
        let (now, then) = (canvas.dose(item.dose, of: item.exercise), canvas.dose(old.dose, of: item.exercise))
        guard now != then else { return nil }
        return HTML(
            canvas.words.plain(
                "check-in.done-dose",
                ["exercise": canvas.exerciseName(item.exercise), "dose": now, "before": then]))
    }
}
