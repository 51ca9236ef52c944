import MidbackCore

extension ReviewPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let drawing = ReviewDrawing(page: self, canvas: canvas)
        let main = canvas["review"].fill([
            "notes": drawing.notes, "missing": drawing.missing, "conflicts": drawing.conflicts,
            "go": drawing.go, "steps": drawing.steps, "skipped": drawing.skipped, "token": canvas.token,
            "version": HTML(version),
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
        let items = held.map { conflict($0.items, canvas.words.html($0.text)) } + secondAnswers
        guard !items.isEmpty else { return .empty }
        return canvas["review.conflicts"].fill(["items": items.joined()])
    }

    private var secondAnswers: [HTML] {
        Triage.contradicted(page.conflicts).map { linkId in
            let second = SecondAnswer(linkId: linkId, rows: page.takenBack, canvas: canvas)
            return conflict([linkId], second.sentence, told: second.rowsAndAdvice)
        }
    }

    private func conflict(_ items: [String], _ text: HTML, told: HTML = .empty) -> HTML {
        let links = items.filter { page.visible.contains($0) }.map { linkId in
            canvas["review.change-link"].fill(["href": href(linkId), "question": quotes.question(linkId)])
        }
        return canvas["review.conflict"].fill(["text": text, "told": told, "links": links.joined()])
    }

    /// The button at the top too, for who has read enough; not while something is missing.
    var go: HTML { page.missing.isEmpty ? canvas["review.go"].fill() : .empty }

    var steps: HTML { canvas.edition.pack.questionnaire.steps.map(step).joined() }

    private func step(_ step: SurveyStep) -> HTML {
        let rows = shown(step).compactMap { item in page.response.answers[item.linkId].map { row(item, $0) } }
        guard !rows.isEmpty else { return .empty }
        return canvas["review.step"].fill([
            "number": HTML(step.number), "title": HTML(title(step)), "rows": rows.joined(),
        ])
    }

    private func shown(_ step: SurveyStep) -> [Item] { step.items.filter { page.visible.contains($0.linkId) } }

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

    /// What was left out on purpose, all steps in one fold, so that it takes one line.
    var skipped: HTML {
        let steps = canvas.edition.pack.questionnaire.steps.map { ($0, skippedItems($0)) }.filter { !$1.isEmpty }
        let count = steps.reduce(0) { $0 + $1.1.count }
        guard count > 0 else { return .empty }
        let text =
            count == 1
            ? canvas.words.plain("review.skipped-one")
            : canvas.words.plain("review.skipped-many", ["count": String(count)])
        return canvas["review.skipped"].fill(["text": HTML(text), "groups": steps.map(skippedGroup).joined()])
    }

    private func skippedItems(_ step: SurveyStep) -> [Item] {
        shown(step).filter { page.response.answers[$0.linkId] == nil && $0.requirement != .yes }
    }

    private func skippedGroup(_ step: SurveyStep, _ items: [Item]) -> HTML {
        canvas["review.skipped-group"].fill([
            "title": HTML(title(step)), "items": items.map { openQuestion($0.linkId) }.joined(),
        ])
    }

    private func openQuestion(_ linkId: String) -> HTML {
        canvas["review.missing-item"].fill(["href": href(linkId), "question": quotes.question(linkId)])
    }

    private func href(_ linkId: String) -> HTML {
        HTML(Routes.item(linkId, step: quotes.step(linkId), canvas.language))
    }
}
