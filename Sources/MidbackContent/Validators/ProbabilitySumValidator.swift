import MidbackCore

/// Values of a single-choice finding whose probabilities sum to more than 1, or not to 1 although all are listed:
/// in the baseline (also from age 65) and in each serious class.
struct ProbabilitySumValidator: Validator {
    static let id = "probability-sum"
    /// Tables are rounded to two or three decimals.
    private static let tolerance = 0.011

    func check(_ draft: DraftPack) -> [Diagnostic] {
        SingleRows.all(in: draft).compactMap { rows in
            let sum = rows.probabilities.reduce(0, +)
            let isWrong = sum > 1 + Self.tolerance || (rows.isComplete && sum < 1 - Self.tolerance)
            guard isWrong else { return nil }
            let text = "the values of '\(rows.finding)' \(rows.table) sum to \(sum.inThreeDecimals)"
            return fault(text, at: draft.sources[rows.place] ?? .pack)
        }
    }
}

/// The rows of one single-choice finding in a table of probabilities.
private struct SingleRows {
    var finding: String
    /// Which table, in words.
    var table: String
    /// Its first row.
    var place: EntityID
    var probabilities: [Double]
    /// Whether every value of the finding has a row.
    var isComplete: Bool

    private struct Row {
        var finding: FindingDefinition
        var place: EntityID
        var p: Double
        var older: Double?
    }

    static func all(in draft: DraftPack) -> [SingleRows] {
        let model = draft.pack.seriousModel
        let baseline = model.baseline.map { (EntityID(.baseline, $0.atom), $0.atom, $0.p, $0.older) }
        return group(baseline, "in the baseline", draft)
            + model.classes.flatMap { entry in
                let table = entry.likelihoods.map {
                    (EntityID(.likelihood, entry.id, $0.atom), $0.atom, $0.p, Double?.none)
                }
                return group(table, "in '\(entry.id)'", draft)
            }
    }

    private static func group(
        _ table: [(place: EntityID, atom: String, p: Double, older: Double?)], _ name: String, _ draft: DraftPack
    ) -> [SingleRows] {
        let rows = table.compactMap { row in
            single(row.atom, draft).map { Row(finding: $0, place: row.place, p: row.p, older: row.older) }
        }
        return Dictionary(grouping: rows, by: \.finding.id).values.flatMap { sets($0, name) }
    }

    /// The rows as they are, and as they are from age 65 if they differ then.
    private static func sets(_ rows: [Row], _ name: String) -> [SingleRows] {
        guard let first = rows.first else { return [] }
        let isComplete = rows.count == first.finding.allValues.count
        let all = SingleRows(
            finding: first.finding.id, table: name, place: first.place, probabilities: rows.map(\.p),
            isComplete: isComplete)
        guard rows.contains(where: { $0.older != nil }) else { return [all] }
        var older = all
        older.table = "\(name) from age 65"
        older.probabilities = rows.map { $0.older ?? $0.p }
        return [all, older]
    }

    private static func single(_ source: String, _ draft: DraftPack) -> FindingDefinition? {
        guard case .atom(let atom)? = try? ExpressionParser.parse(source), case .equals = atom.test,
            let finding = draft.findings[atom.id], finding.kind == .single
        else { return nil }
        return finding
    }
}

extension Double {
    /// Rounded for a message.
    var inThreeDecimals: Double { (self * 1000).rounded() / 1000 }
}
