public import MidbackCore
public import MidbackPlan

/// Everything a person entered, to read: answers, plans by version, sessions, check-ins.
public struct ExportPage: Page {
    /// All answers.
    public var response: QuestionnaireResponse
    /// Plan and what happened since; `nil` without a plan.
    public var history: PlanHistory?

    /// Makes the page.
    public init(response: QuestionnaireResponse, history: PlanHistory?) {
        self.response = response
        self.history = history
    }
}
