import MidbackCore

extension StopPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let drawing = StopDrawing(page: self, canvas: canvas)
        let main = canvas["stop"].fill([
            "kind": HTML(kind.rawValue), "icon": drawing.icon, "title": canvas.words.html(kind.titleId),
            "lead": drawing.lead, "calls": Calls(canvas).list(kind, also: also), "say": drawing.say,
            "todo": drawing.todo, "why": drawing.why, "token": canvas.token, "version": HTML(version),
        ])
        return Sheet(title: canvas.words.plain("stop.page-title"), main: main, kind: "stopped")
    }
}

extension StopPage.Kind {
    var titleId: String {
        switch self {
        case .emergency: "common.stop-title"
        case .sameDay: "common.stop-same-day"
        case .crisis: "special.crisis.title"
        case .unsafe: "special.unsafe.title"
        case .poison: "special.overdose.title"
        }
    }

    /// Level whose safety net the page shows, or `nil` for the pages that have a text of their own.
    var level: Disposition? {
        switch self {
        case .emergency: .emergencyNow
        case .sameDay: .sameDayED
        case .crisis, .unsafe, .poison: nil
        }
    }

    /// Quiet pages do not repeat what the person told.
    var isQuiet: Bool { self == .crisis || self == .unsafe }
}

/// Parts of the stop page.
private struct StopDrawing {
    let page: StopPage
    let canvas: Canvas

    var icon: HTML {
        switch page.kind {
        case .emergency: canvas.icon("alert")
        case .sameDay: canvas.icon("hospital")
        case .crisis, .unsafe, .poison: canvas.icon("lifebuoy")
        }
    }

    var lead: HTML {
        switch page.kind {
        case .crisis: canvas.words.html("special.crisis.body")
        case .unsafe: canvas.words.html("special.unsafe.body")
        case .poison: canvas.words.html("special.overdose.body")
        case .emergency, .sameDay: net.map { canvas.words.html($0.detail) } ?? .empty
        }
    }

    private var net: SafetyNet? { page.kind.level.flatMap(canvas.edition.safetyNet) }

    /// What to say on the telephone or at the desk: the answers themselves.
    var say: HTML {
        let quotes = AnswerQuotes(canvas).items(page.rules.flatMap(\.answers) + page.answers)
        guard !page.kind.isQuiet, !quotes.isEmpty else { return .empty }
        return canvas["stop.say"].fill(["items": quotes.joined()])
    }

    var todo: HTML {
        guard let net else { return .empty }
        let title = canvas.words.html(page.kind == .emergency ? "stop.wait-title" : "stop.go-title")
        let worse = canvas["stop.worse"].fill(["text": canvas.words.html(net.ifWorse)])
        return canvas["stop.todo"].fill(["title": title, "items": canvas.items(net.meanwhile), "worse": worse])
    }

    var why: HTML {
        let rules = page.rules.compactMap { canvas.edition.rule($0.rule) }
        let floors = canvas.edition.pack.floors.filter { page.floors.contains($0.id) }
        var texts = rules.map {
            LocalizedText(en: "\($0.trigger.en) \($0.why.en)", es: "\($0.trigger.es) \($0.why.es)")
        }
        texts += floors.map(\.trigger)
        guard !texts.isEmpty else { return .empty }
        return canvas["stop.why"].fill(["items": canvas.items(texts)])
    }
}

/// Telephone buttons, the most important first.
struct Calls {
    private let canvas: Canvas

    init(_ canvas: Canvas) { self.canvas = canvas }

    func list(_ kind: StopPage.Kind, also: [StopPage.Kind]) -> HTML {
        var wanted = calls(kind)
        for call in also.flatMap(calls) where !wanted.contains(where: { $0.contact == call.contact }) {
            wanted.append(call)
        }
        // A country may lack a line.
        let there = wanted.filter { canvas.words.phones.number($0.contact) != nil }
        return there.enumerated().map { button($1.contact, $1.note, isFirst: $0 == 0) }.joined()
    }

    private func calls(_ kind: StopPage.Kind) -> [(contact: String, note: String)] {
        switch kind {
        case .emergency: [("emergency", "stop.call-emergency")]
        case .sameDay: [("emergency", "stop.call-if-worse")]
        case .crisis: [("crisis", "stop.call-crisis"), ("emergency", "stop.call-danger")]
        case .unsafe: [("domestic", "stop.call-domestic"), ("emergency", "stop.call-danger")]
        case .poison: [("poison", "stop.call-poison"), ("emergency", "stop.call-poison-emergency")]
        }
    }

    private func button(_ contact: String, _ note: String, isFirst: Bool) -> HTML {
        let number = canvas.words.phones.number(contact) ?? ""
        return canvas[isFirst ? "stop.first-call" : "stop.call"].fill([
            "href": HTML(Phones.href(number)), "number": canvas["stop.number"].fill(["number": HTML(number)]),
            "note": canvas.words.html(note),
        ])
    }
}

extension TooYoungPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        Sheet(title: canvas.words.plain("young.page-title"), main: canvas["stop.young"].fill())
    }
}
