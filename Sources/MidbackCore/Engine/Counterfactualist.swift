/// Computes "why not less?" and "what would make it more urgent?" by asking the engine about changed answers.
public struct Counterfactualist: Sendable {
    private let engine: Engine
    private let explainer: Explainer
    /// Facts a person cannot change are never offered as a change.
    private static let fixed: Set<String> = ["age-years", "sex-at-birth", "pregnancy-status"]
    private static let mostLowering = 3
    private static let mostRaising = 8

    /// For one engine.
    public init(_ engine: Engine) {
        self.engine = engine
        explainer = Explainer(engine)
    }

    /// All three answers for one response with this triage.
    public func explain(_ response: QuestionnaireResponse, _ triage: Triage) -> Counterfactuals {
        let dense = engine.visibility.dense(response)
        let forcing = triage.level == .selfCare ? [] : forcing(dense, triage, response)
        return Counterfactuals(
            forcing: forcing, lowering: lowering(dense, triage.level, forcing, response, triage),
            raising: raising(dense, triage.level))
    }

    private func level(_ answers: DenseAnswers) -> Disposition { engine.level(answers) }

    /// Every given answer as a reference.
    private func given(_ answers: DenseAnswers) -> [AnswerReference] {
        var result: [AnswerReference] = []
        for (index, item) in engine.layout.items.enumerated() where answers.isAnswered[index] {
            if answers.raw.numbers[index] != LaneTable.noNumber {
                result.append(
                    .init(linkId: item.linkId, code: nil, number: Int(answers.raw.numbers[index]), isChosen: true))
            }
            for (offset, option) in item.options.enumerated()
            where answers.raw.slots[engine.layout.firstSlot[index] + offset] == Lane.yes.bits {
                result.append(.init(linkId: item.linkId, code: option.code, isChosen: true))
            }
        }
        return result
    }

    /// Drops answers one by one as long as the level stays: what is left forces it, and nothing of it can be spared.
    /// Answers that do not stand behind a fired rule are dropped first.
    private func forcing(
        _ dense: DenseAnswers, _ triage: Triage, _ response: QuestionnaireResponse
    ) -> [AnswerReference] {
        let deciding = triage.fired.filter { $0.level == triage.level }
        let behind = explainer.rules(response, triage).first { $0.rule == deciding.first?.id }?.answers ?? []
        let all = given(dense)
        var answers = dense
        var kept: [AnswerReference] = []
        for reference in all.filter({ !behind.contains($0) }) + all.filter(behind.contains) {
            var fewer = answers
            untick(reference, in: &fewer)
            if level(fewer) <= triage.level { answers = fewer } else { kept.append(reference) }
        }
        return kept
    }

    private func untick(_ reference: AnswerReference, in answers: inout DenseAnswers) {
        guard let index = engine.layout.indexByLinkId[reference.linkId] else { return }
        if let code = reference.code, let slot = engine.layout.slotByCode[index][code] {
            answers.raw.slots[slot] = Lane.no.bits
            let first = engine.layout.firstSlot[index]
            let rest = first..<first + engine.layout.items[index].options.count
            answers.isAnswered[index] = rest.contains { answers.raw.slots[$0] == Lane.yes.bits }
        } else {
            engine.visibility.clear(index, in: &answers)
        }
        engine.visibility.refresh(&answers)
    }

    /// Single answers, then pairs, whose absence lowers the urgency; else the whole forcing sets, one after another.
    private func lowering(
        _ dense: DenseAnswers, _ level: Disposition, _ forcing: [AnswerReference], _ response: QuestionnaireResponse,
        _ triage: Triage
    ) -> [Counterfactuals.Change] {
        guard level != .selfCare else { return [] }
        var candidates = forcing
        for rule in explainer.rules(response, triage).prefix(4) {
            for answer in rule.answers where !candidates.contains(answer) { candidates.append(answer) }
        }
        candidates = Array(candidates.filter { !Self.fixed.contains($0.linkId) }.prefix(12))
        let singles = candidates.compactMap { change([$0], dense, below: level) }
        if !singles.isEmpty { return Array(singles.sorted { $0.level > $1.level }.prefix(Self.mostLowering)) }
        var pairs: [Counterfactuals.Change] = []
        for (position, first) in candidates.enumerated() {
            for second in candidates[(position + 1)...] {
                if let change = change([first, second], dense, below: level) { pairs.append(change) }
                if pairs.count == Self.mostLowering { return pairs }
            }
        }
        return pairs.isEmpty ? change(candidates, dense, below: level).map { [$0] } ?? [] : pairs
    }

    private func change(
        _ references: [AnswerReference], _ dense: DenseAnswers, below level: Disposition
    ) -> Counterfactuals.Change? {
        guard !references.isEmpty else { return nil }
        var answers = dense
        for reference in references { untick(reference, in: &answers) }
        let reached = self.level(answers)
        guard reached > level else { return nil }
        return .init(
            answers: references.map { .init(linkId: $0.linkId, code: $0.code, number: $0.number, isChosen: false) },
            level: reached)
    }

    /// Each danger row that is not ticked, ticked with its most worrying detail: the level that would follow.
    private func raising(_ dense: DenseAnswers, _ level: Disposition) -> [Counterfactuals.Change] {
        guard level != .emergencyNow else { return [] }
        var changes: [Counterfactuals.Change] = []
        for (index, item) in engine.layout.items.enumerated()
        where item.kind.allowsSeveral && dense.isShown[index] && item.unsureOf == nil
            && engine.rules.dangerItems.contains(item.linkId) && !item.isSensitive
        {
            for option in item.options where !option.isExclusive && option.code != "not-sure" {
                if let change = ticking(option.code, index, dense, level) { changes.append(change) }
            }
        }
        let sorted = changes.enumerated().sorted { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }
        return Array(sorted.map(\.element).prefix(Self.mostRaising))
    }

    private func ticking(
        _ code: String, _ index: Int, _ dense: DenseAnswers, _ level: Disposition
    ) -> Counterfactuals.Change? {
        guard let slot = engine.layout.slotByCode[index][code], dense.raw.slots[slot] != Lane.yes.bits else {
            return nil
        }
        var answers = dense
        for option in engine.layout.items[index].options where option.isExclusive {
            if let other = engine.layout.slotByCode[index][option.code] { answers.raw.slots[other] = Lane.no.bits }
        }
        answers.raw.slots[slot] = Lane.yes.bits
        answers.isAnswered[index] = true
        fillDetails(opening: dense, in: &answers)
        let reached = self.level(answers)
        guard reached < level else { return nil }
        return .init(
            answers: [.init(linkId: engine.layout.items[index].linkId, code: code, isChosen: true)], level: reached)
    }

    /// New details get their first option: the content lists the most worrying one first.
    private func fillDetails(opening before: DenseAnswers, in answers: inout DenseAnswers) {
        engine.visibility.refresh(&answers)
        for (index, item) in engine.layout.items.enumerated()
        where answers.isShown[index] && !before.isShown[index] && item.requirement == .yes && !item.options.isEmpty
            && !item.kind.allowsSeveral
        {
            answers.raw.slots[engine.layout.firstSlot[index]] = Lane.yes.bits
            answers.isAnswered[index] = true
        }
    }
}
