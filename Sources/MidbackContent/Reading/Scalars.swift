import Yams

/// The plain meaning of scalar nodes. Text is taken as written: `yes`, `no` and `1-2` are codes here, never booleans.
extension Node {
    /// The text as written, or `nil` for lists, maps and an unquoted empty value or `null`.
    var writtenText: String? {
        guard case .scalar(let scalar) = self else { return nil }
        if scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return nil }
        return scalar.string
    }

    /// An unquoted whole number.
    var writtenInteger: Int? { plainText.flatMap { Int($0) } }

    /// An unquoted finite number.
    var writtenNumber: Double? { plainText.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }

    /// An unquoted `true` or `false`.
    var writtenFlag: Bool? { plainText.flatMap { Bool($0) } }

    private var plainText: String? {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return nil }
        return scalar.string
    }
}
