import MidbackCore

/// Why the result is what it is, in the person's own answers. What rests on a private answer stays folded and unprinted.
struct ResultReasons {
    let page: ResultPage
    let canvas: Canvas
    private var triage: Triage { page.assessment.triage }
    private var quotes: AnswerQuotes { AnswerQuotes(canvas) }

    var all: HTML { rules + others }

    private var rules: HTML {
        let hits = page.rules.compactMap { explanation in
            canvas.edition.rule(explanation.rule).map { (rule: $0, answers: explanation.answers) }
        }
        let open = hits.filter { !quotes.isDelicate($0.answers) }
        let secrets = hits.filter { quotes.isDelicate($0.answers) }
        // The answers behind the first reason are open; others often repeat them.
        let reasons = open.enumerated().map { reason($1.rule, $1.answers, isFirst: $0 == 0) }
        return (reasons + secrets.map { secret($0.rule, $0.answers) }).joined()
            + printed(hits.map(\.answers).filter(quotes.isPrivate))
    }

    /// Reasons that rest on private answers are printed only as far as their other answers go.
    private func printed(_ reasons: [[AnswerReference]]) -> HTML {
        guard !reasons.isEmpty else { return .empty }
        let open = reasons.flatMap(\.self).filter { !quotes.isPrivate([$0]) }
        return canvas["result.private-printed"].fill(["told": told(open)])
    }

    private func reason(_ rule: RedFlag, _ answers: [AnswerReference], isFirst: Bool) -> HTML {
        let hidden = answers.filter { quotes.isPrivate([$0]) }
        let open = answers.filter { !quotes.isPrivate([$0]) }
        let told = list("result.\(isFirst ? "told" : "folded-told")", open) + list("result.private-told", hidden)
        return fill(hidden.isEmpty ? "result.reason" : "result.screen-reason", rule, told)
    }

    private func secret(_ rule: RedFlag, _ answers: [AnswerReference]) -> HTML {
        fill("result.secret-reason", rule, told(answers))
    }

    private func fill(_ name: String, _ rule: RedFlag, _ told: HTML) -> HTML {
        canvas[name].fill([
            "trigger": canvas.words.html(rule.trigger), "why": canvas.words.html(rule.why), "told": told,
            "strength": canvas.strength(rule.strength), "href": HTML(Routes.rule(rule.id, canvas.language)),
        ])
    }

    private func told(_ answers: [AnswerReference]) -> HTML { list("result.told", answers) }

    private func list(_ name: String, _ answers: [AnswerReference]) -> HTML {
        let items = quotes.items(answers)
        return items.isEmpty ? .empty : canvas[name].fill(["items": items.joined()])
    }

    /// Reasons that are not rules, in words of their own.
    private var others: HTML {
        triage.reasons.filter { $0 != .rule }.map { reason in
            canvas["result.plain-reason"].fill([
                "text": canvas.words.html("result.reason-\(reason.rawValue)"), "told": details(reason),
            ])
        }.joined()
    }

    private func details(_ reason: Triage.Reason) -> HTML {
        switch reason {
        case .floor: list(floors.map { canvas.words.html($0.trigger) })
        case .conflict: list(conflicts.map { canvas.words.html($0.text) }) + secondAnswers
        case .rule, .unknown, .tooLittleInformation, .backstop, .nothing: .empty
        }
    }

    /// A floor that reads a private item is not told again.
    private var floors: [Floor] {
        canvas.edition.pack.floors.filter { floor in
            triage.floors.contains(floor.id) && !canvas.edition.readsPrivateItem(floor.when)
        }
    }

    private var conflicts: [Conflict] {
        canvas.edition.pack.conflicts.filter { triage.conflicts.contains($0.id) }
    }

    /// A danger row that was taken back: what was said, and the way to settle it.
    private var secondAnswers: HTML {
        triage.contradicted.map { linkId in
            let second = SecondAnswer(linkId: linkId, rows: page.takenBack, canvas: canvas)
            let isPrivate = canvas.edition.quotes.isSensitive(linkId)
            return canvas[isPrivate ? "result.private-second-answer" : "result.second-answer"].fill([
                "text": second.sentence, "told": second.rowsAndAdvice, "link": second.change,
            ])
        }.joined()
    }

    private func list(_ texts: [HTML]) -> HTML {
        guard !texts.isEmpty else { return .empty }
        let items = texts.map { canvas["result.quote"].fill(["text": $0]) }
        return canvas["result.told"].fill(["items": items.joined()])
    }
}

extension Canvas {
    /// How sure we are, as a drawing and a word.
    func strength(_ strength: EvidenceStrength) -> HTML {
        self["result.strength"].fill([
            "kind": HTML(strength.rawValue), "label": words.html("result.strength-\(strength.rawValue)"),
        ])
    }
}
