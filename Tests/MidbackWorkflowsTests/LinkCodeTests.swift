import Foundation
import Testing

@testable import MidbackWorkflows

@Suite struct LinkCodeTests {
    private let code = LinkCode(TestEnvironment().environment)

    @Test func has130RandomBitsAndACheck() {
        #expect(code.text.count == 28)
        #expect(code.groups.count == 7)
        #expect(code.groups.allSatisfy { $0.count == 4 })
    }

    @Test func isReadBack_howeverItIsWritten() {
        let ways = [
            code.text, code.text.uppercased(), code.groups.joined(separator: " "), code.groups.joined(separator: "-"),
            "  \(code.text)\n", "https://back.example.org/r/\(code.text)", "/r/\(code.text)",
            code.text.replacing("0", with: "O").replacing("1", with: "l"),
        ]
        for way in ways { #expect(LinkCode(typed: way) == code, "\(way)") }
    }

    @Test func slipOfThePen_isNoticed() {
        var slips = 0
        for position in code.text.indices {
            var text = code.text
            text.replaceSubrange(position...position, with: text[position] == "7" ? "8" : "7")
            if LinkCode(typed: text) == nil { slips += 1 }
        }
        // Ten bits of check: about one slip in a thousand passes.
        #expect(slips >= 27)
    }

    @Test(arguments: ["", " ", "abc", "u", String(repeating: "z", count: 5_000), "https://example.org/", "💥"])
    func nonsense_isNoCode(_ text: String) { #expect(LinkCode(typed: text) == nil) }

    @Test func everyCodeDiffers() {
        let environment = TestEnvironment().environment
        #expect(Set((0..<500).map { _ in LinkCode(environment).text }).count == 500)
    }
}

@Suite struct SessionTokenTests {
    private let token = SessionToken(TestEnvironment().environment)

    @Test func isReadBack() { #expect(SessionToken(token.text) == token) }

    @Test(arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
    func nonsense_isNoToken(_ text: String) { #expect(SessionToken(text) == nil) }

    @Test func formToken_belongsToOneSession() {
        let other = SessionToken(TestEnvironment().environment.another)
        #expect(token.accepts(formToken: token.formToken))
        #expect(!token.accepts(formToken: other.formToken))
        #expect(!token.accepts(formToken: ""))
        #expect(!token.accepts(formToken: String(token.formToken.dropLast())))
        #expect(!token.formToken.contains(token.text))
    }
}

extension Environment {
    /// The same, one draw further.
    fileprivate var another: Environment {
        _ = randomBytes(1)
        return self
    }
}
