import Foundation
import MidbackCore

/// Scores as a table, as one line a case, or as JSON.
public struct ScoreReport {
    private let scored: [ScoredVignette]

    /// A report over scored vignettes.
    public init(_ scored: [ScoredVignette]) { self.scored = scored }

    /// All measures, then by group, by gold level and by tag.
    public var table: String {
        var lines = ["n = \(scored.count)"] + measures(ScoreTable(scored))
        for (title, cases) in groups {
            let table = ScoreTable(cases)
            lines.append("")
            lines.append("\(title) (n = \(cases.count))")
            lines += measures(table).filter { !$0.hasSuffix("-") }
        }
        return lines.joined(separator: "\n")
    }

    private func measures(_ table: ScoreTable) -> [String] {
        let rows = ScoreTable.order.compactMap { id in table.shares[id].map { Self.row(id, $0) } }
        let questions = table.questionsMedian.map { "  questions_median".padded(24) + Self.number($0, 1) }
        return rows + [Self.row("over_inclination", table.overInclination)] + (questions.map { [$0] } ?? [])
    }

    private static func row(_ id: String, _ share: Share) -> String {
        let name = "  \(id)".padded(24)
        guard let value = share.value else { return name + "-" }
        let (low, high) = share.interval
        return name + "\(number(value * 100, 1)) %  (\(number(low * 100, 0))-\(number(high * 100, 0)))  "
            + "\(share.count) of \(share.of)"
    }

    private static func number(_ value: Double, _ decimals: Int) -> String {
        String(format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"), value)
    }

    /// Groups, then levels, then tags, each with its cases.
    private var groups: [(String, [ScoredVignette])] {
        let byGroup = Dictionary(grouping: scored, by: \.vignette.group).sorted { $0.key < $1.key }
        let byLevel = Disposition.allCases.map { level in
            (VignetteLevel.id(level), scored.filter { $0.vignette.gold.urgency == level })
        }.filter { !$0.1.isEmpty }
        let tags = Set(scored.flatMap(\.vignette.tags)).sorted()
        let byTag = tags.map { tag in ("tag \(tag)", scored.filter { $0.vignette.tags.contains(tag) }) }
        return byGroup.map { ($0.key, $0.value) } + byLevel + byTag
    }

    /// One line a case: expected and given advice, rank of the first acceptable cause, rules.
    public var list: String {
        scored.map { result in
            let verdict = result.isAcceptable ? "ok" : result.isUnder ? "under" : "over"
            let mark = result.isMustNotUnder || result.isMustNotOver ? " must-not" : ""
            let rank =
                result.vignette.scoresDiagnosis ? result.rank.map { "rank \($0)" } ?? "not listed" : "no cause scored"
            return [
                result.vignette.id, result.vignette.group, "expected \(VignetteLevel.id(result.vignette.gold.urgency))",
                "given \(VignetteLevel.id(result.level))", verdict + mark, rank,
                "causes \(result.ranking.prefix(3).joined(separator: " "))",
                "rules \(result.fired.prefix(6).joined(separator: " "))",
            ].joined(separator: "; ")
        }.joined(separator: "\n")
    }

    /// The measures for machines; keys are the measure ids, `by_group` with the same keys per group.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var whole = Self.object(ScoreTable(scored))
        whole["by_group"] = .object(
            Dictionary(
                groups.map { ($0.0, .object(Self.object(ScoreTable($0.1)))) }, uniquingKeysWith: { first, _ in first }))
        return (try? encoder.encode(JSONValue.object(whole))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func object(_ table: ScoreTable) -> [String: JSONValue] {
        var result = table.shares.mapValues(object)
        result["n"] = .number(Double(table.n))
        result["over_inclination"] = object(table.overInclination)
        result["questions_median"] = .object(["value": table.questionsMedian.map { .number($0) } ?? .null])
        return result
    }

    private static func object(_ share: Share) -> JSONValue {
        let (low, high) = share.interval
        return .object([
            "value": share.value.map { .number($0) } ?? .null, "count": .number(Double(share.count)),
            "of": .number(Double(share.of)), "low": .number(low), "high": .number(high),
        ])
    }
}

/// JSON to be written.
enum JSONValue: Encodable {
    case number(Double)
    case object([String: JSONValue])
    case null

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let value): try container.encode(value)
        case .object(let members): try container.encode(members)
        case .null: try container.encodeNil()
        }
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
