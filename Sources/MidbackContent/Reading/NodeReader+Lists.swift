import Yams

extension NodeReader {
    /// The nodes of a list; empty when missing, a fault when `isRequired`.
    func nodes(_ key: String, isRequired: Bool = false) -> [Node] {
        guard let value = isRequired ? required(key) : optional(key) else { return [] }
        guard case .sequence(let sequence) = value else {
            reportType(key, "a list", at: value)
            return []
        }
        return Array(sequence)
    }

    /// Words with their places.
    func words(_ key: String, isRequired: Bool = false) -> [(text: String, node: Node)] {
        nodes(key, isRequired: isRequired).compactMap { node in
            if let text = node.writtenText { return (text, node) }
            reportType(key, "a list of words", at: node)
            return nil
        }
    }

    /// Words.
    func strings(_ key: String, isRequired: Bool = false) -> [String] { words(key, isRequired: isRequired).map(\.text) }

    /// Numbers, exactly `count` of them if given.
    func numbers(_ key: String, count: Int? = nil) -> [Double] {
        let result = nodes(key, isRequired: true).compactMap { node in
            if let number = node.writtenNumber { return number }
            reportType(key, "a list of numbers", at: node)
            return nil as Double?
        }
        if let count, has(key), result.count != count { reportType(key, "\(count) numbers", at: place(of: key)) }
        return result
    }

    /// Maps, each read by `body`.
    func list<Value>(_ key: String, isRequired: Bool = false, _ body: (NodeReader) -> Value) -> [Value] {
        nodes(key, isRequired: isRequired).map { NodeReader.read($0, in: context, body) }
    }

    /// A map inside the map, read by `body`.
    func map<Value>(_ key: String, _ body: (NodeReader) -> Value) -> Value? {
        required(key).map { NodeReader.read($0, in: context, body) }
    }

    /// A map inside the map that may be missing.
    func optionalMap<Value>(_ key: String, _ body: (NodeReader) -> Value) -> Value? {
        optional(key).map { NodeReader.read($0, in: context, body) }
    }

    /// A map from ids to values; `body` gets each id with its reader and reads that key.
    func dictionary<Value>(
        _ key: String, isRequired: Bool = false, _ body: (NodeReader, String) -> Value
    ) -> [String: Value] {
        guard let value = isRequired ? required(key) : optional(key) else { return [:] }
        return NodeReader.read(value, in: context) { $0.entries(body) }
    }

    /// Every key of the map itself with what `body` makes of it.
    func entries<Value>(_ body: (NodeReader, String) -> Value) -> [String: Value] {
        var result: [String: Value] = [:]
        for name in names { result[name] = body(self, name) }
        return result
    }
}
