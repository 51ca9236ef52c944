public import MidbackCore
public import MidbackPlan

/// "What if": change minutes, days, equipment, floor or one answer, and see urgency and plan side by side. Nothing is
/// stored. The form posts to `Routes.whatIf` with `_action` = `choose` (show the answers of the chosen question) or
/// `compare`.
public struct WhatIfPage: Page {
    /// What is wished.
    public struct Wish: Hashable, Sendable {
        /// Minutes of one session.
        public var minutes: Int
        /// Days a week.
        public var days: Int
        /// What is at hand.
        public var equipment: [Equipment]
        /// Whether getting down to the floor is fine.
        public var floor: Bool
        /// A question whose answer is changed, by linkId.
        public var item: String?
        /// The other answer: the code of an option, or a number in digits. A row of a list is added, or taken away when
        /// it is ticked now.
        public var answer: String?

        /// Makes a wish.
        public init(
            minutes: Int, days: Int, equipment: [Equipment], floor: Bool, item: String? = nil, answer: String? = nil
        ) {
            self.minutes = minutes
            self.days = days
            self.equipment = equipment
            self.floor = floor
            self.item = item
            self.answer = answer
        }
    }

    /// Urgency and plan of one set of answers.
    public struct Side: Hashable, Sendable {
        /// Urgency.
        public var level: Disposition
        /// The plan that would be made.
        public var plan: CarePlan

        /// Makes a side.
        public init(level: Disposition, plan: CarePlan) {
            self.level = level
            self.plan = plan
        }
    }

    /// Both sides.
    public struct Comparison: Hashable, Sendable {
        /// With the answers as they are.
        public var now: Side
        /// With the wish.
        public var then: Side

        /// Makes a comparison.
        public init(now: Side, then: Side) {
            self.now = now
            self.then = then
        }
    }

    /// A field that cannot be read.
    public enum Problem: String, CaseIterable, Sendable {
        /// Not one of the offered minutes.
        case minutes
        /// Not 2 to 7.
        case days
        /// No such question, or it cannot be changed here.
        case item
        /// No such answer of the question.
        case answer
    }

    /// What the form shows: what was typed, else what the answers say.
    public var wish: Wish
    /// The answers, to show which one is given now.
    public var response: QuestionnaireResponse
    /// linkIds of the questions that are shown for these answers, in any order; private ones are left out by the page.
    public var visible: Set<String>
    /// The comparison, once asked for.
    public var comparison: Comparison?
    /// Faulty fields.
    public var problems: [Problem]

    /// Makes the page.
    public init(
        wish: Wish, response: QuestionnaireResponse, visible: Set<String>, comparison: Comparison? = nil,
        problems: [Problem] = []
    ) {
        self.wish = wish
        self.response = response
        self.visible = visible
        self.comparison = comparison
        self.problems = problems
    }

    /// Whether an answer of this question may be tried: no private ones, no free text, and not the four that have fields
    /// of their own.
    public static func offers(_ item: Item) -> Bool {
        let own: Set<String> = ["minutes", "days-per-week", "equipment", "floor-ok"]
        return !item.isSensitive && item.kind != .text && item.unsureOf == nil && !own.contains(item.linkId)
    }
}
