import MidbackCore

/// A danger row that was ticked and taken back, in words: which question, which rows, how to settle it.
struct SecondAnswer {
    let linkId: String
    /// Rows of all questions; those of others are left out.
    let rows: [AnswerReference]
    let canvas: Canvas

    var sentence: HTML {
        let question = canvas.edition.quotes.question(linkId)
        return canvas["review.second-answer"].fill(["question": question])
    }

    var rowsAndAdvice: HTML {
        let items = AnswerQuotes(canvas).items(rows.filter { $0.linkId == linkId })
        let list = items.isEmpty ? HTML.empty : canvas["review.taken-back"].fill(["items": items.joined()])
        return list + canvas["review.settle"].fill()
    }

    /// The way back to the question.
    var change: HTML {
        let step = canvas.edition.quotes.step(linkId)
        return canvas["review.change-link"].fill([
            "href": HTML(Routes.item(linkId, step: step, canvas.language)),
            "question": canvas.edition.quotes.question(linkId),
        ])
    }
}
