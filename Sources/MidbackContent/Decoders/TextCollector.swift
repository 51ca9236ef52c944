import MidbackCore
import Yams

/// Finds the texts of files whose structure the pack does not know (exercises, plans): every map of languages. So their
/// wording is checked like all other wording; its parameters are filled in by whoever shows it.
enum TextCollector {
    static func collect(_ node: Node, in context: ReadingContext) {
        switch node {
        case .mapping(let mapping): collect(mapping, node, context)
        case .sequence(let sequence): for element in sequence { collect(element, in: context) }
        case .scalar, .alias: break
        }
    }

    private static func collect(_ mapping: Node.Mapping, _ node: Node, _ context: ReadingContext) {
        let keys = Set(mapping.keys.compactMap(\.writtenText))
        if !keys.isEmpty, keys.isSubset(of: Set(Language.allCases.map(\.rawValue))) {
            let isText = mapping.values.allSatisfy { if case .scalar = $0 { true } else { false } }
            if isText { return NodeReader.read(node, in: context) { _ = $0.localizedWhole(.interface) } }
        }
        for value in mapping.values { collect(value, in: context) }
    }
}
