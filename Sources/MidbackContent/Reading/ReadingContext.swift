import MidbackCore
import Yams

/// Collects, over all files, what reading finds: faults, definitions, references, texts and expressions.
final class ReadingContext {
    /// Everything found so far.
    private(set) var index = ContentIndex()
    /// Where things are defined.
    private(set) var sourceMap = SourceMap()
    /// Faults found so far.
    private(set) var diagnostics: [Diagnostic] = []
    /// True when a file could not be parsed at all: what it defines is then missing through no fault of others.
    private(set) var hasUnreadableFile = false
    /// The file being read.
    var file = ""

    /// The place of a node in the file being read.
    func location(of node: Node) -> SourceLocation { SourceLocation(file: file, line: node.mark?.line ?? 1) }

    /// Notes a fault at a node.
    func report(_ text: String, at node: Node, ruleId: String) {
        diagnostics.append(Diagnostic(at: location(of: node), text, ruleId: ruleId))
    }

    /// Notes a fault.
    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Notes that the current file cannot be parsed.
    func reportUnreadable(_ text: String, line: Int, ruleId: String) {
        hasUnreadableFile = true
        diagnostics.append(Diagnostic(file: file, line: line, severity: .error, text: text, ruleId: ruleId))
    }

    /// Notes that a node gives something its id.
    func define(_ id: EntityID, at node: Node) {
        index.definitions.append(.init(id: id, location: location(of: node)))
        sourceMap.record(id, at: location(of: node))
    }

    /// Notes where something without an id of its own lies.
    func locate(_ id: EntityID, at node: Node) { sourceMap.record(id, at: location(of: node)) }

    /// Notes that a node names something.
    func refer(to id: EntityID, at node: Node) {
        index.references.append(.init(id: id, location: location(of: node)))
    }

    /// Notes a text.
    func add(_ text: ContentIndex.TextSite) { index.texts.append(text) }

    /// Notes an expression.
    func add(_ text: String, over vocabulary: Vocabulary, at node: Node) {
        index.expressions.append(.init(text: text, vocabulary: vocabulary, location: location(of: node)))
    }

    /// Notes a number that must lie between 0 and 1.
    func addProbability(_ value: Double, at node: Node) {
        index.probabilities.append(.init(value: value, location: location(of: node)))
    }
}
