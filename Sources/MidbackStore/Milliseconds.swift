public import Foundation

extension Date {
    /// Whole milliseconds since 1970, rounded; the form in which stores keep time.
    public var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    /// The time that many milliseconds after 1970.
    public init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: TimeInterval(milliseconds) / 1000)
    }

    /// This time as a store gives it back.
    public var wholeMilliseconds: Date { Date(milliseconds: milliseconds) }
}
