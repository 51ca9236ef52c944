import MidbackCore
import Yams

/// Reads findings given directly in a case: `{finding: value | [values] | number | true | false}`.
/// The kind of the finding decides what a bare word or number means (`usual-activity: 0` is a code).
struct GivenDecoder {
    let kinds: [String: FindingDefinition.Kind]

    init(_ findings: [FindingDefinition]) {
        kinds = Dictionary(findings.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    func decode(_ key: String, _ reader: NodeReader) -> FindingSet {
        guard let node = reader.required(key) else { return FindingSet() }
        return NodeReader.read(node, in: reader.context) { given in
            var result = FindingSet()
            for id in given.names { add(id, given, to: &result) }
            return result
        }
    }

    private func add(_ id: String, _ given: NodeReader, to result: inout FindingSet) {
        guard let node = given.optional(id) else { return }
        given.context.refer(to: EntityID(.finding, id), at: node)
        switch kinds[id] {
        case .number?: result.numbers[id] = given.integer(id)
        case .bool?: result.values[id] = boolean(id, node, given)
        case .single?, .multi?: result.values[id] = values(id, node, given)
        case nil: break
        }
    }

    private func boolean(_ id: String, _ node: Node, _ given: NodeReader) -> Set<String> {
        switch node.writtenFlag ?? ["yes": true, "no": false][node.writtenText ?? ""] {
        case true?: return ["yes"]
        case false?: return []
        case nil:
            given.reportType(id, "true or false", at: node)
            return []
        }
    }

    private func values(_ id: String, _ node: Node, _ given: NodeReader) -> Set<String> {
        let words: [(text: String, node: Node)] =
            node.writtenText.map { [($0, node)] } ?? given.words(id)
        for word in words { given.context.refer(to: EntityID(.findingValue, id, word.text), at: word.node) }
        if kinds[id] == .single, words.count != 1 { given.reportType(id, "one value", at: node) }
        return Set(words.map(\.text))
    }
}
