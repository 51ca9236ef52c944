/// A clinic's colour and the shades derived from it. Shades are moved towards black or white until text on them, and they
/// as text, reach 4.5:1 (WCAG 1.4.3) in light and in dark pages.
public struct Accent: Hashable, Sendable {
    /// The colour as configured, `#rrggbb`.
    public let hex: String
    let color: RGB

    /// The calm green-blue of the demo clinic.
    public static let standard = Accent(color: RGB(red: 11, green: 97, blue: 99))

    /// A colour written `#rrggbb`, or `nil` for anything else.
    public init?(hex: String) {
        let digits = hex.utf8.dropFirst()
        guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            let value = Int(String(Substring(digits)), radix: 16), hex.utf8.allSatisfy({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") })
        else { return nil }
        self.init(color: RGB(red: value >> 16 & 255, green: value >> 8 & 255, blue: value & 255))
    }

    init(color: RGB) {
        self.color = color
        hex = color.hex
    }
}

/// A colour of the sRGB space, components 0 to 255.
struct RGB: Hashable, Sendable {
    var red: Int
    var green: Int
    var blue: Int

    static let white = RGB(red: 255, green: 255, blue: 255)
    static let black = RGB(red: 0, green: 0, blue: 0)

    var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
