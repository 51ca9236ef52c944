/// A share with its 95 % Wilson interval.
/// - Source: `standards.md` section 5.6.
public struct Share: Hashable, Codable, Sendable {
    /// How many.
    public var count: Int
    /// Out of how many.
    public var of: Int

    /// Makes a share; `of` may be 0.
    public init(count: Int, of: Int) {
        self.count = count
        self.of = of
    }

    /// The share, 0 to 1; `nil` out of nothing.
    public var value: Double? { of > 0 ? Double(count) / Double(of) : nil }

    /// Ends of the 95 % Wilson interval, 0 to 1; the whole range out of nothing.
    public var interval: (low: Double, high: Double) {
        guard of > 0 else { return (0, 1) }
        let z = 1.959963984540054
        let n = Double(of)
        let p = Double(count) / n
        let middle = p + z * z / (2 * n)
        let spread = z * ((p * (1 - p) + z * z / (4 * n)) / n).squareRoot()
        let scale = 1 + z * z / n
        return (max(0, (middle - spread) / scale), min(1, (middle + spread) / scale))
    }
}
