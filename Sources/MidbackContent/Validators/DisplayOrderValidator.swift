import MidbackCore

/// A display condition that reads an item asked later, or, directly or through others, itself.
struct DisplayOrderValidator: Validator {
    static let id = "display-order"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let items = draft.pack.questionnaire.items
        let reads = Dictionary(
            items.map { ($0.linkId, $0.condition?.ids ?? []) }, uniquingKeysWith: { first, _ in first })
        var earlier: Set<String> = []
        return items.flatMap { item -> [Diagnostic] in
            defer { earlier.insert(item.linkId) }
            let forward = (reads[item.linkId] ?? []).subtracting(earlier).filter { draft.items[$0] != nil }
            return forward.sorted().map { text(item.linkId, $0, reads) }.map {
                fault($0, at: draft.sources.location(of: .item, item.linkId, "enableWhen", in: .item))
            }
        }
    }

    private func text(_ item: String, _ read: String, _ reads: [String: Set<String>]) -> String {
        leads(from: read, to: item, reads)
            ? "the display condition of '\(item)' leads back to itself through '\(read)'"
            : "the display condition of '\(item)' reads '\(read)', which is asked later"
    }

    private func leads(from start: String, to end: String, _ reads: [String: Set<String>]) -> Bool {
        var open = [start]
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next == end { return true }
            if seen.insert(next).inserted { open += reads[next] ?? [] }
        }
        return false
    }
}
