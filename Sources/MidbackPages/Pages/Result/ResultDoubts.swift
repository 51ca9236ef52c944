import MidbackCore

/// What is not known, and what would change the result.
struct ResultDoubts {
    let page: ResultPage
    let canvas: Canvas
    private var quotes: AnswerQuotes { AnswerQuotes(canvas) }

    var unknown: HTML {
        let items = page.assessment.triage.unknownItems.map { linkId in
            item(canvas.edition.quotes.question(linkId), isPrivate: canvas.edition.quotes.isSensitive(linkId))
        }
        let list = items.isEmpty ? HTML.empty : canvas["result.unknown-items"].fill(["items": items.joined()])
        return canvas["result.unknown"].fill(["items": list])
    }

    var change: HTML {
        guard let counterfactuals = page.counterfactuals else { return .empty }
        let parts = whyNotLess(counterfactuals) + raising(counterfactuals.raising)
        return parts.isEmpty ? .empty : canvas["result.change"].fill(["parts": parts])
    }

    private func whyNotLess(_ counterfactuals: Counterfactuals) -> HTML {
        let forcing = quotes.items(counterfactuals.forcing)
        let lowering = counterfactuals.lowering.map { change in
            item(sentence(change.answers) + arrow(change.level), isPrivate: quotes.isPrivate(change.answers))
        }
        guard !forcing.isEmpty || !lowering.isEmpty else { return .empty }
        return canvas["result.why-not-less"].fill([
            "forcing": forcing.isEmpty ? .empty : canvas["result.forcing"].fill(["items": forcing.joined()]),
            "lowering": lowering.isEmpty ? .empty : canvas["result.lowering"].fill(["items": lowering.joined()]),
        ])
    }

    /// Grouped by the level they lead to, most urgent first.
    private func raising(_ changes: [Counterfactuals.Change]) -> HTML {
        let groups = Disposition.allCases.map { level in
            let items = changes.filter { $0.level == level }.map { change in
                item(sentence(change.answers), isPrivate: quotes.isPrivate(change.answers))
            }
            guard !items.isEmpty else { return HTML.empty }
            return canvas["result.raising-group"].fill([
                "level": canvas.words.html("disposition.\(level.id).label"), "items": items.joined(),
            ])
        }
        let all = groups.joined()
        return all.isEmpty ? .empty : canvas["result.raising"].fill(["groups": all])
    }

    private func item(_ text: HTML, isPrivate: Bool) -> HTML {
        canvas[isPrivate ? "result.private-quote" : "result.quote"].fill(["text": text])
    }

    private func sentence(_ answers: [AnswerReference]) -> HTML {
        HTML(markup: answers.map { quotes.quote($0).markup }.joined(separator: " + "))
    }

    private func arrow(_ level: Disposition) -> HTML {
        canvas["result.leads-to"].fill(["level": canvas.name(of: level)])
    }
}
