import MidbackCore
import MidbackPlan

extension SessionPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let form = SessionForm(page: self, canvas: canvas)
        let words = SessionWords(page: self, canvas: canvas)
        let places = script.parts.indices.map { SessionExercise(page: self, place: $0, canvas: canvas).markup }
        let main = canvas["session"].fill([
            "player": SessionPlayer(page: self, canvas: canvas).markup, "lead": words.lead, "errors": form.errors,
            "action": HTML(Routes.sessionResult(canvas.language)), "ceiling": HTML(script.painCeiling),
            "rise": HTML(script.painRise), "tooMuch": HTML(script.painTooMuch), "token": canvas.token,
            "key": HTML(key), "owner": HTML(owner), "version": HTML(script.planVersion), "date": HTML(date.description),
            "painBefore": form.painBefore.markup, "rule": words.rule, "limit": words.limit, "stops": words.stops,
            "signs": words.signs, "exercises": places.joined(), "after": form.after,
        ])
        return Sheet(
            title: canvas.words.plain("session.title"), main: main, kind: "session", styles: ["plan", "session"],
            scripts: ["session-machine", "offline", "session"])
    }
}

/// Sentences that stand for the whole session.
struct SessionWords {
    let page: SessionPage
    let canvas: Canvas

    private var script: SessionScript { page.script }
    private var rules: ProgressionRules { canvas.edition.plan.progression }

    /// How many exercises and how long.
    var lead: HTML {
        let minutes = String(max(1, (script.seconds + 59) / 60))
        let id = script.parts.count == 1 ? "session.lead-one" : "session.lead"
        return HTML(canvas.words.plain(id, ["count": String(script.parts.count), "minutes": minutes]))
    }

    var rule: HTML { canvas.words.html(rules.painRule) }

    /// The limit of this session.
    var limit: HTML {
        // A rise as high as the ceiling limits nothing.
        let id = script.painRise < script.painCeiling ? "session.limit-rise" : "session.limit"
        return HTML(
            canvas.words.plain(
                id, ["ceiling": String(script.painCeiling), "rise": String(script.painRise)]))
    }

    /// When to stop.
    var stops: HTML {
        let limit = canvas.words.plain("session.stop-limit", ["ceiling": String(script.painCeiling)])
        let first = [HTML(limit), canvas.words.html("session.stop-spread")]
        return canvas.list(first + rules.stopAndCall.map { canvas.words.html($0) })
    }

    /// Every warning sign.
    var signs: HTML { canvas.items(canvas.edition.plan.escalation.signs.map(\.text)) }
}

/// The questions before and after.
struct SessionForm {
    let page: SessionPage
    let canvas: Canvas

    private var writer: FormWriter { FormWriter(canvas: canvas, typed: page.typed, problems: page.problems) }

    var painBefore: FormCard { pain("pain-before") }

    private var afterCards: [FormCard] {
        let words = canvas.words
        let effort = writer.scale(
            "effort", words.html("session.effort"), low: words.plain("session.effort-low"),
            high: words.plain("session.effort-high"))
        return [pain("pain-during"), pain("pain-after"), effort, early]
    }

    var after: HTML { afterCards.map(\.markup).joined() }

    var errors: HTML { writer.errors([painBefore] + afterCards) }

    private func pain(_ field: String) -> FormCard {
        writer.scale(
            field, canvas.words.html("session.\(field)"), low: canvas.words.plain("session.pain-low"),
            high: canvas.words.plain("session.pain-high"))
    }

    /// Reasons to stop before the end. Too much pain before the start is told by the number.
    private var early: FormCard {
        let rows = [
            ("", "session.early-no"), (StopReason.pain.rawValue, "session.early-pain"),
            (StopReason.newSign.rawValue, "session.early-sign"), (StopReason.ended.rawValue, "session.early-other"),
        ]
        return writer.choice(
            "stop", canvas.words.html("session.early"),
            rows.map { FormRow(value: $0.0, label: canvas.words.html($0.1)) })
    }
}
