import Yams

/// Keeps a hostile file from using up stack or memory: everything that reads a node goes down its levels, and an alias
/// stands for a whole copy of what it names, so aliases of aliases grow without end.
enum YAMLBounds {
    /// Most levels inside each other; content has ten.
    static let deepest = 64
    /// Most values of a file, those behind aliases counted each time.
    static let mostValues = 200_000

    /// The first node beyond a bound, with what is wrong.
    static func fault(_ root: Node) -> (node: Node, text: String)? {
        var waiting = [(node: root, depth: 1)]
        var count = 0
        while let (node, depth) = waiting.popLast() {
            count += 1
            guard depth <= deepest else { return (node, "more than \(deepest) levels inside each other") }
            guard count <= mostValues else {
                return (node, "more than \(mostValues) values; are there aliases of aliases?")
            }
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping { waiting += [(key, depth + 1), (value, depth + 1)] }
            case .sequence(let sequence): waiting += sequence.map { ($0, depth + 1) }
            case .scalar, .alias: break
            }
        }
        return nil
    }
}
