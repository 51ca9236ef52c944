import MidbackCore

extension SurveyStepFiller {
    var notice: HTML {
        let id: String
        switch page.notice {
        case .detailsOpened: id = "survey.details-opened"
        case .changedElsewhere: id = "survey.changed-elsewhere"
        case .stopConfirmed: id = "survey.stop-confirmed"
        case .unreadable: id = "survey.unreadable"
        case .sendAgain: id = "survey.send-again"
        case .afterSign: id = "survey.after-sign"
        case .mayBeEmergency: id = "survey.may-be-emergency"
        case .underAge(let age): return askAge(age)
        case .tooFast: id = "survey.too-fast"
        case .full: id = "survey.full"
        case nil: return .empty
        }
        return canvas["survey.notice"].fill(["text": canvas.words.html(id)])
    }

    /// A form of its own, so that the Enter key in the age field never means "yes".
    private func askAge(_ age: Int) -> HTML {
        func word(_ id: String) -> HTML { HTML(canvas.words.plain(id, ["age": String(age)])) }
        return canvas["survey.under-age"].fill([
            "title": word("survey.under-age-title"), "text": word("survey.under-age"),
            "yes": word("survey.under-age-yes"), "action": HTML(Routes.step(page.step, canvas.words.language)),
            "token": canvas.token,
        ])
    }

    /// Summary of all faults; gets the focus and leads to each of them.
    var errors: HTML {
        guard !page.problems.isEmpty else { return .empty }
        let items = page.problems.map { problem in
            canvas["survey.errors-item"].fill([
                "id": HTML(problem.linkId), "question": canvas.edition.quotes.question(problem.linkId),
                "text": HTML(sentence(problem)),
            ])
        }
        let title =
            page.problems.count == 1
            ? canvas.words.plain("survey.errors-one")
            : canvas.words.plain("survey.errors-many", ["count": String(page.problems.count)])
        return canvas["survey.errors"].fill(["title": HTML(title), "items": items.joined()])
    }

    func problem(_ index: Int) -> HTML {
        let linkId = sheet.step.items[index].linkId
        guard let problem = page.problems.first(where: { $0.linkId == linkId }) else { return .empty }
        return canvas["survey.error"].fill(["id": HTML(linkId), "text": HTML(sentence(problem))])
    }

    private func sentence(_ problem: AnswerProblem) -> String {
        let words = canvas.words
        let item = sheet.step.items.first { $0.linkId == problem.linkId }
        switch problem.kind {
        case .required: return words.plain(missing(item))
        case .wrongType: return words.plain("survey.not-a-number")
        case .outOfRange:
            return words.plain(
                "survey.out-of-range", ["min": String(item?.min ?? 0), "max": String(item?.max ?? 10)])
        case .severalAnswers: return words.plain("survey.several-chosen")
        case .exclusive: return words.plain("survey.exclusive", ["option": aloneOption(item)])
        case .tooLong: return tooLong(item)
        case .unknownOption, .unknownItem, .hidden: return words.plain("survey.unknown-option")
        }
    }

    private func missing(_ item: Item?) -> String {
        switch item?.kind {
        case .integer: item?.isScale == true ? "survey.missing" : "survey.missing-number"
        case .multiChoice, .bodyMap: "survey.missing-several"
        default: "survey.missing"
        }
    }

    /// The option that cannot stand beside the others, as the person reads it.
    private func aloneOption(_ item: Item?) -> String {
        let typed = Set(page.typed[item?.linkId ?? ""] ?? [])
        let option = item?.options.first { $0.isExclusive && (typed.isEmpty || typed.contains($0.code)) }
        return option.map { canvas.words.plain($0.text) } ?? ""
    }

    private func tooLong(_ item: Item?) -> String {
        let (lines, length) = (item?.maxCount ?? 1, item?.maxLength ?? 80)
        let typed = page.typed[item?.linkId ?? ""] ?? []
        return typed.count > lines
            ? canvas.words.plain("survey.too-many-lines", ["max": String(lines)])
            : canvas.words.plain("survey.line-too-long", ["max": String(length)])
    }
}
