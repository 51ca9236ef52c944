public import MidbackCore

/// Where a person stands in the survey, from the answers alone.
extension Intake {
    /// Last step whose questions are required; steps 7 and 8 may be skipped.
    public static let lastRequiredStep = 6
    /// Last step of the survey.
    public static let lastStep = 8

    /// The page a person should see next.
    public enum Place: Hashable, Sendable {
        /// A step of the survey.
        case step(Int)
        /// Check your answers.
        case review
    }

    /// The first step that still misses a required answer; `nil` when the required part is complete.
    public func firstIncompleteStep(_ response: QuestionnaireResponse) -> Int? {
        guard let missing = machine.missing(response).first else { return nil }
        return machine.step(of: missing)
    }

    /// Where to go on after an interruption.
    public func place(_ visit: Visit) -> Place {
        if let step = firstIncompleteStep(visit.response) { return .step(step) }
        let optional = (Self.lastRequiredStep + 1...Self.lastStep)
        let isPastRequired =
            visit.isFinished
            || visit.response.answers.keys.contains { linkId in
                machine.step(of: linkId).map(optional.contains) ?? false
            }
        return isPastRequired ? .review : .step(Self.lastRequiredStep + 1)
    }

    /// linkIds shown for these answers, of one step or of all.
    public func visible(_ response: QuestionnaireResponse, step: Int? = nil) -> Set<String> {
        let steps = step.map { [$0] } ?? Array(0...Self.lastStep)
        return Set(steps.flatMap { machine.visibleItems(of: $0, response).map(\.linkId) })
    }

    /// Danger questions of a step that are shown and not answered: urgency is not judged before they are.
    public func openGateItems(_ response: QuestionnaireResponse, step: Int) -> [String] {
        let missing = Set(machine.missing(step: step, response))
        return machine.step(step)?.items.filter { $0.isGate && missing.contains($0.linkId) }.map(\.linkId) ?? []
    }
}
