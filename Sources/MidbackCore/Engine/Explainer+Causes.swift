extension Explainer {
    /// Why a cause stands where it does. Nil for causes without a model.
    public func cause(_ id: String, _ response: QuestionnaireResponse) -> CauseExplanation? {
        let prepared = prepare(response)
        if let index = core.serious.classIds.firstIndex(of: id) { return serious(index, prepared) }
        if let index = core.benign.classIds.firstIndex(of: id) { return benign(index, prepared) }
        return nil
    }

    /// Three groups for, two against, each by the answer that weighs most in it.
    private func serious(_ index: Int, _ prepared: Prepared) -> CauseExplanation {
        let details = core.serious.details(of: index, prepared.findings)
        let groups = Dictionary(grouping: details, by: \.entry.group)
        let sums = groups.map { group, members in
            (group: group, sum: core.serious.groupSum(members.map(\.evidence), group: group))
        }.sorted { (-abs($0.sum), $0.group) < (-abs($1.sum), $1.group) }
        var explanation = CauseExplanation(
            cause: core.serious.classIds[index], supporting: [], opposing: [], notTold: [])
        for (group, _) in sums.filter({ $0.sum > 0.1 }).prefix(3) {
            append(strongest(groups[group] ?? [], isSupporting: true, prepared), to: &explanation.supporting)
        }
        for (group, _) in sums.filter({ $0.sum < -0.1 }).prefix(2) {
            append(strongest(groups[group] ?? [], isSupporting: false, prepared), to: &explanation.opposing)
        }
        explanation.notTold = notTold(details.filter { $0.evidence == 0 }.map(\.entry.finding), prepared)
        return explanation
    }

    private func append(_ references: [AnswerReference], to list: inout [AnswerReference]) {
        for reference in references where !list.contains(reference) { list.append(reference) }
    }

    private func strongest(
        _ members: [(entry: SeriousInference.Entry, evidence: Double)], isSupporting: Bool, _ prepared: Prepared
    ) -> [AnswerReference] {
        let sorted = members.filter { isSupporting ? $0.evidence > 0 : $0.evidence < 0 }
            .sorted { abs($0.evidence) > abs($1.evidence) }
        for member in sorted {
            let references = references(for: member.entry, prepared)
            if !references.isEmpty { return Array(references.prefix(2)) }
        }
        return []
    }

    private func references(for entry: SeriousInference.Entry, _ prepared: Prepared) -> [AnswerReference] {
        let layout = core.findings.layouts[entry.finding]
        switch entry.reading {
        case .truth(let read):
            let offset = entry.value.flatMap { layout.values.firstIndex(of: $0) } ?? 0
            if layout.kind == .number {
                return answers(behind: .atom(.init(id: layout.id, test: .compares(.atLeast, 0))), prepared)
            }
            if Program.evidence(of: read, prepared.findings) == .yes { return chosen(entry.finding, offset, prepared) }
            return notChosen(entry.finding, offset, prepared).map { [$0] } ?? []
        case .single(let base):
            let value = prepared.findings.evidencePossible[base].trailingZeroBitCount
            let references = chosen(entry.finding, value, prepared)
            return references.isEmpty ? notChosen(entry.finding, 0, prepared).map { [$0] } ?? [] : references
        }
    }

    /// The three features that speak most for a benign cause, and the two that fit least.
    private func benign(_ index: Int, _ prepared: Prepared) -> CauseExplanation {
        let features = core.benign.features(prepared.findings)
        let contributions = core.benign.contributions(of: index, features).sorted { $0.weight > $1.weight }
        var explanation = CauseExplanation(
            cause: core.benign.classIds[index], supporting: [], opposing: [], notTold: [])
        for contribution in contributions where explanation.supporting.count < 3 && contribution.weight > 0.05 {
            append(references(contribution.feature, contribution.value, prepared), to: &explanation.supporting)
        }
        for contribution in contributions.reversed() where explanation.opposing.count < 2 && contribution.weight < -0.05
        {
            append(references(contribution.feature, contribution.value, prepared), to: &explanation.opposing)
        }
        let skipped = features.values.indices.filter { features.values[$0] == BenignInference.Features.skipped }
        explanation.notTold = notTold(skipped.flatMap { findings(readBy: $0) }, prepared)
        return explanation
    }

    private func references(_ feature: Int, _ value: Int, _ prepared: Prepared) -> [AnswerReference] {
        let definition = core.benign.model.features[feature]
        let isNo = value == BenignInference.Features.noValue
        guard let expression = try? ExpressionParser.parse(definition.values[isNo ? 0 : value].when) else { return [] }
        if !isNo { return Array(answers(behind: expression, prepared).prefix(2)) }
        var result: [AnswerReference] = []
        expression.forEachAtom { atom, isNegated in
            guard result.isEmpty, !isNegated, let index = core.findings.indexById[atom.id] else { return }
            let offset = offset(of: atom, core.findings.layouts[index])
            if let reference = notChosen(index, offset, prepared) { result.append(reference) }
        }
        return result
    }

    private func offset(of atom: Expression.Atom, _ layout: FindingTable.Layout) -> Int {
        switch atom.test {
        case .contains(let value), .equals(let value): layout.values.firstIndex(of: value) ?? 0
        default: 0
        }
    }

    private func findings(readBy feature: Int) -> [Int] {
        var result: [Int] = []
        for value in core.benign.model.features[feature].values {
            (try? ExpressionParser.parse(value.when))?.forEachAtom { atom, _ in
                if let index = core.findings.indexById[atom.id], !result.contains(index) { result.append(index) }
            }
        }
        return result
    }

    /// Items that were shown, not answered, and would have said something; at most four.
    private func notTold(_ findings: [Int], _ prepared: Prepared) -> [String] {
        var result: [String] = []
        for finding in findings {
            for item in unanswered(finding, prepared) where !result.contains(item) { result.append(item) }
        }
        return Array(result.prefix(4))
    }
}
