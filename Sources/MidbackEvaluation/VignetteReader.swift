internal import MidbackCore
internal import Yams

/// Reads vignettes from YAML.
public enum VignetteReader {
    /// A file that is not a list of vignettes: which entry, and what is wrong with it.
    public struct Fault: Error, Sendable {
        /// Line in the file, from 1; 0 when the file is not YAML at all.
        public var line: Int
        /// What is wrong.
        public var text: String
    }

    /// All vignettes of a file's text, in order.
    public static func read(_ text: String) throws(Fault) -> [Vignette] {
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch { throw Fault(line: 0, text: "not valid YAML: \(error)") }
        guard let list = root?.sequence else { throw Fault(line: 1, text: "a list of vignettes was expected") }
        var result: [Vignette] = []
        for node in list { result.append(try vignette(node)) }
        return result
    }

    private static func vignette(_ node: Node) throws(Fault) -> Vignette {
        let id = try string(node, "id")
        guard let age = node["age"]?.int else { throw fault(node, "\(id): 'age' must be a whole number") }
        return Vignette(
            id: id, group: try string(node, "group"), tags: strings(node["tags"]), age: age,
            sex: try string(node, "sex"), facts: try facts(node["facts"]), unknown: strings(node["unknown"]),
            notMentioned: node["not_mentioned"]?.string ?? "assume-no",
            scoresDiagnosis: node["score_diagnosis"]?.bool ?? true, gold: try gold(node, id))
    }

    private static func gold(_ node: Node, _ id: String) throws(Fault) -> Vignette.Gold {
        guard let gold = node["gold"] else { throw fault(node, "\(id): 'gold' is missing") }
        guard let urgency = VignetteLevel.level(try string(gold, "urgency")) else {
            throw fault(gold, "\(id): unknown urgency")
        }
        return Vignette.Gold(
            diagnosis: gold["diagnosis"]?.string ?? "", acceptableDiagnoses: strings(gold["acceptable_diagnoses"]),
            urgency: urgency, acceptableUrgency: levels(gold["acceptable_urgency"]), mustNot: levels(gold["must_not"]),
            behaviours: strings(gold["expect_behaviour"]))
    }

    private static func levels(_ node: Node?) -> Set<Disposition> {
        Set(strings(node).compactMap(VignetteLevel.level))
    }

    private static func facts(_ node: Node?) throws(Fault) -> [(key: String, fact: Vignette.Fact)] {
        guard let mapping = node?.mapping else { return [] }
        var result: [(key: String, fact: Vignette.Fact)] = []
        for (key, value) in mapping {
            guard let key = key.string else { continue }
            result.append((key, fact(value)))
        }
        return result
    }

    private static func fact(_ node: Node) -> Vignette.Fact {
        if node.sequence != nil { return .tokens(strings(node)) }
        // Yams reads "yes" as true; tokens of the vocabulary are never yes or no, numbers never quoted.
        if let number = node.float, node.bool == nil { return .number(number) }
        if let flag = node.bool { return .flag(flag) }
        return .tokens([node.string ?? ""])
    }

    private static func strings(_ node: Node?) -> [String] {
        guard let node else { return [] }
        if let list = node.sequence { return list.compactMap(\.string) }
        return node.string.map { [$0] } ?? []
    }

    private static func string(_ node: Node, _ key: String) throws(Fault) -> String {
        guard let text = node[key]?.string else { throw fault(node, "'\(key)' is missing") }
        return text
    }

    private static func fault(_ node: Node, _ text: String) -> Fault {
        Fault(line: node.mark?.line ?? 0, text: text)
    }
}
