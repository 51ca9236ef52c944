import MidbackCore

/// A choice feature whose values do not sum to 1, for causes in general or in one cause; a cause lists all or none.
struct FeatureSumValidator: Validator {
    static let id = "feature-sum"
    /// Tables are rounded to two decimals.
    private static let tolerance = 0.011

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let features = draft.pack.benignModel.features.filter { !$0.isBool }
        return features.compactMap { general($0, draft) }
            + draft.pack.benignModel.classes.flatMap { cause in features.compactMap { inCause($0, cause, draft) } }
    }

    private func general(_ feature: BenignModel.Feature, _ draft: DraftPack) -> Diagnostic? {
        let sum = feature.values.map(\.otherwise).reduce(0, +)
        guard abs(sum - 1) > Self.tolerance else { return nil }
        return fault(
            "the values of '\(feature.id)' sum to \(sum.inThreeDecimals), not 1",
            at: draft.sources.location(of: .feature, feature.id))
    }

    private func inCause(
        _ feature: BenignModel.Feature, _ cause: BenignModel.Class, _ draft: DraftPack
    ) -> Diagnostic? {
        guard let listed = cause.likelihoods[feature.id] else { return nil }
        let place = draft.sources.location(of: .likelihood, cause.id, feature.id, in: .benignClass)
        let missing = Set(feature.values.map(\.id)).subtracting(listed.keys)
        if let value = missing.min() { return fault("'\(feature.id)' lacks the value '\(value)'", at: place) }
        let sum = listed.values.sorted().reduce(0, +)
        guard abs(sum - 1) > Self.tolerance else { return nil }
        return fault("the values of '\(feature.id)' sum to \(sum.inThreeDecimals), not 1", at: place)
    }
}
