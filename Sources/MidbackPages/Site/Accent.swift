/// A clinic's colour and the shades derived from it. Shades are moved towards black or white until text on them, and they
/// as text, reach the contrast of WCAG 1.4.3 in light and in dark pages.
public struct Accent: Hashable, Sendable {
    /// The colour as configured, `#rrggbb`.
    public let hex: String
    /// For light pages: at least 5.5:1 against white, so that it also reads on tinted paper.
    let light: RGB
    /// For dark pages: at least 7:1 against the darkest card.
    let dark: RGB

    /// The calm green-blue of the demo clinic.
    public static let standard = Accent(color: RGB(red: 11, green: 97, blue: 99))

    /// A colour written `#rrggbb`, or `nil` for anything else.
    public init?(hex: String) {
        guard hex.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil, let value = Int(hex.dropFirst(), radix: 16) else {
            return nil
        }
        self.init(color: RGB(red: value >> 16 & 255, green: value >> 8 & 255, blue: value & 255))
    }

    init(color: RGB) {
        hex = color.hex
        light = color.moved(towards: .black) { $0.contrast(with: .white) >= 5.5 }
        dark = color.moved(towards: .white) { $0.contrast(with: RGB(red: 28, green: 39, blue: 43)) >= 7 }
    }

    /// Custom properties the style sheet builds on.
    var styles: String {
        let tint = light.mixed(with: .white, share: 0.91)
        let darkTint = dark.mixed(with: RGB(red: 24, green: 34, blue: 38), share: 0.86)
        return """
            :root{--accent:\(light.hex);--accent-tint:\(tint.hex);--on-accent:#fff}
            @media (prefers-color-scheme:dark){:root{--accent:\(dark.hex);--accent-tint:\(darkTint.hex);--on-accent:#0d1618}}

            """
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

    /// Relative luminance, 0 to 1.
    /// - Source: WCAG 2.2, definition of relative luminance.
    var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    // The curve of sRGB without a power function, which would need another import: x^2.4 = x² · x^0.4, and the fifth root
    // by Newton's method.
    private static func linear(_ component: Int) -> Double {
        let value = Double(component) / 255
        guard value > 0.04045 else { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        var root = 1.0
        for _ in 0..<24 { root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root) }
        return base * base * root
    }

    /// Contrast ratio, 1 to 21.
    func contrast(with other: RGB) -> Double {
        let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)
    }

    /// Mixed with another colour; `share` is the part of the other one, 0 to 1.
    func mixed(with other: RGB, share: Double) -> RGB {
        func mix(_ own: Int, _ its: Int) -> Int { Int((Double(own) * (1 - share) + Double(its) * share).rounded()) }
        return RGB(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The first colour on the way to `end` that is good enough.
    func moved(towards end: RGB, until isGood: (RGB) -> Bool) -> RGB {
        for step in 0..<50 {
            let color = mixed(with: end, share: Double(step) / 50)
            if isGood(color) { return color }
        }
        return end
    }
}
