import MidbackCore

/// Prior shares that are negative, or serious classes that leave nothing for the musculoskeletal one.
struct PriorSumValidator: Validator {
    static let id = "prior-sum"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        negative(draft) + tooLarge(draft)
    }

    private func negative(_ draft: DraftPack) -> [Diagnostic] {
        let serious = draft.pack.seriousModel.classes.map { (EntityID(.seriousClass, $0.id), $0.priorPercent) }
        let benign = draft.pack.benignModel.classes.map { (EntityID(.benignClass, $0.id), $0.priorPercent) }
        return (serious + benign).filter { $0.1.contains { $0 < 0 } }.map { id, _ in
            fault("a prior of '\(id.id)' is negative", at: draft.sources[id] ?? .pack)
        }
    }

    private func tooLarge(_ draft: DraftPack) -> [Diagnostic] {
        let tables = draft.pack.seriousModel.classes.map(\.priorPercent).filter { $0.count == 5 }
        return (0..<5).compactMap { band in
            let sum = tables.map { $0[band] }.reduce(0, +)
            guard sum >= 100 else { return nil }
            let text = "the priors of the serious causes sum to \(sum.inThreeDecimals) % in age band \(band + 1)"
            return fault(text, at: SourceLocation(file: "causes/baseline.yaml", line: 1))
        }
    }
}
