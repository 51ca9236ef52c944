import Testing

@testable import MidbackCore

/// Compiled programs against the textbook tables of three-valued logic.
@Suite struct ProgramTests {
    private static let truths: [Truth] = [.no, .unknown, .yes]

    private static func rank(_ truth: Truth) -> Int { truth == .no ? 0 : truth == .unknown ? 1 : 2 }

    private func evaluate(_ source: String, _ values: [String: Truth]) throws -> Truth {
        let ids = values.keys.sorted()
        var program = Program()
        let reference = try program.add(ExpressionParser.parse(source)) { (atom) throws(ExpressionError) in
            guard let index = ids.firstIndex(of: atom.id) else { throw .unknownId(atom.id) }
            return .init(read: .slot(index))
        }
        var table = LaneTable(slots: ids.count, numbers: 0)
        for (index, id) in ids.enumerated() {
            let truth = values[id] ?? .no
            table.slots[index] = Lane(rule: truth, evidence: truth).bits
        }
        let lane = program.evaluate(reference, table)
        #expect(lane.rule == lane.evidence)
        return lane.rule
    }

    @Test func andIsTheLeast_orTheGreatest_notTheOpposite() throws {
        for a in Self.truths {
            #expect(try Self.rank(evaluate("NOT a", ["a": a])) == 2 - Self.rank(a))
            for b in Self.truths {
                #expect(try Self.rank(evaluate("a AND b", ["a": a, "b": b])) == min(Self.rank(a), Self.rank(b)))
                #expect(try Self.rank(evaluate("a OR b", ["a": a, "b": b])) == max(Self.rank(a), Self.rank(b)))
            }
        }
    }

    @Test func atLeastTwo_isTheSecondGreatest() throws {
        for a in Self.truths {
            for b in Self.truths {
                for c in Self.truths {
                    let sorted = [a, b, c].map(Self.rank).sorted(by: >)
                    #expect(try Self.rank(evaluate("N2(a; b; c)", ["a": a, "b": b, "c": c])) == sorted[1])
                }
            }
        }
    }

    /// Programs of rules leave early and in another order; in the rule lane they must say the same.
    @Test(arguments: [
        "a AND b AND c", "a OR b OR c", "NOT a AND (b OR c)", "N2(a; b AND NOT c; NOT b)", "NOT (a AND b) OR c",
        "(a OR b) AND (b OR c) AND NOT (a AND c)", "a AND N2(b; c; NOT a)",
    ])
    func programsOfRules_agreeInTheRuleLane(_ source: String) throws {
        let lanes = Self.truths.flatMap { rule in Self.truths.map { Lane(rule: rule, evidence: $0) } }
        for first in lanes {
            for second in lanes {
                for third in lanes {
                    let both = try lane(source, [first, second, third], for: .bothLanes)
                    let rules = try lane(source, [first, second, third], for: .rules)
                    #expect(both.rule == rules.rule)
                }
            }
        }
    }

    private func lane(_ source: String, _ lanes: [Lane], for reader: Program.Reader) throws -> Lane {
        var program = Program(for: reader)
        let reference = try program.add(ExpressionParser.parse(source)) { (atom) throws(ExpressionError) in
            guard let index = ["a", "b", "c"].firstIndex(of: atom.id) else { throw .unknownId(atom.id) }
            return .init(read: .slot(index))
        }
        var table = LaneTable(slots: lanes.count, numbers: 0)
        for (index, lane) in lanes.enumerated() { table.slots[index] = lane.bits }
        return program.evaluate(reference, table)
    }

    @Test func notAsked_isNoForRules_unknownForEvidence() {
        #expect(Lane.notAsked.rule == .no)
        #expect(Lane.notAsked.evidence == .unknown)
        #expect(Lane.notAsked.negated.rule == .yes)
        #expect(Lane.notAsked.negated.evidence == .unknown)
    }
}
