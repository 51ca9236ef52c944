import Testing

@testable import MidbackWeb

@Suite struct FormDecoderTests {
    private let decoder = FormDecoder(mostFields: 10)

    private func decode(_ text: String) -> DecodedForm { decoder.decode(Array(text.utf8)) }

    @Test func fields_areDecoded() {
        let form = decode("a=1&b=two+words&a=%C3%B1and%C3%BA&c=&d&e=x%3Dy&=z")
        #expect(
            form.values == ["a": ["1", "ñandú"], "b": ["two words"], "c": [""], "d": [""], "e": ["x=y"], "": ["z"]])
        #expect(form.faults.isEmpty)
    }

    @Test func single_refusesRepeats() {
        let form = decode("a=1&a=2&b=3")
        #expect(form.single("a") == nil)
        #expect(form.single("b") == "3")
        #expect(form.single("c") == nil)
    }

    @Test func answers_leaveOutThePagesOwnFields() {
        #expect(decode("_token=x&age-years=4").answers == ["age-years": ["4"]])
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%4g", "%=1"])
    func brokenEscape_isNoted_andTheRestKept(_ text: String) {
        let form = decode("\(text)&b=2")
        #expect(form.faults == [.brokenEscape])
        #expect(form.values == ["b": ["2"]])
    }

    @Test(arguments: ["a=%FF", "a=%C3", "a=%ED%A0%80", "%80=1", "a=%F8%88%80%80%80", "a=%C0%AF"])
    func brokenUTF8_isNoted_andTheRestKept(_ text: String) {
        let form = decode("b=2&\(text)")
        #expect(form.faults == [.notUTF8])
        #expect(form.values == ["b": ["2"]])
    }

    @Test func rawBytesThatAreNotUTF8_areNoted() {
        #expect(decoder.decode([0x61, 0x3D, 0xFF, 0xFE]).faults == [.notUTF8])
    }

    @Test func tooManyFields_areCutOff() {
        let form = decode((0..<20).map { "f\($0)=1" }.joined(separator: "&"))
        #expect(form.faults == [.tooManyFields])
        #expect(form.values.count == 10)
    }

    @Test func longName_isNoted() {
        #expect(decode(String(repeating: "n", count: 65) + "=1").faults == [.nameTooLong])
    }

    @Test func nothing_isAnEmptyForm() {
        #expect(decode("") == DecodedForm())
        #expect(decode("&&&") == DecodedForm())
    }

    /// Whatever comes in: no trap, and what was decoded is valid text of bounded size.
    @Test func randomBytes_neverTrap() {
        var random = SplitMix(state: 7)
        for _ in 0..<3_000 {
            let alphabet = Array("a=&%+0Ff_".utf8)
            let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : alphabet.randomElement(using: &random) ?? 0
            }
            let form = decoder.decode(bytes)
            #expect(form.values.values.reduce(0) { $0 + $1.count } <= 10)
            #expect(
                form.values.allSatisfy { name, values in
                    name.utf8.count <= 64 && values.allSatisfy { $0.utf8.count <= 200 }
                })
        }
    }

    /// Encoding and decoding gives the same back.
    @Test func randomTexts_comeBack() {
        var random = SplitMix(state: 11)
        for _ in 0..<500 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<20).compactMap { _ in UnicodeScalar(UInt32.random(in: 0..<0x11000, using: &random)) }))
            #expect(decode("a=\(Browser.escape(text))").values["a"] == [text])
        }
    }
}

/// The same numbers in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
