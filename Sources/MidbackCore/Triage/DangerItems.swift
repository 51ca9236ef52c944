/// Which items a set of rules reads, through the findings it names.
struct DangerItems {
    private let itemsByFinding: [String: Set<String>]

    init(_ pack: ContentPack) {
        var result: [String: Set<String>] = [:]
        for finding in pack.findings {
            var items = Set([finding.item, finding.fallbackItem].compactMap { $0 })
            for value in finding.values {
                for source in [value.when, value.unknownWhen].compactMap({ $0 }) { items.formUnion(Self.ids(source)) }
            }
            result[finding.id] = items
        }
        itemsByFinding = result
    }

    private static func ids(_ source: String) -> Set<String> {
        var ids: Set<String> = []
        (try? ExpressionParser.parse(source))?.forEachAtom { atom, _ in ids.insert(atom.id) }
        return ids
    }

    /// linkIds behind the findings that the expressions name.
    func items(readBy expressions: [Expression]) -> Set<String> {
        var items: Set<String> = []
        for expression in expressions {
            expression.forEachAtom { atom, _ in items.formUnion(itemsByFinding[atom.id] ?? []) }
        }
        return items
    }
}
