import MidbackCore
import MidbackPlan

extension CheckInPage {
    /// Draws the form.
    public func draw(on canvas: Canvas) -> Sheet {
        let form = CheckInForm(page: self, canvas: canvas)
        let main = canvas["check-in"].fill([
            "week": HTML(canvas.words.plain("check-in.week", ["week": String(max(1, week))])), "lead": form.lead,
            "errors": form.errors, "token": canvas.token, "key": HTML(key), "signs": form.signs.markup,
            "groups": form.groups.map(\.markup).joined(), "attributions": form.attributions,
        ])
        return Sheet(
            title: canvas.words.plain("check-in.title"), main: main, styles: ["plan", "session"], scripts: ["survey"])
    }
}

/// The questions of a check-in in groups.
struct CheckInForm {
    /// Questions under one heading.
    struct Group {
        let cards: [FormCard]
        let markup: HTML
    }

    let page: CheckInPage
    let canvas: Canvas

    private var words: Words { canvas.words }
    private var writer: FormWriter { FormWriter(canvas: canvas, typed: page.typed, problems: page.problems) }

    var lead: HTML {
        let minutes = String(max(1, (page.due.seconds + 59) / 60))
        let lead = words.plain("check-in.lead", ["minutes": minutes])
        return HTML(page.isBack ? words.plain("check-in.welcome") + " " + lead : lead)
    }

    var signs: FormCard { DangerScreen(writer: writer).card }

    var errors: HTML { writer.errors([signs] + groups.flatMap(\.cards)) }

    var groups: [Group] {
        [
            group("pain", [.painAverage, .painWorst]), group("goals", [.goals, .change]),
            group("life", [.peg, .sleep, .fear, .expectation]), practice, group("feel", [.mood, .worry]),
        ].compactMap { $0 }
    }

    /// Lines that must stand beside the measures.
    var attributions: HTML {
        let measures = page.due.measures.compactMap(canvas.edition.plan.measure)
        var seen: Set<String> = []
        return measures.compactMap(\.attribution).filter { seen.insert($0).inserted }.map {
            canvas["check-in.attribution"].fill(["text": HTML($0)])
        }.joined()
    }

    // MARK: Groups

    private func group(_ id: String, _ measures: [MeasureID]) -> Group? {
        let questions = CheckInQuestion.all(page.due, goals: page.goals.count, in: canvas.edition.plan)
        let asked = measures.flatMap { id in questions.filter { $0.measure == id && $0.sameAs == nil } }
        return group(id, asked.map(card))
    }

    private func group(_ id: String, _ cards: [FormCard]) -> Group? {
        guard !cards.isEmpty else { return nil }
        let isPrivate = id == "feel"
        let note = isPrivate ? canvas["follow-up.private"].fill() : .empty
        let markup = canvas["check-in.group"].fill([
            "id": HTML("g-\(id)"), "title": words.html("check-in.\(id)-title"),
            "cards": note + cards.map(\.markup).joined(),
        ])
        return Group(cards: cards, markup: markup)
    }

    private var practice: Group? {
        guard page.due.asksPractice else { return nil }
        let settle = SettleTime.allCases.map {
            FormRow(value: $0.rawValue, label: words.html("check-in.settle-\($0.rawValue)"))
        }
        let yesNo = ["yes", "no"].map { FormRow(value: $0, label: words.html("common.\($0)")) }
        return group(
            "practice",
            [
                writer.number(
                    "unsettled", words.html("check-in.unsettled"), range: 0...CheckInPage.mostSessions,
                    hint: writer.hint("check-in.unsettled-hint")),
                writer.choice("settle", words.html("check-in.settle"), settle),
                writer.number(
                    "days-off", words.html("check-in.days-off"), range: 0...page.daysSinceStart,
                    hint: writer.hint("check-in.days-off-hint")),
                writer.choice("self-care", words.html("check-in.self-care"), yesNo),
            ])
    }

    // MARK: Cards

    private func card(_ question: CheckInQuestion) -> FormCard {
        let text = text(question)
        guard let measure = canvas.edition.plan.measure(question.measure) else { return signs }
        switch question.measure {
        case .change, .mood, .worry: return writer.choice(question.field, text, rows(question))
        default:
            return writer.scale(
                question.field, text, range: question.range,
                low: "\(question.range.lowerBound) = \(end(measure.low))",
                high: "\(question.range.upperBound) = \(end(measure.high))")
        }
    }

    /// The official wording stands in the questionnaire; our own questions are words of this page.
    private func text(_ question: CheckInQuestion) -> HTML {
        switch question.measure {
        case .painAverage: words.html("check-in.pain-average")
        case .painWorst: words.html("check-in.pain-worst")
        case .change: words.html("check-in.change")
        case .goals: goal(question.place)
        default: item(question).map { canvas.edition.quotes.question($0) } ?? .empty
        }
    }

    private func item(_ question: CheckInQuestion) -> String? {
        guard let items = canvas.edition.plan.measure(question.measure)?.items else { return nil }
        return items.indices.contains(question.place) ? items[question.place] : nil
    }

    private func goal(_ place: Int) -> HTML {
        guard page.goals.indices.contains(place) else { return words.html("check-in.goal-unnamed") }
        return HTML(words.plain("check-in.goal", ["goal": page.goals[place]]))
    }

    private func rows(_ question: CheckInQuestion) -> [FormRow] {
        question.range.enumerated().map { place, number in
            FormRow(value: String(number), label: label(question, place))
        }
    }

    private func label(_ question: CheckInQuestion, _ place: Int) -> HTML {
        if question.measure == .change { return words.html("check-in.change-\(place + 1)") }
        let options = item(question).flatMap { linkId in
            canvas.edition.pack.questionnaire.items.first { $0.linkId == linkId }?.options
        }
        guard let options, options.indices.contains(place) else { return HTML(place) }
        return words.html(options[place].text)
    }

    // Inside "0 = …" the words start small.
    private func end(_ text: LocalizedText) -> String {
        let plain = words.plain(text)
        return plain.prefix(1).lowercased() + plain.dropFirst()
    }
}
