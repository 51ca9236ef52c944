/// Home page of the clinic, the survey as its heart. It never offers to resume (`design.md` 11.4).
public struct HomePage: Page {
    /// Makes the home page.
    public init() {}
}
