import MidbackCore

extension SurveyStepPage {
    /// Draws the step.
    public func draw(on canvas: Canvas) -> Sheet {
        guard let sheet = canvas.edition.survey[step] else {
            return ErrorPage(kind: .notFound).draw(on: canvas)
        }
        let main = SurveyStepFiller(page: self, sheet: sheet, canvas: canvas).fill()
        return Sheet(title: title(sheet, canvas.edition), main: main, kind: "survey", switchesByForm: true)
    }

    private func title(_ sheet: SurveySheet, _ edition: Edition) -> String {
        let words = edition.words
        let title = words.plain(sheet.step.title)
        guard step > 0 else { return words.plain("survey.gate-title", ["title": title]) }
        return words.plain(
            "survey.page-title",
            ["number": String(step), "count": String(edition.survey.lastStep), "title": title])
    }
}

/// Joins a prepared step with one person's answers.
struct SurveyStepFiller {
    let page: SurveyStepPage
    let sheet: SurveySheet
    let canvas: Canvas
    private let chosen: [Set<String>]
    private let faults: [String: AnswerProblem.Kind]

    init(page: SurveyStepPage, sheet: SurveySheet, canvas: Canvas) {
        self.page = page
        self.sheet = sheet
        self.canvas = canvas
        faults = Dictionary(page.problems.map { ($0.linkId, $0.kind) }, uniquingKeysWith: { first, _ in first })
        chosen = sheet.step.items.map { item in
            if let typed = page.typed[item.linkId] { return Set(typed) }
            switch page.response.answers[item.linkId] {
            case .codes(let codes): return Set(codes)
            case .number(let number): return [String(number)]
            case .lines, nil: return []
            }
        }
    }

    func fill() -> HTML {
        var markup = ""
        markup.reserveCapacity(48_000)
        for piece in sheet.pieces {
            switch piece {
            case .text(let text): markup += text
            case .checked(let item, let code): if chosen[item].contains(code) { markup += " checked" }
            case .value(let item, let line): markup += HTML.escape(value(item, line))
            case .box(let item): markup += box(item)
            case .described(let item): markup += described(item)
            case .problem(let item): markup += problem(item).markup
            case .open(let section): if isOpen(section) { markup += " open" }
            case .part(let name): markup += part(name).markup
            }
        }
        return HTML(markup: markup)
    }

    private func part(_ name: String) -> HTML {
        switch name {
        case "token": canvas.token
        case "version": HTML(page.version)
        case "errors": errors
        case "notice": notice
        case "review": page.isFromReview ? canvas["survey.review-button"].fill() : .empty
        case "from": page.isFromReview ? canvas["survey.from-review"].fill() : .empty
        default: .empty
        }
    }

    private func value(_ item: Int, _ line: Int) -> String {
        let item = sheet.step.items[item]
        if let typed = page.typed[item.linkId] { return line < typed.count ? typed[line] : "" }
        switch page.response.answers[item.linkId] {
        case .number(let number): return String(number)
        case .lines(let lines): return line < lines.count ? lines[line] : ""
        case .codes, nil: return ""
        }
    }

    private func box(_ index: Int) -> String {
        let isShown = page.visible.contains(sheet.step.items[index].linkId)
        let closed = isShown ? "" : " hidden disabled"
        guard let script = sheet.conditions[index]?.script(page.response) else { return closed }
        return "\(closed) data-when=\"\(HTML.escape(script))\""
    }

    private func described(_ index: Int) -> String {
        let item = sheet.step.items[index]
        guard faults[item.linkId] != nil else { return "" }
        let isInvalid = item.kind.allowsSeveral || item.kind == .text ? "" : " aria-invalid=\"true\""
        return " aria-describedby=\"e-\(item.linkId)\"\(isInvalid)"
    }

    private func isOpen(_ section: String) -> Bool {
        sheet.step.items.contains { item in
            item.section == section
                && (faults[item.linkId] != nil || page.response.answers[item.linkId] != nil
                    || page.typed[item.linkId] != nil)
        }
    }
}
