import MidbackCore

/// Steps that are not numbered 0 to 8 in the order of their files.
struct StepNumberValidator: Validator {
    static let id = "step-number"
    static let needsEveryFile = true

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let steps = draft.pack.questionnaire.steps
        let misplaced = steps.enumerated().filter { $0.offset != $0.element.number }.map { offset, step in
            fault(
                "step '\(step.id)' has number \(step.number), its place is \(offset)",
                at: draft.sources.location(of: .step, step.id, "number", in: .step))
        }
        guard steps.count == 9 else {
            return misplaced + [fault("a gate and eight steps are needed, found \(steps.count)", at: .pack)]
        }
        return misplaced
    }
}
