import Yams

/// Decodes one YAML file into values whose shape is the file's shape. A fault of one list entry does not hide those of the
/// others. Keys that no value takes are reported: their author believes they count.
final class PlanNodeDecoder {
    private let path: String
    private var node: Node?
    /// Faults found.
    private(set) var diagnostics: [Diagnostic] = []
    /// Where ids lie.
    private(set) var places = PlanPlaces()

    /// Parses the file; a fault of its syntax is noted.
    init(_ file: ContentFile) {
        path = file.path
        let context = ReadingContext()
        node = YAMLFile.root(of: file, in: context)
        diagnostics += context.diagnostics
        places.note(path, line: 1, id: path)
        if let node { collectIds(node) }
    }

    /// The whole file as one value.
    func root<Value: Codable>(as type: Value.Type) -> Value? { node.flatMap { decode($0, as: type) } }

    /// The entries of the list under a key; other keys of the file are for other calls.
    func list<Value: Codable>(_ key: String, of type: Value.Type) -> [Value] {
        guard let node else { return [] }
        guard case .mapping(let mapping) = node, let value = mapping[Node(key)], case .sequence(let entries) = value
        else {
            report("missing list '\(key)'", line: line(of: node))
            return []
        }
        return entries.compactMap { decode($0, as: type) }
    }

    private func decode<Value: Codable>(_ node: Node, as type: Value.Type) -> Value? {
        do {
            let value = try YAMLDecoder().decode(type, from: node)
            reportUnknownKeys(of: node, in: value)
            return value
        } catch let error as DecodingError {
            report(error, in: node)
        } catch {
            report("cannot be read", line: line(of: node))
        }
        return nil
    }

    // MARK: Faults

    private func report(_ text: String, line: Int) {
        let place = SourceLocation(file: path, line: line)
        diagnostics.append(Diagnostic(at: place, text, ruleId: "plan-reading"))
    }

    private func report(_ error: DecodingError, in node: Node) {
        switch error {
        case .keyNotFound(let key, let context):
            report("missing key '\(key.stringValue)'", line: line(context.codingPath, in: node))
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let name = context.codingPath.last { $0.intValue == nil }?.stringValue ?? "value"
            report("'\(name)' has a wrong value", line: line(context.codingPath, in: node))
        @unknown default: report("cannot be read", line: line(of: node))
        }
    }

    /// The line of the deepest node on the path that exists.
    private func line(_ path: [any CodingKey], in node: Node) -> Int {
        var current = node
        for key in path {
            switch current {
            case .mapping(let mapping):
                guard let next = mapping[Node(key.stringValue)] else { return line(of: current) }
                current = next
            case .sequence(let sequence):
                guard let index = key.intValue, sequence.indices.contains(index) else { return line(of: current) }
                current = sequence[index]
            default: return line(of: current)
            }
        }
        return line(of: current)
    }

    private func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    // MARK: Keys nobody reads

    /// A key that is not there after the value was written out again was never read.
    private func reportUnknownKeys(of node: Node, in value: some Codable) {
        guard let text = try? YAMLEncoder().encode(value), let written = try? Yams.compose(yaml: text) else { return }
        compare(node, written)
    }

    private func compare(_ source: Node, _ written: Node) {
        switch (source, written) {
        case (.mapping(let source), .mapping(let written)):
            for (key, value) in source {
                if let other = written[key] {
                    compare(value, other)
                } else if value.writtenText != nil || value.scalar == nil {
                    report("unknown key '\(key.writtenText ?? "?")'", line: line(of: key))
                }
            }
        case (.sequence(let source), .sequence(let written)):
            for (value, other) in zip(source, written) { compare(value, other) }
        default: break
        }
    }

    private func collectIds(_ node: Node) {
        switch node {
        case .mapping(let mapping):
            if let en = mapping[Node("en")], mapping.count == 2 || mapping[Node("es")] != nil {
                places.note(text: en, spanish: mapping[Node("es")], file: path)
            }
            for key in ["id", "flag", "medicine", "week", "irritability"] {
                guard let value = mapping[Node(key)], let id = value.writtenText else { continue }
                places.note(path, line: line(of: value), id: id)
            }
            for (_, value) in mapping { collectIds(value) }
        case .sequence(let sequence):
            for value in sequence { collectIds(value) }
        default: break
        }
    }
}

/// Where ids and texts of the plan content lie.
struct PlanPlaces: Sendable {
    /// A text with its places.
    struct Text: Sendable {
        var en: String
        var es: String
        var location: SourceLocation
        var spanishLocation: SourceLocation
    }

    /// Every text in both languages.
    private(set) var texts: [Text] = []
    private var lines: [String: [String: Int]] = [:]

    mutating func note(_ file: String, line: Int, id: String) {
        if lines[file]?[id] == nil { lines[file, default: [:]][id] = line }
    }

    mutating func note(text: Node, spanish: Node?, file: String) {
        let line = text.mark?.line ?? 1
        texts.append(
            Text(
                en: text.writtenText ?? "", es: spanish?.writtenText ?? "",
                location: SourceLocation(file: file, line: line),
                spanishLocation: SourceLocation(file: file, line: spanish?.mark?.line ?? line)))
    }

    mutating func add(_ other: PlanPlaces) {
        texts += other.texts
        for (file, ids) in other.lines { lines[file, default: [:]].merge(ids) { first, _ in first } }
    }

    /// The place of an id in a file, or the top of the file.
    func place(_ file: String, _ id: String) -> SourceLocation {
        SourceLocation(file: file, line: lines[file]?[id] ?? 1)
    }
}
