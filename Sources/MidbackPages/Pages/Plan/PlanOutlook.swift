import MidbackCore
import MidbackPlan

/// What to know, what to expect, how to get through the day, when to ask for help.
struct PlanOutlook {
    let plan: CarePlan
    let today: CivilDate
    let canvas: Canvas
    private var words: Words { canvas.words }
    private var pack: PlanPack { canvas.edition.plan }

    /// Today's message.
    var message: HTML {
        let day = plan.startedOn.days(to: today)
        guard let id = EducationCalendar.message(plan.education, day: day),
            let message = pack.education.first(where: { $0.id == id })
        else { return .empty }
        return canvas["plan.message"].fill([
            "title": words.html(message.title), "text": words.html(message.text),
            "sources": canvas.citations(message.sources),
        ])
    }

    var forecast: HTML {
        guard let forecast = plan.forecast else { return .empty }
        let rules = pack.forecast
        let course = rules.courses.first { $0.stage == forecast.stage }
        let change = rules.changeText[canvas.language]
        let range = Brackets("{", "}").replace(change) { name in
            ["least": String(forecast.least), "most": String(forecast.most)][name]
        }
        var lines = [HTML(range)]
        if let course { lines.append(words.html(course.text)) }
        if forecast.isAfterCrash { lines.append(words.html(rules.crash)) }
        // The study of recovery looked at new pain only.
        let isNew = forecast.stage == .acute
        if isNew { lines.append(words.html(rules.recovery)) }
        let sources =
            (course?.sources ?? []) + (isNew ? rules.recoverySources : []) + rules.changeSources
            + (forecast.isAfterCrash ? rules.crashSources : [])
        return canvas["plan.forecast"].fill([
            "lines": canvas.list(lines), "sources": canvas.citations(sources),
        ])
    }

    var advice: HTML {
        let topics = plan.advice.compactMap { id in pack.advice.first { $0.id == id } }
        guard !topics.isEmpty else { return .empty }
        return canvas["plan.advice"].fill(["items": topics.map(topic).joined()])
    }

    private func topic(_ topic: AdviceTopic) -> HTML {
        canvas["plan.topic"].fill([
            "title": words.html(topic.title), "points": canvas.items(topic.points),
            "strength": canvas.proof(topic.strength), "sources": sources(topic.sources),
        ])
    }

    /// Publications of a topic that is folded itself: a plain list.
    private func sources(_ ids: [String]) -> HTML {
        let all = ids.compactMap { id in
            pack.sources.first { $0.id == id } ?? canvas.edition.pack.sources.first { $0.id == id }
        }
        return all.isEmpty
            ? .empty
            : HTML(markup: "<ul class=\"small\">") + all.map(canvas.citation).joined()
                + HTML(markup: "</ul>")
    }

    /// When to ask for help: what the plan itself asks for, then the signs that stop it.
    var help: HTML {
        let offers = plan.escalations.compactMap { escalation in
            pack.escalation.triggers.first { $0.id == escalation.id }.map { words.html($0.text) }
        }
        return canvas["plan.help"].fill([
            "offers": offers.isEmpty ? .empty : canvas["plan.offers"].fill(["items": canvas.list(offers)]),
            "signs": canvas.stopSigns(plan),
        ])
    }
}

extension Canvas {
    /// When to stop, when to call, and the safety net of the level with its own list: its sentences count the signs.
    func stopSigns(_ plan: CarePlan) -> HTML {
        let net = edition.safetyNet(plan.level).map { net in
            self["plan-parts.net"].fill(["watch": items(net.watchFor), "worse": words.html(net.ifWorse)])
        }
        return self["plan-parts.signs"].fill([
            "stop": items(library.safety.stopIf), "call": items(edition.plan.progression.stopAndCall),
            "net": net ?? .empty,
        ])
    }
}
