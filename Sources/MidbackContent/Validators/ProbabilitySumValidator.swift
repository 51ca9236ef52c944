import MidbackCore

/// Values of a single-choice finding whose probabilities sum to more than 1, or not to 1 although all are listed:
/// in the baseline (also from age 65) and in each serious class.
struct ProbabilitySumValidator: Validator {
    static let id = "probability-sum"
    /// Tables are rounded to two or three decimals.
    private static let tolerance = 0.011

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let baseline = draft.pack.seriousModel.baseline
        return sums(baseline.map { ($0.atom, $0.p) }, "in the baseline", draft) {
            draft.sources[EntityID(.baseline, $0)]
        }
            + sums(baseline.map { ($0.atom, $0.older ?? $0.p) }, "in the baseline from age 65", draft) {
                draft.sources[EntityID(.baseline, $0)]
            }
            + draft.pack.seriousModel.classes.flatMap { model in
                sums(model.likelihoods.map { ($0.atom, $0.p) }, "in '\(model.id)'", draft) {
                    draft.sources[EntityID(.likelihood, model.id, $0)]
                }
            }
    }

    /// Faults of one table; `place` gives the line of an atom.
    private func sums(
        _ table: [(atom: String, p: Double)], _ whose: String, _ draft: DraftPack,
        _ place: (String) -> SourceLocation?
    ) -> [Diagnostic] {
        SingleRows.group(table, draft.findings).compactMap { rows in
            let sum = rows.probabilities.reduce(0, +)
            let isWrong = sum > 1 + Self.tolerance || (rows.isComplete && sum < 1 - Self.tolerance)
            guard isWrong else { return nil }
            let text = "the values of '\(rows.finding)' \(whose) sum to \(sum.inThreeDecimals)"
            return fault(text, at: place(rows.firstAtom) ?? .pack)
        }
    }
}

/// The rows of one single-choice finding in a table of probabilities.
private struct SingleRows {
    var finding: String
    var firstAtom: String
    var probabilities: [Double]
    var isComplete: Bool

    static func group(
        _ table: [(atom: String, p: Double)], _ findings: [String: FindingDefinition]
    ) -> [SingleRows] {
        let rows = table.compactMap { row -> (finding: FindingDefinition, row: (atom: String, p: Double))? in
            guard case .atom(let atom)? = try? ExpressionParser.parse(row.atom), case .equals = atom.test,
                let finding = findings[atom.id], finding.kind == .single
            else { return nil }
            return (finding, row)
        }
        return Dictionary(grouping: rows, by: \.finding.id).values.compactMap { rows in
            rows.first.map {
                SingleRows(
                    finding: $0.finding.id, firstAtom: $0.row.atom, probabilities: rows.map(\.row.p),
                    isComplete: rows.count == $0.finding.allValues.count)
            }
        }
    }
}

extension Double {
    /// Rounded for a message.
    var inThreeDecimals: Double { (self * 1000).rounded() / 1000 }
}
