import Yams

/// Parses one file; a fault of the syntax is reported with its line.
enum YAMLFile {
    /// The root of the file, or `nil` after a fault.
    static func root(of file: ContentFile, in context: ReadingContext) -> Node? {
        context.file = file.path
        do {
            // No tag rules: scalars are read as written, and matching every key against them costs a third of the time.
            if let node = try Yams.compose(yaml: file.text, .basic) { return bounded(node, in: context) }
            context.reportUnreadable("the file is empty", line: 1, ruleId: "syntax")
        } catch let error as YamlError {
            report(error, in: context)
        } catch {
            context.reportUnreadable("the file cannot be parsed", line: 1, ruleId: "syntax")
        }
        return nil
    }

    private static func bounded(_ root: Node, in context: ReadingContext) -> Node? {
        guard let fault = YAMLBounds.fault(root) else { return root }
        context.reportUnreadable(fault.text, line: fault.node.mark?.line ?? 1, ruleId: "bounds")
        return nil
    }

    private static func report(_ error: YamlError, in context: ReadingContext) {
        switch error {
        case .duplicatedKeysInMapping(let keys, let place):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            context.reportUnreadable("duplicate key \(names)", line: place.mark.line, ruleId: "duplicate-key")
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            context.reportUnreadable("YAML: \(problem)", line: mark.line, ruleId: "syntax")
        case .reader(let problem, _, _, _):
            context.reportUnreadable("YAML: \(problem)", line: 1, ruleId: "syntax")
        default:
            context.reportUnreadable("the file cannot be parsed", line: 1, ruleId: "syntax")
        }
    }
}
