import MidbackPlan

extension Canvas {
    /// A day in words, without the year: "Monday, January 4".
    func date(_ day: CivilDate) -> String { date(day, "plan.date") }

    /// A day in words, with the year.
    func fullDate(_ day: CivilDate) -> String { date(day, "plan.date-year") }

    /// A day in words at the start of a line: languages differ in capital letters inside a sentence.
    func dateLine(_ day: CivilDate) -> String { Self.capitalized(date(day)) }

    /// The name of a weekday at the start of a line.
    func weekdayLine(_ day: CivilDate) -> String { Self.capitalized(weekday(day)) }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func weekday(_ day: CivilDate) -> String { name("plan.weekdays", day.weekday - 1) }

    private func date(_ day: CivilDate, _ id: String) -> String {
        let (year, month, number) = day.components
        return words.plain(
            id,
            [
                "weekday": weekday(day), "month": name("date.months", month - 1), "day": String(number),
                "year": String(year),
            ])
    }

    private func name(_ id: String, _ place: Int) -> String {
        let names = words.plain(id).split(separator: " ")
        return names.indices.contains(place) ? String(names[place]) : ""
    }
}
