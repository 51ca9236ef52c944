import MidbackCore

extension CausePage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        guard let cause = canvas.edition.cause(cause) else { return ErrorPage(kind: .notFound).draw(on: canvas) }
        let main = canvas.draw("causes.one", key: cause.id) { facts(cause, canvas) }.fill(["yours": yours(canvas)])
        return Sheet(title: canvas.words.plain(cause.name), main: main)
    }

    private func facts(_ cause: Cause, _ canvas: Canvas) -> Facts {
        let words = canvas.words
        return [
            "name": words.plain(cause.name), "summary": words.html(cause.summary).markup,
            "level": words.plain("disposition.\(cause.usualLevel.id).label"),
            "icon": canvas.icon(for: cause.usualLevel).markup, "typical": words.html(cause.typical).markup,
            "course": words.html(cause.course).markup, "helps": words.html(cause.helps).markup,
            "seeSomeone": words.html(cause.seeSomeone).markup, "sources": canvas.sources(cause.sources),
        ]
    }

    private func yours(_ canvas: Canvas) -> HTML {
        guard let explanation else { return .empty }
        return canvas["causes.yours"].fill(["lists": EvidenceLists(explanation, canvas: canvas).all])
    }
}

extension CausesPage {
    /// Draws the list.
    public func draw(on canvas: Canvas) -> Sheet {
        let causes = canvas.edition.pack.causes
        let list = canvas.draw("causes", key: "") {
            [
                "benign": causes.filter { $0.kind == .benign }.map { row($0, canvas) },
                "serious": causes.filter { $0.kind != .benign }.map { row($0, canvas) },
            ]
        }
        return Sheet(title: canvas.words.plain("causes.title"), main: list.fill())
    }

    private func row(_ cause: Cause, _ canvas: Canvas) -> Facts {
        .row([
            "href": Routes.cause(cause.id, canvas.language), "name": canvas.words.plain(cause.name),
            "summary": canvas.words.html(cause.summary).markup,
        ])
    }
}

extension Canvas {
    /// Rows of a list of sources.
    func sources(_ ids: [String]) -> [Facts] {
        ids.compactMap { id in edition.pack.sources.first { $0.id == id } }.map { source in
            .row([
                "id": source.id, "text": source.text, "status": words.plain("source.\(source.status.rawValue)"),
            ])
        }
    }
}
