import MidbackCore

/// Writes one step's cards through the templates, leaving holes where answers go.
struct SurveySheetWriter {
    let step: SurveyStep
    let lastStep: Int
    let templates: TemplateSet
    let facts: Facts
    let words: Words

    func stencil() throws(PagesError) -> Stencil {
        try templates.stencil(
            "survey",
            facts.adding([
                "title": words.plain(step.title), "hasIntro": step.intro != nil,
                "intro": step.intro.map { words.html($0).markup } ?? "",
                "action": Routes.step(step.number, words.language), "isLast": step.number == lastStep,
                // The required part ends two steps before the last.
                "canSkip": step.number == lastStep - 2, "isFirst": step.number == 0,
                "progress": try progress(), "items": try cards(),
            ]))
    }

    private func text(_ name: String, _ more: Facts) throws(PagesError) -> String {
        // Stencils are cut later, once for the whole page.
        try templates.stencil(name, facts.adding(more)).marked
    }

    private func progress() throws(PagesError) -> String {
        guard step.number > 0 else { return try text("survey.gate-progress", [:]) }
        let bars = (1...max(lastStep, 1)).map { number in
            Facts.row(["x": (number - 1) * 20, "state": number <= step.number ? "done" : "todo"])
        }
        return try text("survey.progress", ["number": step.number, "count": lastStep, "bars": bars])
    }

    /// Cards in order; cards of the same section lie in one closed box.
    private func cards() throws(PagesError) -> String {
        var result = ""
        var position = 0
        while position < step.items.count {
            let section = step.items[position].section
            let end = step.items[position...].firstIndex { $0.section != section } ?? step.items.count
            var cards = ""
            for index in position..<end { cards += try card(index) }
            result += try boxed(cards, section)
            position = end
        }
        return result
    }

    private func boxed(_ cards: String, _ section: String?) throws(PagesError) -> String {
        guard let section else { return cards }
        let title = words.plain("common.section-\(section)")
        return try text("survey.section", ["title": title, "open": Stencil.mark("open:\(section)"), "items": cards])
    }

    private func card(_ index: Int) throws(PagesError) -> String {
        let item = step.items[index]
        return try text(
            "survey.item",
            [
                "id": item.linkId, "isTitle": item.text == step.title, "text": words.html(item.text).markup,
                "isDetail": isDetail(item),
                "isChoice": item.kind == .choice || item.kind == .boolean3 || item.isScale,
                "isSeveral": item.kind.allowsSeveral && item.unsureOf == nil,
                "isOptional": item.requirement != .yes && item.section == nil && hasRequiredItems,
                "hasWhy": item.why != nil, "why": item.why.map { words.html($0).markup } ?? "",
                "isPrivate": isFirstPrivate(index), "box": Stencil.mark("box:\(item.linkId)"),
                "described": Stencil.mark("described:\(item.linkId)"),
                "problem": Stencil.mark("problem:\(item.linkId)"), "control": try control(item),
            ])
    }

    private var hasRequiredItems: Bool { step.items.contains { $0.requirement == .yes && $0.enableWhen == nil } }

    /// A detail opens under an item of the same page.
    private func isDetail(_ item: Item) -> Bool {
        guard let condition = item.enableWhen else { return false }
        return DisplayCondition(condition, onPage: Set(step.items.map(\.linkId))) != nil && item.isFollowUp
    }

    /// The note about privacy stands once above a run of private items.
    private func isFirstPrivate(_ index: Int) -> Bool {
        guard step.items[index].isSensitive, step.items[index].enableWhen == nil else { return false }
        let before = step.items[..<index].last
        return before?.isSensitive != true || before?.section != step.items[index].section
    }

    private func control(_ item: Item) throws(PagesError) -> String {
        switch item.kind {
        case .choice, .boolean3: return try rows(item, type: "radio")
        case .multiChoice: return try rows(item, type: "checkbox")
        case .bodyMap: return try map(item)
        case .integer: return item.isScale ? try scale(item) : try number(item)
        case .text: return try lines(item)
        }
    }

    private func rows(_ item: Item, type: String) throws(PagesError) -> String {
        let rows = item.options.enumerated().map { position, option in
            Facts.row([
                "style": Self.style(option), "inputId": Self.inputId(item, position), "type": type,
                "name": item.linkId, "code": option.code, "isExclusive": option.isExclusive && type == "checkbox",
                "checked": Stencil.mark("checked:\(item.linkId):\(option.code)"),
                "label": words.html(item.unsureOf == nil ? option.text : option.again ?? option.text).markup,
            ])
        }
        return try text("survey.rows", ["rows": rows])
    }

    private static func style(_ option: Option) -> String {
        switch option.code {
        case "none", "nothing": "row alone"
        case "not-sure", "unsure", "hard-to-say", "rather-not-say", "prefer-not-say": "row unsure"
        default: "row"
        }
    }

    /// The first input of an item has the id the error summary links to.
    private static func inputId(_ item: Item, _ position: Int) -> String {
        position == 0 ? "i-\(item.linkId)" : "i-\(item.linkId)-\(position)"
    }

    private func scale(_ item: Item) throws(PagesError) -> String {
        let range = (item.min ?? 0)...(item.max ?? 10)
        let low = item.lowLabel.map { words.plain($0) } ?? words.plain("survey.low")
        let high = item.highLabel.map { words.plain($0) } ?? words.plain("survey.high")
        let isShort = range.count < 11
        // Only the ends of a full scale carry their meaning in words.
        let ends: [Int: any Sendable] = isShort ? [:] : [range.lowerBound: low, range.upperBound: high]
        let numbers = range.enumerated().map { position, number in
            let values: [String: any Sendable] = [
                "number": number, "inputId": Self.inputId(item, position), "name": item.linkId,
                "checked": Stencil.mark("checked:\(item.linkId):\(number)"), "end": ends[number] ?? false,
            ]
            return Facts.row(values)
        }
        return try text("survey.scale", ["isShort": isShort, "low": low, "high": high, "numbers": numbers])
    }

    private func number(_ item: Item) throws(PagesError) -> String {
        try text(
            "survey.number",
            [
                "id": item.linkId, "label": words.plain(item.text), "value": Stencil.mark("value:\(item.linkId):0"),
                "described": Stencil.mark("described:\(item.linkId)"),
            ])
    }

    private func lines(_ item: Item) throws(PagesError) -> String {
        let lines = (0..<(item.maxCount ?? 1)).map { position in
            Facts.row([
                "inputId": Self.inputId(item, position), "name": item.linkId, "maxLength": item.maxLength ?? 80,
                "label": words.plain("survey.line", ["number": String(position + 1)]),
                "value": Stencil.mark("value:\(item.linkId):\(position)"),
            ])
        }
        return try text("survey.lines", ["lines": lines])
    }

    private func map(_ item: Item) throws(PagesError) -> String {
        let control = try rows(item, type: "checkbox")
        let drawing = "drawing.\(item.linkId)"
        guard templates.has(drawing) else { return control }
        let isBack = item.linkId == "pain-site"
        let (left, right) = (words.plain("survey.left"), words.plain("survey.right"))
        return try text(
            "survey.map",
            [
                "id": item.linkId, "caption": words.plain(isBack ? "survey.map-back" : "survey.map-front"),
                // Seen from the front, the person's left is on the viewer's right.
                "first": isBack ? left : right, "second": isBack ? right : left,
                "drawing": try text(drawing, [:]), "control": control,
            ])
    }
}

extension Item {
    /// A number with few enough values to be shown as one row of buttons.
    var isScale: Bool { kind == .integer && (max ?? .max) - (min ?? 0) <= 10 }

    /// A short question about a tick, not a list of its own.
    var isFollowUp: Bool { enableWhen != nil && (unsureOf != nil || options.count <= 6) }
}
