import MidbackCore

/// A rule as an author wants to read it.
struct RuleText {
    private let pack: ContentPack

    init(_ pack: ContentPack) { self.pack = pack }

    func text(_ rule: RedFlag) -> String {
        var lines = [
            "\(rule.id) \(rule.name)", "level: \(rule.level.id), within \(rule.within.en)", "logic: \(rule.logic)",
            "suspects: \(rule.suspects.joined(separator: ", "))", "trigger: \(rule.trigger.en)",
            "         \(rule.trigger.es)", "why: \(rule.why.en)", "     \(rule.why.es)",
            "strength: \(rule.strength.rawValue)", "numbers: \(rule.numbers)",
        ]
        for id in rule.sources {
            guard let source = pack.sources.first(where: { $0.id == id }) else { continue }
            lines.append("source \(id) (\(source.status.rawValue)): \(source.text) \(source.url ?? "")")
        }
        lines += rule.cases.map(line)
        return lines.joined(separator: "\n")
    }

    private func line(_ example: RuleCase) -> String {
        let values = example.given.values.map { "\($0.key)=\($0.value.sorted().joined(separator: "+"))" }
        let numbers = example.given.numbers.map { "\($0.key)=\($0.value)" }
        return "case \(example.fires ? "fires" : "silent"): " + (numbers + values).sorted().joined(separator: ", ")
    }
}
