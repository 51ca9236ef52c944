import Foundation

extension Canvas {
    /// A moment in the clinic's time zone, in words of the page's language.
    func time(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: edition.clinic.timeZone) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let months = words.plain("date.months").split(separator: " ")
        let month = (parts.month ?? 1) - 1
        return words.plain(
            "date.format",
            [
                "month": months.indices.contains(month) ? String(months[month]) : "", "day": String(parts.day ?? 0),
                "year": String(parts.year ?? 0), "clock": clock(parts.hour ?? 0, parts.minute ?? 0),
            ])
    }

    private func clock(_ hour: Int, _ minute: Int) -> String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
