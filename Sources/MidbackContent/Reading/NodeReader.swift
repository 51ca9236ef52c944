import MidbackCore
import Yams

/// Typed access to one YAML map. Every getter gives a value: after a missing key or a wrong type it notes the fault and
/// gives a harmless stand-in, so that reading always goes on to the next fault. `finish` reports keys nobody asked for.
final class NodeReader {
    /// The map itself.
    let node: Node
    /// Where faults and findings go.
    let context: ReadingContext
    private var values: [String: Node] = [:]
    private var keys: [(name: String, node: Node)] = []
    private var asked: Set<String> = []

    /// Reads `node`, which must be a map.
    init(_ node: Node, in context: ReadingContext) {
        self.node = node
        self.context = context
        guard case .mapping(let mapping) = node else {
            context.report("a map was expected here", at: node, ruleId: "wrong-type")
            return
        }
        for (key, value) in mapping { take(key, value) }
    }

    private func take(_ key: Node, _ value: Node) {
        guard let name = key.writtenText else {
            return context.report("a key must be a word", at: key, ruleId: "wrong-type")
        }
        values[name] = value
        keys.append((name, key))
    }

    /// Reads a map and reports the keys that `body` did not ask for.
    static func read<Value>(_ node: Node, in context: ReadingContext, _ body: (NodeReader) -> Value) -> Value {
        let reader = NodeReader(node, in: context)
        defer { reader.finish() }
        return body(reader)
    }

    private func finish() {
        for key in keys where !asked.contains(key.name) {
            context.report("unknown key '\(key.name)'", at: key.node, ruleId: "unknown-key")
        }
    }

    /// Whether the key is there; does not count as asking for it.
    func has(_ key: String) -> Bool { values.keys.contains(key) }

    /// The keys in file order.
    var names: [String] { keys.map(\.name) }

    /// The value of a key that may be missing.
    func optional(_ key: String) -> Node? {
        asked.insert(key)
        return values[key]
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Node? {
        if let value = optional(key) { return value }
        if case .mapping = node { context.report("missing key '\(key)'", at: node, ruleId: "missing-key") }
        return nil
    }

    /// The node of a key, or the map's own for faults about a key that is not there.
    func place(of key: String) -> Node { values[key] ?? node }

    /// Notes a value of the wrong type.
    func reportType(_ key: String, _ expected: String, at node: Node) {
        context.report("'\(key)' must be \(expected)", at: node, ruleId: "wrong-type")
    }
}
