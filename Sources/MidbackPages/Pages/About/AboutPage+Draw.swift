import MidbackCore

extension AboutPage {
    /// One part of an about page, by ids of words.
    enum Block {
        case heading(String)
        case text(String)
        case list([String])
    }

    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let main = canvas.draw("about", key: topic.rawValue) { facts(canvas) }.fill()
        return Sheet(title: title(canvas), main: main)
    }

    private func title(_ canvas: Canvas) -> String { canvas.words.plain("about.\(topic.rawValue)") }

    private func facts(_ canvas: Canvas) -> Facts {
        let sources = topic == .sources ? canvas.edition.pack.sources.map(\.id) : []
        return [
            "title": title(canvas), "blocks": blocks(canvas.edition).map { row($0, canvas) },
            "links": links(canvas), "hasLinks": topic == .howItWorks, "isSources": topic == .sources,
            "sources": canvas.sources(sources),
        ]
    }

    private func links(_ canvas: Canvas) -> [Facts] {
        [
            ("about.how-sources-link", Routes.about(.sources, canvas.language)),
            ("about.how-causes-link", Routes.causes(canvas.language)),
        ].map { .row(["label": canvas.words.plain($0.0), "href": $0.1]) }
    }

    private func row(_ block: Block, _ canvas: Canvas) -> Facts {
        let none: [Facts] = []
        return switch block {
        case .heading(let id):
            .row(["heading": text(id, canvas).markup, "paragraph": false, "bullets": false, "rows": none])
        case .text(let id):
            .row(["heading": false, "paragraph": text(id, canvas).markup, "bullets": false, "rows": none])
        case .list(let ids):
            .row([
                "heading": false, "paragraph": false, "bullets": true,
                "rows": ids.map { Facts.row(["row": text($0, canvas).markup]) },
            ])
        }
    }

    /// A sentence with the facts of the clinic and the pack.
    private func text(_ id: String, _ canvas: Canvas) -> HTML {
        let (pack, clinic) = (canvas.edition.pack, canvas.edition.clinic)
        let values = [
            "telephone": Phones.link(clinic.telephone), "contentVersion": HTML.escape(pack.version),
            "evidenceDate": HTML.escape(pack.evidenceCutOff),
            "reviewers": HTML.escape(pack.reviewers.joined(separator: ", ")),
            "count": String(id == "about.how-1" ? pack.rules.count : pack.causes.count),
        ]
        return HTML(markup: Brackets("{", "}").replace(canvas.words.html(id).markup) { values[$0] })
    }
}
