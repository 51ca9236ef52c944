import MidbackCore

/// Draws the fields of the follow-up forms. What was entered is kept; a fault stands at its field and in the summary.
struct FormWriter {
    let canvas: Canvas
    let typed: [String: [String]]
    let problems: [AnswerProblem]

    /// Numbers to choose from, with words at both ends.
    func scale(
        _ name: String, _ question: HTML, range: ClosedRange<Int> = 0...10, low: String, high: String,
        hint: HTML = .empty
    ) -> FormCard {
        let numbers = range.map { number in
            let end = number == range.lowerBound ? low : number == range.upperBound ? high : nil
            return canvas["follow-up.number"].fill([
                "number": HTML(number), "id": HTML(id(name, String(number), isFirst: number == range.lowerBound)),
                "name": HTML(name), "checked": checked(name, String(number)),
                "end": end.map { canvas["follow-up.end"].fill(["text": HTML($0)]) } ?? .empty,
            ])
        }
        let control = canvas["follow-up.scale"].fill([
            "low": HTML(low), "high": HTML(high), "numbers": numbers.joined(),
        ])
        return card(name, question, range, " role=\"radiogroup\"", hint, control)
    }

    /// One of several.
    func choice(_ name: String, _ question: HTML, _ rows: [FormRow], hint: HTML = .empty) -> FormCard {
        card(name, question, 0...0, " role=\"radiogroup\"", hint, self.rows(name, "radio", rows))
    }

    /// Any of several.
    func ticks(_ name: String, _ question: HTML, _ rows: [FormRow], hint: HTML = .empty) -> FormCard {
        card(name, question, 0...0, "", hint, self.rows(name, "checkbox", rows))
    }

    /// A number to type.
    func number(_ name: String, _ question: HTML, range: ClosedRange<Int>, hint: HTML = .empty) -> FormCard {
        let isFaulty = problems.contains { $0.linkId == name }
        let described = HTML(markup: isFaulty ? " aria-describedby=\"e-\(name)\" aria-invalid=\"true\"" : "")
        let control = canvas["follow-up.field"].fill([
            "name": HTML(name), "value": HTML(typed[name]?.first ?? ""), "label": question, "described": described,
        ])
        return card(name, question, range, "", hint, control)
    }

    /// A remark under a question.
    func hint(_ id: String) -> HTML { canvas["follow-up.hint"].fill(["text": canvas.words.html(id)]) }

    /// Summary of all faults; gets the focus and leads to each of them.
    func errors(_ cards: [FormCard]) -> HTML {
        let faulty = problems.compactMap { problem in
            cards.first { $0.name == problem.linkId }.map { (problem, $0) }
        }
        guard !faulty.isEmpty else { return .empty }
        let items = faulty.map { problem, card in
            canvas["survey.errors-item"].fill([
                "id": HTML(card.name), "question": card.question, "text": HTML(sentence(problem.kind, card.range)),
            ])
        }
        let title =
            faulty.count == 1
            ? canvas.words.plain("survey.errors-one")
            : canvas.words.plain("survey.errors-many", ["count": String(faulty.count)])
        return canvas["survey.errors"].fill(["title": HTML(title), "items": items.joined()])
    }

    // MARK: Parts

    private func card(
        _ name: String, _ question: HTML, _ range: ClosedRange<Int>, _ role: String, _ hint: HTML, _ control: HTML
    ) -> FormCard {
        let problem = problems.first { $0.linkId == name }
        let message = problem.map {
            canvas["survey.error"].fill(["id": HTML(name), "text": HTML(sentence($0.kind, range))])
        }
        let attributes = role + (problem == nil ? "" : " aria-describedby=\"e-\(HTML.escape(name))\"")
        let markup = canvas["follow-up.card"].fill([
            "name": HTML(name), "attributes": HTML(markup: attributes), "question": question, "hint": hint,
            "problem": message ?? .empty, "control": control,
        ])
        return FormCard(name: name, question: question, range: range, markup: markup)
    }

    func rows(_ name: String, _ type: String, _ rows: [FormRow]) -> HTML {
        let drawn = rows.enumerated().map { place, row in
            canvas["follow-up.row"].fill([
                "style": HTML(row.isAlone ? " alone" : ""), "id": HTML(id(name, row.value, isFirst: place == 0)),
                "type": HTML(type), "name": HTML(name), "value": HTML(row.value),
                "flags": HTML(markup: row.isAlone ? " data-alone" : "") + checked(name, row.value),
                "label": row.label,
            ])
        }
        return canvas["follow-up.rows"].fill(["rows": drawn.joined()])
    }

    private func checked(_ name: String, _ value: String) -> HTML {
        HTML(markup: typed[name]?.contains(value) == true ? " checked" : "")
    }

    /// The summary leads to the first field of a name.
    private func id(_ name: String, _ value: String, isFirst: Bool) -> String {
        isFirst ? "i-\(name)" : "i-\(name)-\(value.isEmpty ? "open" : value)"
    }

    private func sentence(_ kind: AnswerProblem.Kind, _ range: ClosedRange<Int>) -> String {
        let words = canvas.words
        switch kind {
        case .required: return words.plain("survey.missing")
        case .wrongType: return words.plain("survey.not-a-number")
        case .outOfRange:
            return words.plain(
                "check-in.number-range", ["min": String(range.lowerBound), "max": String(range.upperBound)])
        case .severalAnswers: return words.plain("survey.several-chosen")
        case .exclusive: return words.plain("survey.exclusive", ["option": words.plain("signs.none")])
        case .tooLong, .unknownOption, .unknownItem, .hidden: return words.plain("survey.unknown-option")
        }
    }
}
