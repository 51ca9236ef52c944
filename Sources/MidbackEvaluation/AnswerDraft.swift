import MidbackCore

/// Answers while a vignette is being told: lists add up, choices keep the later or the more worrying code.
struct AnswerDraft {
    private let items: [String: Item]
    private var codes: [String: [String]] = [:]
    private var numbers: [String: Int] = [:]
    private var possible: [String: [String]] = [:]
    /// Items whose number lies outside their range; it is pulled to the nearest end.
    private(set) var impossible: [String] = []

    init(items: [String: Item]) { self.items = items }

    /// Details of which the more worrying answer stays, most worrying first.
    private static let worry: [String: [String]] = [
        "breathless-kind": ["at-rest-or-sudden", "new-on-effort", "same-as-always"],
        "sick-kind": ["vomiting", "nausea"],
        "leg-weak-which": ["both-legs", "one-leg"],
        "leg-numb-which": ["both-legs", "one-leg"],
        "fever-kind": ["high-or-shaking", "felt-hot"],
        "cough-kind": ["phlegm", "dry"],
        "rash-kind": ["blisters-one-side", "other"],
        "chest-pressure-when": ["rest-last-12h", "rest-12-72h", "rest-over-72h", "effort-only"],
        "aorta-kind": ["known-aneurysm", "gene-or-family"],
        "steroid-kind": ["current-3m-plus", "stopped-last-4w", "current-short", "past"],
        "self-harm-often": ["nearly-every-day", "more-than-half", "several-days", "not-at-all"],
    ]

    /// Applies `linkId=code`; `N` stands for the number of the fact.
    mutating func add(_ step: String, number: Double? = nil) {
        let pair = step.split(separator: "=", maxSplits: 1).map(String.init)
        guard pair.count == 2, let item = items[pair[0]] else { return }
        if pair[1] == "N" {
            guard let number else { return }
            item.kind == .integer ? set(number: Int(number.rounded()), pair[0]) : add(item, String(Int(number)))
        } else {
            add(item, pair[1])
        }
    }

    private mutating func add(_ item: Item, _ code: String) {
        guard item.option(code) != nil else { return }
        let id = item.linkId
        guard !item.kind.allowsSeveral else {
            if !codes[id, default: []].contains(code) { codes[id, default: []].append(code) }
            return
        }
        if let order = Self.worry[id], let old = codes[id]?.first, let before = order.firstIndex(of: old),
            let now = order.firstIndex(of: code), before < now
        {
            return
        }
        codes[id] = [code]
    }

    mutating func set(number: Int, _ linkId: String) {
        guard let item = items[linkId] else { return }
        let inRange = min(max(number, item.min ?? number), item.max ?? number)
        if inRange != number { impossible.append(linkId) }
        numbers[linkId] = inRange
    }

    mutating func replace(_ linkId: String, _ code: String) { codes[linkId] = [code] }

    mutating func remove(_ linkId: String, _ row: String) { codes[linkId]?.removeAll { $0 == row } }

    func has(_ linkId: String, _ row: String) -> Bool { codes[linkId]?.contains(row) ?? false }

    func hasAny(_ linkId: String) -> Bool { !(codes[linkId] ?? []).isEmpty }

    /// A list: its not-sure row, with `row` still possible. A choice: its own "not sure" code.
    mutating func markUnknown(_ linkId: String, row: String) {
        guard let item = items[linkId] else { return }
        if item.kind.allowsSeveral {
            guard item.option("not-sure") != nil, !has(linkId, row) else { return }
            codes[linkId] = (codes[linkId] ?? []).filter { $0 != "none" }
            if !has(linkId, "not-sure") { codes[linkId, default: []].append("not-sure") }
            possible[linkId, default: []].append(row)
        } else if let code = ["not-sure", "unsure"].first(where: { item.option($0) != nil }) {
            codes[linkId] = [code]
        }
    }

    /// Rows of a list that the person could not rule out.
    func stillPossible(_ list: String) -> [String] { possible[list] ?? [] }

    /// What was said of one item, in the questionnaire's order; an exclusive row beside others is dropped.
    func answer(_ item: Item) -> Answer? {
        if item.kind == .integer {
            return numbers[item.linkId].map { .number($0) }
        }
        let said = Set(codes[item.linkId] ?? [])
        var ordered = item.options.filter { said.contains($0.code) }
        if ordered.count > 1 { ordered.removeAll(where: \.isExclusive) }
        return ordered.isEmpty ? nil : .codes(ordered.map(\.code))
    }
}
