import MidbackPages
import Testing

@testable import struct MidbackPages.Brackets
@testable import struct MidbackPages.HTML
@testable import struct MidbackPages.RGB
@testable import struct MidbackPages.Stencil

struct RenderingTests {
    @Test(arguments: ["#000000", "#ffffff", "#ffe600", "#0b6163", "#ff0000", "#7a7a7a", "#c0ffee", "#1a1aff"])
    func everyAccent_isReadable(hex: String) throws {
        let accent = try #require(Accent(hex: hex))
        #expect(accent.hex == hex)
        #expect(accent.light.contrast(with: .white) >= 5.5)
        #expect(accent.dark.contrast(with: RGB(red: 13, green: 22, blue: 24)) >= 7)
    }

    @Test(arguments: ["", "red", "#12345", "#1234567", "#12345g", "+12345", "#-12345"])
    func badAccent_isRefused(hex: String) { #expect(Accent(hex: hex) == nil) }

    @Test
    func contrast_ofBlackAndWhite_is21() { #expect(abs(RGB.black.contrast(with: .white) - 21) < 0.001) }

    @Test
    func text_isEscaped() { #expect(HTML("<a href='x'>&\"").markup == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;") }

    @Test
    func stencil_isCutAtItsMarksAndFilled() {
        let stencil = Stencil("a\(Stencil.mark("x"))b\(Stencil.mark("y"))")
        #expect(stencil.holes == ["x", "y"])
        #expect(stencil.fill(["x": HTML("<"), "y": HTML(2)]).markup == "a&lt;b2")
    }

    @Test
    func brackets_areFoundAndReplaced() {
        let brackets = Brackets("{{", "}}")
        #expect(brackets.contents("a{{b}}c{{d}}{{") == ["b", "d"])
        #expect(brackets.replace("a{{b}}c{{d}}") { $0 == "b" ? "ñ" : nil } == "añc{{d}}")
    }
}
