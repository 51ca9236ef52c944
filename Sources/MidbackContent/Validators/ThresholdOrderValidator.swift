import MidbackCore

/// `number>=8` given as more probable than `number>=7` in the same table.
struct ThresholdOrderValidator: Validator {
    static let id = "threshold-order"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let model = draft.pack.seriousModel
        let baseline = faults(model.baseline.map { ($0.atom, $0.p) }) { draft.sources[EntityID(.baseline, $0)] }
        return baseline
            + model.classes.flatMap { entry in
                faults(entry.likelihoods.map { ($0.atom, $0.p) }) { draft.sources[EntityID(.likelihood, entry.id, $0)] }
            }
    }

    private func faults(
        _ table: [(atom: String, p: Double)], _ place: (String) -> SourceLocation?
    ) -> [Diagnostic] {
        let rows = table.compactMap(Row.init).sorted { ($0.id, $0.limit) < ($1.id, $1.limit) }
        return zip(rows, rows.dropFirst()).filter { $0.id == $1.id && $0.p < $1.p }.map { lower, upper in
            fault("'\(upper.atom)' is given as more probable than '\(lower.atom)'", at: place(upper.atom) ?? .pack)
        }
    }
}

private struct Row {
    var atom: String
    var id: String
    var limit: Int
    var p: Double

    init?(_ row: (atom: String, p: Double)) {
        guard case .atom(let parsed)? = try? ExpressionParser.parse(row.atom),
            case .compares(.atLeast, let limit) = parsed.test
        else { return nil }
        (atom, id, self.limit, p) = (row.atom, parsed.id, limit, row.p)
    }
}
