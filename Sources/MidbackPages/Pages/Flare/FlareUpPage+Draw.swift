import MidbackCore
import MidbackPlan

extension FlareUpPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        Sheet(
            title: canvas.words.plain("flare.title"), main: main(canvas), styles: ["plan", "session"],
            scripts: ["survey", "offline"])
    }

    private func main(_ canvas: Canvas) -> HTML {
        switch state {
        case .helping(let plan, let today): FlareHelp(plan: plan, today: today, canvas: canvas).markup
        case .asking(let key, let typed, let problems):
            asking(canvas, key, FormWriter(canvas: canvas, typed: typed, problems: problems))
        }
    }

    private func asking(_ canvas: Canvas, _ key: String, _ writer: FormWriter) -> HTML {
        let card = DangerScreen(writer: writer).card
        return canvas["flare"].fill([
            "errors": writer.errors([card]), "token": canvas.token, "key": HTML(key), "card": card.markup,
        ])
    }
}

/// What helps in a flare.
private struct FlareHelp {
    let plan: CarePlan
    let today: CivilDate
    let canvas: Canvas

    private var rules: ProgressionRules { canvas.edition.plan.progression }
    private var words: Words { canvas.words }

    var markup: HTML {
        canvas["flare.helping"].fill([
            "advice": canvas.items(rules.flareAdvice), "today": session, "expect": expect, "until": until,
            "back": back, "stops": canvas.items(rules.stopAndCall),
        ])
    }

    /// Today's session of the reduced plan.
    private var session: HTML {
        let day = plan.validFrom.days(to: today)
        let planned = plan.week.first { day >= 0 && $0.day == day % 7 }
        let moves = (planned?.exercises ?? []).compactMap { id in plan.exercises.first { $0.exercise == id } }
        guard !moves.isEmpty else { return canvas["flare.none"].fill() }
        let drawn = moves.map { move in
            canvas["flare.move"].fill([
                "figure": canvas.figure(move.exercise, .small), "name": canvas.exerciseLink(move.exercise),
                "dose": HTML(canvas.dose(move.dose, of: move.exercise)),
            ])
        }
        return canvas["flare.today"].fill(["exercises": drawn.joined()])
    }

    private var expect: HTML {
        HTML(words.plain("flare.expect", ["from": String(rules.flareDays[0]), "to": String(rules.flareDays[1])]))
    }

    private var until: HTML {
        guard case .flare(let end) = plan.state.mode else { return .empty }
        return HTML(words.plain("flare.until", ["date": canvas.fullDate(end)]))
    }

    private var back: HTML {
        let again = words.plain("flare.back-2", ["percent": String(rules.afterFlareVolume)])
        let late = words.plain("flare.back-3", ["to": String(rules.flareDays[1])])
        return canvas.list([words.html("flare.back-1"), HTML(again), HTML(late)])
    }
}
