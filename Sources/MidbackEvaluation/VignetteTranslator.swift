public import MidbackCore

/// Translates a vignette into the answers its patient would give in the survey.
/// - Source: `survey.md` section 8; the notes A1 to A20 are in `VignetteTranslator+Notes`.
public struct VignetteTranslator: Sendable {
    private let adapter: VignetteAdapter
    let items: [String: Item]
    private let machine: SurveyMachine
    private let steps: [SurveyStep]

    /// For the pack of an engine.
    public init(_ engine: Engine) {
        adapter = engine.pack.vignetteAdapter
        steps = engine.pack.questionnaire.steps
        machine = SurveyMachine(engine)
        items = Dictionary(
            engine.pack.questionnaire.items.map { ($0.linkId, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The answers, and items to which a second, contradicting answer was given.
    public struct Translation: Sendable {
        /// Answers of the first telling.
        public var response: QuestionnaireResponse
        /// Answers with the second answers in place, if there are any.
        public var second: QuestionnaireResponse?
        /// Items with two answers.
        public var contradicted: [String]
        /// Items whose number is impossible.
        public var impossible: [String]
        /// Facts the adapter does not know: a fault of the vignette.
        public var unknownFacts: [String]
    }

    /// Translates one vignette.
    public func translate(_ vignette: Vignette) -> Translation {
        var draft = AnswerDraft(items: items)
        draft.set(number: vignette.age, "age-years")
        draft.add("sex-at-birth=\(vignette.sex)")
        var unknownFacts: [String] = []
        for (key, fact) in vignette.facts where !key.hasSuffix("-second-answer") {
            for token in Self.tokens(fact) where !apply(key, token, fact, vignette, &draft) {
                unknownFacts.append("\(key):\(token)")
            }
        }
        finishNotes(vignette, &draft)
        for entry in vignette.unknown { markUnknown(entry, &draft) }
        var translation = Translation(
            response: complete(draft, vignette), second: nil, contradicted: [], impossible: draft.impossible,
            unknownFacts: unknownFacts)
        addSecondAnswers(vignette, draft, &translation)
        return translation
    }

    static func tokens(_ fact: Vignette.Fact) -> [String] {
        switch fact {
        case .flag(let value): [value ? "true" : "false"]
        case .number: ["number"]
        case .tokens(let tokens): tokens
        }
    }

    /// Applies the steps of one token; false when the adapter knows neither the token nor that it is narrative.
    private func apply(
        _ key: String, _ token: String, _ fact: Vignette.Fact, _ vignette: Vignette, _ draft: inout AnswerDraft
    ) -> Bool {
        guard let steps = adapter.facts[key]?[token] else {
            return adapter.narrativeOnly[key]?.contains(token) ?? false
                || adapter.narrativeOnly[key]?.contains("number") ?? false
        }
        for step in steps {
            if step.contains("=") {
                draft.add(step, number: Self.number(fact))
            } else {
                note(step, token: token, vignette, &draft)
            }
        }
        return true
    }

    private static func number(_ fact: Vignette.Fact) -> Double? {
        if case .number(let value) = fact { value } else { nil }
    }

    /// "I do not know": the list's not-sure row with the row in question still possible, or the choice's own code.
    private func markUnknown(_ entry: String, _ draft: inout AnswerDraft) {
        let parts = entry.split(separator: ":", maxSplits: 1).map(String.init)
        let table = adapter.facts[parts[0]] ?? [:]
        let steps =
            parts.count == 2
            ? table[parts[1]] ?? [] : table["true"] ?? table.sorted { $0.key < $1.key }.flatMap(\.value)
        for step in steps where step.contains("=") {
            let pair = step.split(separator: "=", maxSplits: 1).map(String.init)
            draft.markUnknown(pair[0], row: pair[1])
        }
    }

    /// Answers step by step: what was said, then what silence means, so that opened details are answered too.
    private func complete(_ draft: AnswerDraft, _ vignette: Vignette) -> QuestionnaireResponse {
        var response = QuestionnaireResponse()
        for step in steps {
            // A page can open details twice in a row: a list, its "which one?" list, and a detail of that.
            for _ in 0..<4 {
                for item in machine.visibleItems(of: step.number, response)
                where response.answers[item.linkId] == nil {
                    response.answers[item.linkId] = draft.answer(item) ?? silence(item, vignette, draft)
                }
            }
        }
        return response
    }

    /// What is answered when the vignette says nothing. Optional items stay empty.
    private func silence(_ item: Item, _ vignette: Vignette, _ draft: AnswerDraft) -> Answer? {
        guard item.requirement == .yes else { return nil }
        if let list = item.unsureOf {
            let rows = draft.stillPossible(list)
            return .codes(rows.isEmpty ? ["none"] : rows)
        }
        switch item.linkId {
        case "onset-speed": return .codes([vignette.notMentioned == "unknown" ? "unsure" : "gradual"])
        case "pain-trend": return .codes([vignette.notMentioned == "unknown" ? "not-sure" : "same"])
        case "pain-severity-now": return .number(4)
        case "pregnancy-status": return .codes(["no"])
        default: break
        }
        guard item.kind.allowsSeveral else { return item.option("not-sure").map { .codes([$0.code]) } }
        return listSilence(item, vignette)
    }

    private func listSilence(_ item: Item, _ vignette: Vignette) -> Answer? {
        switch vignette.notMentioned {
        case "unknown": return item.option("not-sure").map { .codes([$0.code]) } ?? none(item)
        case "assume-yes":
            let rows = item.options.filter { !$0.isExclusive && $0.code != "not-sure" && $0.code != "rather-not-say" }
            return .codes(rows.map(\.code))
        default: return none(item)
        }
    }

    private func none(_ item: Item) -> Answer? { item.option("none").map { .codes([$0.code]) } }

    /// The second telling, for `…-second-answer` facts (note A19).
    private func addSecondAnswers(_ vignette: Vignette, _ draft: AnswerDraft, _ translation: inout Translation) {
        var second = vignette
        second.facts.removeAll { $0.key.hasSuffix("-second-answer") }
        for (key, fact) in vignette.facts where key.hasSuffix("-second-answer") {
            let first = String(key.dropLast("-second-answer".count))
            second.facts.removeAll { $0.key == first }
            second.facts.append((first, fact))
            translation.contradicted.append(Self.item(of: first))
        }
        guard !translation.contradicted.isEmpty else { return }
        translation.second = translate(second).response
    }

    private static func item(of key: String) -> String {
        switch key {
        case "onset": "onset-speed"
        case "duration-days": "pain-duration"
        case "neuro-symptoms": "gate-nerves"
        default: "worse-other"
        }
    }
}
