public import MidbackPlan

/// "My plan": today's session first, then the week, each exercise with its reasons, remedies, advice, and what it was
/// made from. One page for every state a person can be in.
public struct PlanPage: Page {
    /// Where the person stands.
    public enum State: Hashable, Sendable {
        /// No result yet: the survey comes first.
        case noResult
        /// A stored plan must not be followed before open questions of the survey are answered; where they go on.
        case resting(goOn: String)
        /// The clinic shows no plans (profile `education`).
        case notOffered
        /// A plan is made but staff have to release it (profile `reviewed`).
        case waiting
        /// Nothing is stored: what the plan would be with the present answers. Scope `none` says why there is none,
        /// `unanswered` links to the questions, everything else offers to make it.
        case preview(CarePlan)
        /// The stored plan with what happened since.
        case current(PlanHistory)
    }

    /// Something that just happened, said once at the top.
    public enum Notice: String, CaseIterable, Sendable {
        /// The plan was made.
        case made
        /// The plan was made anew from changed answers.
        case refreshed
        /// The result of a session is stored.
        case sessionSaved = "session-saved"
        /// A check-in is stored.
        case checkInSaved = "check-in-saved"
        /// The danger screen found nothing.
        case signsClear = "signs-clear"
    }

    /// Where the person stands.
    public var state: State
    /// The person's day; decides which session is today's.
    public var today: CivilDate
    /// Something that just happened.
    public var notice: Notice?

    /// Makes the page.
    public init(state: State, today: CivilDate, notice: Notice? = nil) {
        self.state = state
        self.today = today
        self.notice = notice
    }
}
