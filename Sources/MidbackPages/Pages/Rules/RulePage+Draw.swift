import MidbackCore

extension RulePage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        guard let rule = canvas.edition.rule(rule) else { return ErrorPage(kind: .notFound).draw(on: canvas) }
        let back = hasResult ? canvas["rules.back"].fill() : .empty
        let main = canvas.draw("rules", key: rule.id) { facts(rule, canvas) }.fill(["back": back])
        return Sheet(title: canvas.words.plain("rule.page-title"), main: main)
    }

    private func facts(_ rule: RedFlag, _ canvas: Canvas) -> Facts {
        let words = canvas.words
        let suspects = suspects(rule, canvas)
        let percent = rule.falsePositivePercent
        return [
            "id": rule.id, "trigger": words.html(rule.trigger).markup, "why": words.html(rule.why).markup,
            "icon": canvas.icon(for: rule.level).markup,
            "level": words.plain("disposition.\(rule.level.id).label"), "within": words.html(rule.within).markup,
            "hasSuspects": !suspects.isEmpty, "suspects": suspects,
            "strength": canvas.strength(rule.strength).markup,
            "strengthText": words.plain("strength.\(rule.strength.rawValue)"), "hasPercent": percent != nil,
            "percentText": words.plain("rule.percent", ["percent": percent.map(Self.short) ?? ""]),
            "sources": canvas.sources(rule.sources), "hasNumbers": !rule.numbers.isEmpty, "numbers": rule.numbers,
            "logic": rule.logic,
        ]
    }

    /// Frightening names only where the rule asks to come soon.
    private func suspects(_ rule: RedFlag, _ canvas: Canvas) -> [Facts] {
        rule.suspects.compactMap(canvas.edition.cause)
            .filter { rule.level <= .urgent24To72h || !$0.isFrightening }
            .map { cause in
                .row([
                    "href": Routes.cause(cause.id, canvas.language), "name": canvas.words.plain(cause.name),
                ])
            }
    }

    /// At most one digit after the point.
    private static func short(_ percent: Double) -> String {
        let tenths = Int((percent * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
