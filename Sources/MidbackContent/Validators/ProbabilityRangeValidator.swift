/// A probability below 0 or above 1.
struct ProbabilityRangeValidator: Validator {
    static let id = "probability-range"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.probabilities.filter { !(0...1).contains($0.value) }.map {
            fault("\($0.value) is no probability between 0 and 1", at: $0.location)
        }
    }
}
