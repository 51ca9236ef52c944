import MidbackCore
import MidbackPlan

extension WhatIfPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let form = WhatIfForm(page: self, canvas: canvas)
        let main = canvas["what-if"].fill([
            "errors": form.errors, "result": comparison.map { WhatIfResult($0, canvas).all } ?? .empty,
            "token": canvas.token, "minutes": form.minutes, "days": form.days, "equipment": form.equipment,
            "floor": form.floor, "questions": form.questions, "answers": form.answers,
        ])
        return Sheet(title: canvas.words.plain("what-if.title"), main: main, kind: "what-if", styles: ["plan"])
    }
}

/// The form.
private struct WhatIfForm {
    let page: WhatIfPage
    let canvas: Canvas
    private var questionnaire: Questionnaire { canvas.edition.pack.questionnaire }
    private var words: Words { canvas.words }

    private func item(_ linkId: String) -> Item? { questionnaire.items.first { $0.linkId == linkId } }

    // MARK: Fields of the plan

    var minutes: HTML {
        let options = item("minutes")?.options.filter { Int($0.code) != nil } ?? []
        return options.map { option in
            choice("minutes", option.code, words.html(option.text), isOn: Int(option.code) == page.wish.minutes)
        }.joined()
    }

    var days: HTML {
        (2...7).map { number in
            choice("days", String(number), HTML(number), isOn: number == page.wish.days)
        }.joined()
    }

    var equipment: HTML {
        let options = item("equipment")?.options ?? []
        return options.compactMap { option in
            Equipment(rawValue: option.code).map { thing in
                tick("equipment", option.code, words.html(option.text), isOn: page.wish.equipment.contains(thing))
            }
        }.joined()
    }

    var floor: HTML {
        choice("floor", "yes", words.html("common.yes"), isOn: page.wish.floor)
            + choice("floor", "no", words.html("common.no"), isOn: !page.wish.floor)
    }

    // MARK: One answer

    /// A list of questions in groups, one a step.
    var questions: HTML {
        questionnaire.steps.map { step in
            let items = step.items.filter { page.visible.contains($0.linkId) && WhatIfPage.offers($0) }
            guard !items.isEmpty else { return .empty }
            let options = items.map { item in
                canvas["what-if.option"].fill([
                    "value": HTML(item.linkId), "text": HTML(words.plain(item.text)),
                    "selected": item.linkId == page.wish.item ? HTML("selected") : .empty,
                ])
            }
            return canvas["what-if.group"].fill(["label": HTML(words.plain(step.title)), "options": options.joined()])
        }.joined()
    }

    /// The answers of the chosen question; what is answered now is marked.
    var answers: HTML {
        guard let linkId = page.wish.item, let item = item(linkId), WhatIfPage.offers(item) else { return .empty }
        let rows = item.kind == .integer ? number(item) : item.options.map { row(item, $0) }.joined()
        return canvas["what-if.answers"].fill([
            "question": words.html(item.text), "rows": rows,
            "hint": item.kind.allowsSeveral ? canvas["what-if.list-hint"].fill() : .empty,
        ])
    }

    private func row(_ item: Item, _ option: Option) -> HTML {
        let isNow = page.response.answers[item.linkId]?.codes.contains(option.code) == true
        let text = words.html(option.text) + (isNow ? HTML(" ") + canvas["what-if.now-mark"].fill() : .empty)
        return choice("answer", option.code, text, isOn: page.wish.answer == option.code)
    }

    private func number(_ item: Item) -> HTML {
        let value = page.wish.answer ?? page.response.answers[item.linkId]?.number.map(String.init) ?? ""
        return canvas["what-if.number"].fill([
            "value": HTML(value), "min": HTML(item.min ?? 0), "max": HTML(item.max ?? 999),
        ])
    }

    private func choice(_ name: String, _ value: String, _ label: HTML, isOn: Bool) -> HTML {
        field("radio", name, value, label, isOn)
    }

    private func tick(_ name: String, _ value: String, _ label: HTML, isOn: Bool) -> HTML {
        field("checkbox", name, value, label, isOn)
    }

    private func field(_ kind: String, _ name: String, _ value: String, _ label: HTML, _ isOn: Bool) -> HTML {
        canvas["what-if.field"].fill([
            "kind": HTML(kind), "name": HTML(name), "value": HTML(value), "label": label,
            "checked": isOn ? HTML("checked") : .empty,
        ])
    }

    // MARK: Faults

    var errors: HTML {
        guard !page.problems.isEmpty else { return .empty }
        let items = page.problems.map { problem in
            canvas["what-if.error"].fill([
                "href": HTML("#f-\(problem.rawValue)"), "text": words.html("what-if.error-\(problem.rawValue)"),
            ])
        }
        return canvas["plan-parts.errors"].fill(["title": words.html("what-if.errors"), "items": items.joined()])
    }
}
