import MidbackCore

extension ResultPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let level = assessment.triage.level
        let net = canvas.edition.safetyNet(level)
        let step = NextStep(page: self, canvas: canvas)
        let reasons = ResultReasons(page: self, canvas: canvas)
        let causes = ResultCauses(page: self, canvas: canvas)
        let doubts = ResultDoubts(page: self, canvas: canvas)
        let main = canvas["result"].fill([
            "crisis": step.crisis, "level": HTML(level.rawValue), "icon": canvas.icon(for: level),
            "action": net.map { canvas.words.html($0.action) } ?? canvas.name(of: level),
            "detail": net.map { canvas.words.html($0.detail) } ?? .empty,
            "within": step.within, "call": step.call, "ladder": canvas.edition.ladder(level), "notes": step.notes,
            "plan": step.plan,
            "reasons": reasons.all, "checks": causes.checks, "meanwhile": canvas.items(net?.meanwhile ?? []),
            "watch": canvas.items(net?.watchFor ?? []), "ifWorse": net.map { canvas.words.html($0.ifWorse) } ?? .empty,
            "expect": net.map { canvas.words.html($0.expect) } ?? .empty, "causes": causes.likely,
            "unknown": doubts.unknown, "change": doubts.change, "script": step.readout,
            "time": HTML(canvas.time(decidedAt)), "version": HTML(packVersion),
        ])
        return Sheet(title: canvas.words.plain("result.page-title"), main: main, kind: "result")
    }
}

/// The first card of the result, and what belongs to acting on it.
private struct NextStep {
    let page: ResultPage
    let canvas: Canvas
    private var triage: Triage { page.assessment.triage }

    /// Fired rules that set the level.
    private var leading: [RedFlag] {
        triage.fired.filter { $0.level == triage.level }.compactMap { canvas.edition.rule($0.id) }
    }

    /// The time of the most urgent rule; without a rule the time of the level.
    var within: HTML {
        let text =
            leading.first.map { canvas.words.html($0.within) }
            ?? canvas.words.html("disposition.\(triage.level.id).time")
        return canvas["result.within"].fill(["within": text])
    }

    var call: HTML {
        switch triage.level {
        case .emergencyNow: emergencyCall
        case .sameDayED, .selfCare: .empty
        case .urgent24To72h, .routine2Weeks: clinicCall
        }
    }

    private var emergencyCall: HTML {
        let number = canvas.words.phones.number("emergency") ?? ""
        return canvas["result.call"].fill([
            "href": HTML(Phones.href(number)), "text": HTML(canvas.words.plain("stop.call", ["number": number])),
        ])
    }

    private var clinicCall: HTML {
        let number = canvas.edition.clinic.telephone
        return canvas["result.call"].fill([
            "href": HTML(Phones.href(number)),
            "text": canvas.words.html("result.call-clinic-now") + HTML(markup: " ")
                + canvas["stop.number"].fill(["number": HTML(number)]),
        ])
    }

    /// The way to the plan, where the level allows one; at level 3 it holds comfort measures only. Nothing
    /// distracts from the contacts of a crisis page.
    var plan: HTML {
        let isOpen = page.stopKinds.isEmpty && !page.isNotMidback && canvas.edition.clinic.profile != .education
        guard isOpen, triage.level >= .urgent24To72h else { return .empty }
        let kind = triage.level == .urgent24To72h ? "comfort" : "full"
        // Where staff release plans the card promises none.
        let way = canvas.edition.clinic.profile == .reviewed ? "reviewed" : kind
        return canvas["result.plan"].fill([
            "title": canvas.words.html("plan.card-\(kind)-title"), "text": canvas.words.html("plan.card-\(way)-text"),
            "label": canvas.words.html("plan.card-\(way)-go"),
        ])
    }

    /// Contacts of a crisis page come first and again, before any other result.
    var crisis: HTML {
        guard let kind = page.stopKinds.first(where: \.isQuiet) else { return .empty }
        return canvas["result.crisis"].fill([
            "title": canvas.words.html(kind.titleId), "calls": Calls(canvas).list(kind, also: page.stopKinds),
        ])
    }

    var notes: HTML { old + notMidback }

    private var old: HTML {
        guard page.isOld else { return .empty }
        return canvas["result.old"].fill(["href": HTML(Routes.step(0, canvas.language))])
    }

    private var notMidback: HTML {
        guard page.isNotMidback else { return .empty }
        return canvas["review.note"].fill(["text": canvas.words.html("special.not-midback.body")])
    }

    /// Lines to read out at the clinic; private answers are left out.
    var readout: HTML {
        let action = canvas.edition.safetyNet(triage.level).map { canvas.words.plain($0.action) } ?? ""
        var lines = [HTML(canvas.words.plain("result.readout", ["action": action]))]
        if let age = page.response.answers["age-years"]?.number {
            lines.append(HTML(canvas.words.plain("result.readout-age", ["age": String(age)])))
        }
        let quotes = AnswerQuotes(canvas)
        let open = page.rules.filter { !quotes.isPrivate($0.answers) }
        lines += open.prefix(4).compactMap { canvas.edition.rule($0.rule).map { canvas.words.html($0.trigger) } }
        let items = lines.map { canvas["result.quote"].fill(["text": $0]) }
        return canvas["result.script"].fill(["items": items.joined()])
    }
}
