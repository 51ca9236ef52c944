import MidbackCore

/// One question of a follow-up form, drawn.
struct FormCard {
    /// Name of its field.
    let name: String
    let question: HTML
    /// Numbers that are taken, for the sentence about a fault.
    let range: ClosedRange<Int>
    let markup: HTML
}

/// One row of a list of answers.
struct FormRow {
    let value: String
    let label: HTML
    /// Cannot stand beside other ticks.
    var isAlone = false
}
