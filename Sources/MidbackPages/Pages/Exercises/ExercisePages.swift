public import MidbackPlan

/// The library of exercises by family, the seven families that people meet first at the top.
public struct ExercisesPage: Page {
    /// Makes the page.
    public init() {}
}

/// One exercise: drawing, steps, doses, easier and harder ones, who should not, what is known.
public struct ExercisePage: Page {
    /// Id of the exercise; an unknown one draws the page "not found".
    public var exercise: String
    /// The person's plan, if there is one: says what it holds of this exercise, or why it is left out.
    public var plan: CarePlan?

    /// Makes the page.
    public init(exercise: String, plan: CarePlan? = nil) {
        self.exercise = exercise
        self.plan = plan
    }
}
