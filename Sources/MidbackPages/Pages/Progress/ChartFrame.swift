/// Where things stand in a chart: weeks to the right, values up. Coordinates are whole numbers, so that the drawing is the
/// same on every machine.
struct ChartFrame {
    let weeks: Int
    let lowest: Double
    let highest: Double

    static let left = 34
    static let right = 384
    static let top = 14
    static let bottom = 196

    func x(_ week: Double) -> Int {
        Self.left + Int((week / Double(max(1, weeks)) * Double(Self.right - Self.left)).rounded())
    }

    func y(_ value: Double) -> Int {
        let share = (min(max(value, lowest), highest) - lowest) / max(1, highest - lowest)
        return Self.bottom - Int((share * Double(Self.bottom - Self.top)).rounded())
    }

    /// Weeks that are written under the chart: at most seven.
    var marks: [Int] { Array(stride(from: 0, through: weeks, by: max(1, (weeks + 5) / 6))) }

    /// Lines and numbers of the values.
    func levels(_ values: [Int]) -> String {
        values.map { value in
            let y = y(Double(value))
            return "<path class=\"grid\" d=\"M\(Self.left) \(y)H\(Self.right)\"/>"
                + "<text class=\"axis end\" x=\"\(Self.left - 8)\" y=\"\(y + 5)\">\(value)</text>"
        }.joined()
    }

    /// A number under the chart.
    func mark(_ number: Int, at week: Double) -> String {
        "<text class=\"axis middle\" x=\"\(x(week))\" y=\"\(Self.bottom + 20)\">\(number)</text>"
    }

    /// The name under the axis of weeks.
    func caption(_ text: HTML) -> String {
        "<text class=\"axis middle\" x=\"\((Self.left + Self.right) / 2)\" y=\"\(Self.bottom + 39)\">\(text.markup)</text>"
    }
}
