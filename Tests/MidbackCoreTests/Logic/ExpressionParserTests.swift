import Testing

@testable import MidbackCore

@Suite struct ExpressionParserTests {
    @Test func notBindsBeforeAndBeforeOr() throws {
        let parsed = try ExpressionParser.parse("a OR NOT b AND c")
        #expect(parsed == .or([Self.atom("a"), .and([.not(Self.atom("b")), Self.atom("c")])]))
    }

    @Test func everyTestIsRead() throws {
        let parsed = try ExpressionParser.parse("a=x AND b!=y AND c in {p, q} AND d:z AND e>=3 AND f")
        #expect(
            parsed
                == .and([
                    .atom(.init(id: "a", test: .equals("x"))), .atom(.init(id: "b", test: .differs("y"))),
                    .atom(.init(id: "c", test: .oneOf(["p", "q"]))), .atom(.init(id: "d", test: .contains("z"))),
                    .atom(.init(id: "e", test: .compares(.atLeast, 3))), Self.atom("f"),
                ]))
    }

    @Test func listsCountAndMacrosAreNames() throws {
        let parsed = try ExpressionParser.parse("N2(a; MIDLINE; c) OR ANY(d; e)")
        #expect(
            parsed
                == .or([
                    .atLeast(count: 2, [Self.atom("a"), .macro("MIDLINE"), Self.atom("c")]),
                    .atLeast(count: 1, [Self.atom("d"), Self.atom("e")]),
                ]))
    }

    @Test(arguments: ["", "a AND", "(a", "a b", "a in {}", "a>=x", "N2(a; b", "a=", "AND a", "a ! b"])
    func nonsenseIsRefused(_ source: String) {
        #expect(throws: ExpressionError.self) { try ExpressionParser.parse(source) }
    }

    @Test func macrosThatLeadBackAreRefused() throws {
        let macros = ["A": try ExpressionParser.parse("B"), "B": try ExpressionParser.parse("A OR x")]
        #expect(throws: ExpressionError.cyclicMacro("A")) { try ExpressionParser.parse("A").expanding(macros) }
        #expect(throws: ExpressionError.unknownMacro("C")) { try ExpressionParser.parse("C").expanding(macros) }
    }

    @Test func levelsInsideEachOther_haveAnEnd() throws {
        func text(_ count: Int) -> String {
            String(repeating: "ANY(", count: count) + "a" + String(repeating: ")", count: count)
        }
        _ = try ExpressionParser.parse(text(ExpressionParser.deepest))
        #expect(throws: ExpressionError.tooDeep(column: 4 * ExpressionParser.deepest + 5)) {
            try ExpressionParser.parse(text(ExpressionParser.deepest + 1))
        }
    }

    @Test func manyParts_areNoLevels() throws {
        let parts = Array(repeating: "NOT (a AND b)", count: 1_000).joined(separator: " OR ")
        _ = try ExpressionParser.parse(parts)
    }

    @Test func macrosOfMacros_doNotGrowWithoutEnd() throws {
        var macros = ["M0": Self.atom("a")]
        for level in 1...15 { macros["M\(level)"] = .and(Array(repeating: .macro("M\(level - 1)"), count: 4)) }
        #expect(throws: ExpressionError.tooLarge) { try Expression.macro("M15").expanding(macros) }
        _ = try Expression.macro("M4").expanding(macros)
    }

    static func atom(_ id: String) -> Expression { .atom(.init(id: id, test: .holds)) }
}
