import MidbackCore

/// Answer rows that urgent rules read: those read only positively, and those also read under NOT.
struct DangerRows {
    /// One row of a list.
    struct Row: Hashable {
        var linkId: String
        var code: String
    }

    let monotone: [Row]
    let exempt: [Row]

    /// Rows that hold only under a limit; the limits and their reasons are in `Tests/Proofs/known.yaml`, where the rows
    /// are proved under them.
    private static let limited: Set<Row> = {
        let sides = [
            "under-blade-left", "under-blade-right", "left-side", "right-side", "left-flank", "right-flank", "whole",
        ]
        let others = [
            ("gate-other", "unsafe"), ("onset-trigger", "hard-vomiting"), ("worse-other", "night-all"),
            ("health-main", "cancer"),
        ]
        return Set(sides.map { Row(linkId: "pain-site", code: $0) } + others.map { Row(linkId: $0, code: $1) })
    }()

    init(_ pack: ContentPack) {
        let macros = Dictionary(
            pack.macros.compactMap { macro in (try? ExpressionParser.parse(macro.logic)).map { (macro.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        var positive: Set<Row> = []
        var negative: Set<Row> = []
        for rule in pack.rules where rule.level <= .urgent24To72h {
            guard let expression = try? ExpressionParser.parse(rule.logic).expanding(macros) else { continue }
            expression.forEachAtom { atom, isNegated in
                let (up, down) = Self.rows(atom, pack.findings)
                positive.formUnion(isNegated ? down : up)
                negative.formUnion(isNegated ? up : down)
            }
        }
        let lists = Dictionary(
            pack.questionnaire.items.filter { $0.kind.allowsSeveral && $0.requirement == .yes }.map { ($0.linkId, $0) },
            uniquingKeysWith: { first, _ in first })
        // A row that excludes the others, such as "nothing changes it", is no worry that comes on top of them.
        let sorted = positive.filter { lists[$0.linkId]?.option($0.code)?.isExclusive == false }.sorted {
            ($0.linkId, $0.code) < ($1.linkId, $1.code)
        }
        let limited = Self.limited
        monotone = sorted.filter { !negative.contains($0) && !limited.contains($0) }
        exempt = sorted.filter { negative.contains($0) || limited.contains($0) }
    }

    /// Rows that make an atom truer, and rows that make it less true: every case makes the `else` value less true.
    private static func rows(_ atom: Expression.Atom, _ findings: [FindingDefinition]) -> (up: Set<Row>, down: Set<Row>)
    {
        guard let finding = findings.first(where: { $0.id == atom.id }) else { return ([], []) }
        let wanted = values(atom)
        let asksForElse = finding.otherwise.map(wanted.contains) ?? false
        var up: Set<Row> = []
        var down: Set<Row> = []
        for value in finding.values where wanted.isEmpty || wanted.contains(value.id) || asksForElse {
            let isWanted = wanted.isEmpty || wanted.contains(value.id)
            guard let expression = try? ExpressionParser.parse(value.when) else { continue }
            expression.forEachAtom { answer, isNegated in
                for code in values(answer) {
                    let row = Row(linkId: answer.id, code: code)
                    if isWanted != isNegated { up.insert(row) } else { down.insert(row) }
                }
            }
        }
        return (up, down)
    }

    private static func values(_ atom: Expression.Atom) -> Set<String> {
        switch atom.test {
        case .equals(let value), .contains(let value): [value]
        case .oneOf(let values): Set(values)
        default: []
        }
    }
}
