import Testing

@testable import MidbackWorkflows

@Suite struct QRCodeTests {
    /// "HELLO WORLD" as in the tutorial of thonky.com is alphanumeric; the block below is the correction of its data.
    @Test func reedSolomon_matchesAPublishedBlock() {
        let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
        #expect(ReedSolomon.remainder(of: data, count: 10) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
    }

    @Test(arguments: zip([0, 14, 15, 26, 42, 62, 84, 106], [21, 21, 25, 25, 29, 33, 37, 41]))
    func size_growsWithTheText(_ length: Int, _ size: Int) {
        #expect(QRCode(String(repeating: "a", count: length))?.size == size)
    }

    @Test func tooLong_isNoCode() { #expect(QRCode(String(repeating: "a", count: 107)) == nil) }

    @Test func corners_haveFinders() throws {
        let code = try #require(QRCode("https://back.example.org/r/0123456789abcdefghjkmnpqrstv"))
        for (row, column) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
            for step in 0..<7 {
                #expect(code.isDark(row: row, column: column + step))
                #expect(code.isDark(row: row + step, column: column))
            }
            #expect(!code.isDark(row: row + 1, column: column + 1))
            #expect(code.isDark(row: row + 3, column: column + 3))
        }
    }

    /// Reads a code back by the rules of the standard, written apart from the encoder.
    @Test(arguments: [
        "", "A", "https://127.0.0.1:8080/r/0123456789abcdefghjkmnpqrstv", "ñandú ¿qué?",
        String(repeating: "mid-back ", count: 6), String(repeating: "x", count: 84), String(repeating: "y", count: 106),
    ])
    func code_isReadBack(_ text: String) throws {
        let code = try #require(QRCode(text))
        #expect(QRReader(code).text == text)
    }

    @Test func svg_hasQuietZoneAndNoStyle() throws {
        let svg = try #require(QRCode("abc")).svg(label: "a \"b\" <c>")
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("aria-label=\"a &quot;b&quot; &lt;c>\""))
        #expect(!svg.contains("style"))
    }
}
