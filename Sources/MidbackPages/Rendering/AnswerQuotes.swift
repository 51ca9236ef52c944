import MidbackCore

/// Quotes a person's answers. A row of a list speaks for itself; a choice is shown with its question.
struct AnswerQuotes {
    private let canvas: Canvas

    init(_ canvas: Canvas) { self.canvas = canvas }

    /// List items without repeats, private ones marked so that no print has them.
    func items(_ references: [AnswerReference]) -> [HTML] {
        var seen: Set<AnswerReference> = []
        return references.filter { seen.insert($0).inserted }.map { reference in
            let isPrivate = canvas.edition.quotes.isSensitive(reference.linkId)
            return canvas[isPrivate ? "result.private-quote" : "result.quote"].fill(["text": quote(reference)])
        }
    }

    func quote(_ reference: AnswerReference) -> HTML {
        let quotes = canvas.edition.quotes
        let answer = quotes.answer(reference)
        // Spoken at a desk or on the telephone: no question, and not "How old are you? 58".
        if let number = reference.number, reference.isChosen, let id = Self.spoken[reference.linkId] {
            return HTML(canvas.words.plain(id, ["number": String(number)]))
        }
        if quotes.speaksForItself(reference.linkId) {
            return canvas[reference.isChosen ? "result.ticked" : "result.not-ticked"].fill(["answer": answer])
        }
        return canvas[reference.isChosen ? "result.answered" : "result.not-answered"].fill([
            "question": quotes.question(reference.linkId), "answer": answer,
        ])
    }

    private static let spoken = [
        "age-years": "say.age", "pain-severity-now": "say.pain-now", "pain-worst": "say.pain-worst",
        "pain-average": "say.pain-average",
    ]

    /// Private answers do not leave the screen.
    func isPrivate(_ references: [AnswerReference]) -> Bool {
        references.contains { canvas.edition.quotes.isSensitive($0.linkId) }
    }

    /// Delicate answers stay folded even there.
    func isDelicate(_ references: [AnswerReference]) -> Bool {
        references.contains { canvas.edition.quotes.isDelicate($0) }
    }
}
