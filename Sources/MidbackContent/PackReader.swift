import MidbackCore
import Yams

/// Reads all files into one draft. `Role.allCases` is the order: words before the questionnaire that uses them,
/// findings before the cases that give them.
struct PackReader {
    private let context = ReadingContext()
    private var parts = PackParts()

    /// Reads the files in the order of their paths.
    static func read(_ files: [ContentFile]) -> (draft: DraftPack, diagnostics: [Diagnostic]) {
        var reader = PackReader()
        reader.readAll(files.sorted { $0.path < $1.path })
        let draft = DraftPack(pack: reader.parts.pack, cases: reader.parts.cases, context: reader.context)
        return (draft, reader.context.diagnostics)
    }

    private mutating func readAll(_ files: [ContentFile]) {
        reportPlaces(of: files)
        var roots: [ContentLayout.Role: [(path: String, node: Node)]] = [:]
        for file in files {
            guard let role = ContentLayout.role(of: file.path) else { continue }
            if let root = YAMLFile.root(of: file, in: context) { roots[role, default: []].append((file.path, root)) }
        }
        for role in ContentLayout.Role.allCases { read(roots[role] ?? [], role) }
    }

    private func reportPlaces(of files: [ContentFile]) {
        for file in files where ContentLayout.role(of: file.path) == nil {
            let place = SourceLocation(file: file.path, line: 1)
            context.report(Diagnostic(at: place, "no part of the pack reads this file", ruleId: "unknown-file"))
        }
        for path in ContentLayout.missing(from: files.map(\.path)) {
            let place = SourceLocation(file: path, line: 1)
            context.report(Diagnostic(at: place, "this file is missing", ruleId: "missing-file"))
        }
    }

    private mutating func read(_ roots: [(path: String, node: Node)], _ role: ContentLayout.Role) {
        for root in roots {
            context.file = root.path
            if role == .outside { TextCollector.collect(root.node, in: context) } else { read(root.node, role) }
        }
    }

    private mutating func read(_ root: Node, _ role: ContentLayout.Role) {
        var parts = parts
        NodeReader.read(root, in: context) { PartReader.read($0, role, into: &parts) }
        self.parts = parts
    }
}
