/// Explains a result from the person's own answers. Computed on demand.
public struct Explainer: Sendable {
    private let engine: Engine
    /// Parsed `when` of every value of every finding, in layout order; the `otherwise` value has none.
    private let derivations: [[Expression]]

    /// An explainer for one engine.
    public init(_ engine: Engine) {
        self.engine = engine
        derivations = engine.pack.findings.map { finding in
            finding.values.compactMap { try? AnswerLayout.spread(ExpressionParser.parse($0.when)) }
        }
    }

    /// One response, prepared for questions.
    struct Prepared {
        var dense: DenseAnswers
        var answers: LaneTable
        var findings: LaneTable
    }

    func prepare(_ response: QuestionnaireResponse) -> Prepared {
        let dense = engine.visibility.dense(response)
        let answers = engine.lanes.table(dense)
        return Prepared(dense: dense, answers: answers, findings: engine.findings.derive(answers))
    }

    /// The answers behind each rule that fired, rules in the order of the triage.
    public func rules(_ response: QuestionnaireResponse, _ triage: Triage) -> [RuleExplanation] {
        let prepared = prepare(response)
        return triage.fired.compactMap { hit in
            engine.rules.rules.first { $0.definition.id == hit.id }.map { rule in
                RuleExplanation(rule: hit.id, answers: answers(behind: rule.expression, prepared))
            }
        }
    }

    /// Answers that make the positive atoms of an expression over findings true, without repeats.
    func answers(behind expression: Expression, _ prepared: Prepared) -> [AnswerReference] {
        var result: [AnswerReference] = []
        expression.forEachAtom { atom, isNegated in
            guard !isNegated, let resolved = try? engine.findings.resolve(atom), !resolved.isNegated,
                Program.rule(of: resolved.read, prepared.findings) == .yes
            else { return }
            for reference in references(for: atom, prepared) where !result.contains(reference) {
                result.append(reference)
            }
        }
        return result
    }

    private func references(for atom: Expression.Atom, _ prepared: Prepared) -> [AnswerReference] {
        guard let index = engine.findings.indexById[atom.id] else { return [] }
        let layout = engine.findings.layouts[index]
        switch layout.kind {
        case .number: return number(engine.pack.findings[index], prepared)
        case .bool: return chosen(index, 0, prepared)
        case .multi:
            guard case .contains(let value) = atom.test, let offset = layout.values.firstIndex(of: value) else {
                return []
            }
            return chosen(index, offset, prepared)
        case .single:
            let possible = prepared.findings.rulePossible[layout.base]
            return possible == 0 ? [] : chosen(index, possible.trailingZeroBitCount, prepared)
        }
    }

    private func number(_ finding: FindingDefinition, _ prepared: Prepared) -> [AnswerReference] {
        for item in [finding.item, finding.fallbackItem].compactMap({ $0 }) {
            guard let index = engine.layout.indexByLinkId[item] else { continue }
            let number = prepared.answers.numbers[index]
            if number != LaneTable.noNumber {
                return [.init(linkId: item, code: nil, number: Int(number), isChosen: true)]
            }
        }
        return []
    }

    /// Ticked options that make one value of a finding true.
    func chosen(_ finding: Int, _ offset: Int, _ prepared: Prepared) -> [AnswerReference] {
        guard finding < derivations.count, offset < derivations[finding].count else { return [] }
        var result: [AnswerReference] = []
        derivations[finding][offset].forEachAtom { atom, isNegated in
            guard !isNegated, let reference = self.reference(atom, prepared), !result.contains(reference) else {
                return
            }
            result.append(reference)
        }
        return result
    }

    private func reference(_ atom: Expression.Atom, _ prepared: Prepared) -> AnswerReference? {
        guard let index = engine.layout.indexByLinkId[atom.id] else { return nil }
        switch atom.test {
        case .equals(let code):
            guard let slot = engine.layout.slotByCode[index][code],
                Lane(bits: prepared.answers.slots[slot]).rule == .yes
            else { return nil }
            return .init(linkId: atom.id, code: code, isChosen: true)
        case .compares(let comparison, let constant):
            let number = prepared.answers.numbers[index]
            guard number != LaneTable.noNumber, comparison.holds(Int(number), constant) else { return nil }
            return .init(linkId: atom.id, code: nil, number: Int(number), isChosen: true)
        default: return nil
        }
    }

    /// The first option that would have made a value true, for "you did not say …"; `nil` when it was not asked.
    func notChosen(_ finding: Int, _ offset: Int, _ prepared: Prepared) -> AnswerReference? {
        guard finding < derivations.count, offset < derivations[finding].count else { return nil }
        var result: AnswerReference?
        derivations[finding][offset].forEachAtom { atom, isNegated in
            guard result == nil, !isNegated, case .equals(let code) = atom.test,
                let index = engine.layout.indexByLinkId[atom.id], prepared.dense.isAnswered[index]
            else { return }
            result = .init(linkId: atom.id, code: code, isChosen: false)
        }
        return result
    }

    /// Items behind a finding that are not answered.
    func unanswered(_ finding: Int, _ prepared: Prepared) -> [String] {
        let definition = engine.pack.findings[finding]
        var ids = [definition.item].compactMap { $0 }
        for expression in derivations[finding] { expression.forEachAtom { atom, _ in ids.append(atom.id) } }
        return ids.filter { id in
            guard let index = engine.layout.indexByLinkId[id] else { return false }
            return prepared.dense.isShown[index] && !prepared.dense.isAnswered[index]
        }
    }

    var core: Engine { engine }
}
