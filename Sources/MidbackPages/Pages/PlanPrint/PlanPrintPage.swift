public import MidbackPlan

/// The plan on paper: drawings, doses, a diary of two weeks to tick, a QR code back to the plan, and when to get help.
/// Nothing private is on it.
public struct PlanPrintPage: Page {
    /// The plan.
    public var plan: CarePlan
    /// First day of the diary.
    public var from: CivilDate
    /// Address the code leads to, as printed under it.
    public var address: String
    /// The code as an SVG element; `nil` prints the address alone.
    public var qr: String?

    /// Makes the page.
    public init(plan: CarePlan, from: CivilDate, address: String, qr: String? = nil) {
        self.plan = plan
        self.from = from
        self.address = address
        self.qr = qr
    }
}
