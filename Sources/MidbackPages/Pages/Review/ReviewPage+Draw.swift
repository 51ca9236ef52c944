import MidbackCore

extension ReviewPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let drawing = ReviewDrawing(page: self, canvas: canvas)
        let main = canvas["review"].fill([
            "notes": drawing.notes, "missing": drawing.missing, "conflicts": drawing.conflicts,
            "steps": drawing.steps, "token": canvas.token, "version": HTML(version),
            "back": HTML(Routes.step(canvas.edition.survey.lastStep, canvas.language)),
        ])
        return Sheet(title: canvas.words.plain("common.review-title"), main: main, kind: "review")
    }
}

/// Parts of the review page.
private struct ReviewDrawing {
    let page: ReviewPage
    let canvas: Canvas
    private var quotes: Quotes { canvas.edition.quotes }

    var notes: HTML {
        guard page.isNotMidback else { return .empty }
        return canvas["review.note"].fill(["text": canvas.words.html("common.not-midback")])
    }

    var missing: HTML {
        guard !page.missing.isEmpty else { return .empty }
        return canvas["review.missing"].fill(["items": page.missing.map(openQuestion).joined()])
    }

    var conflicts: HTML {
        let held = canvas.edition.pack.conflicts.filter { page.conflicts.contains($0.id) }
        guard !held.isEmpty else { return .empty }
        let items = held.map { conflict in
            let links = conflict.items.filter { page.visible.contains($0) }.map { linkId in
                canvas["review.change-link"].fill(["href": href(linkId), "question": quotes.question(linkId)])
            }
            return canvas["review.conflict"].fill([
                "text": canvas.words.html(conflict.text), "links": links.joined(),
            ])
        }
        return canvas["review.conflicts"].fill(["items": items.joined()])
    }

    var steps: HTML { canvas.edition.pack.questionnaire.steps.map(step).joined() }

    private func step(_ step: SurveyStep) -> HTML {
        let shown = step.items.filter { page.visible.contains($0.linkId) }
        let rows = shown.compactMap { item in page.response.answers[item.linkId].map { row(item, $0) } }
        let skipped = shown.filter { page.response.answers[$0.linkId] == nil && $0.requirement != .yes }
        guard !rows.isEmpty || !skipped.isEmpty else { return .empty }
        return canvas["review.step"].fill([
            "number": HTML(step.number), "title": HTML(title(step)), "rows": rows.joined(),
            "skipped": self.skipped(skipped),
        ])
    }

    private func title(_ step: SurveyStep) -> String {
        guard step.number > 0 else { return canvas.words.plain("review.gate") }
        return canvas.words.plain(
            "review.step", ["number": String(step.number), "title": canvas.words.plain(step.title)])
    }

    private func row(_ item: Item, _ answer: Answer) -> HTML {
        canvas[item.isSensitive ? "review.private-row" : "review.row"].fill([
            "question": quotes.question(item.linkId), "answer": quotes.whole(item.linkId, answer),
            "href": href(item.linkId),
        ])
    }

    private func skipped(_ items: [Item]) -> HTML {
        guard !items.isEmpty else { return .empty }
        let text =
            items.count == 1
            ? canvas.words.plain("review.skipped-one")
            : canvas.words.plain("review.skipped-many", ["count": String(items.count)])
        return canvas["review.skipped"].fill([
            "text": HTML(text), "items": items.map { openQuestion($0.linkId) }.joined(),
        ])
    }

    private func openQuestion(_ linkId: String) -> HTML {
        canvas["review.missing-item"].fill(["href": href(linkId), "question": quotes.question(linkId)])
    }

    private func href(_ linkId: String) -> HTML {
        HTML(Routes.item(linkId, step: quotes.step(linkId), canvas.language))
    }
}
