import MidbackCore

/// Reads a rule group of `redflags/`, and the macros.
struct RuleDecoder {
    /// How findings are given in cases.
    let given: GivenDecoder

    func decode(_ reader: NodeReader) -> RuleGroup {
        RuleGroup(
            id: reader.id(of: .ruleGroup), title: reader.text("title"),
            rules: reader.list("rules", isRequired: true, rule))
    }

    private func rule(_ reader: NodeReader) -> RedFlag {
        let id = reader.id(of: .rule)
        reader.locate(["logic", "suspects", "sources", "trigger", "why", "cases"], of: .rule, id)
        return RedFlag(
            id: id, name: reader.string("name"), level: reader.level("level"),
            within: reader.text("within"), logic: reader.expression("logic", over: .rules),
            suspects: reader.references("suspects", to: .cause, isRequired: false), trigger: reader.text("trigger"),
            why: reader.text("why"), strength: reader.word("strength", or: .weak),
            sources: reader.references("sources", to: .source, isRequired: false),
            numbers: reader.optionalString("numbers") ?? "",
            falsePositivePercent: reader.optionalNumber("falsePositivePercent"), planFlags: reader.strings("planFlags"),
            cases: ruleCases(reader, id))
    }

    private func ruleCases(_ reader: NodeReader, _ rule: String) -> [RuleCase] {
        for (offset, node) in reader.nodes("cases").enumerated() {
            reader.context.locate(EntityID(.ruleCase, rule, String(offset)), at: node)
        }
        return reader.list("cases", ruleCase)
    }

    private func ruleCase(_ reader: NodeReader) -> RuleCase {
        RuleCase(given: given.decode("given", reader), fires: reader.required("fires")?.writtenFlag ?? noFires(reader))
    }

    private func noFires(_ reader: NodeReader) -> Bool {
        if reader.has("fires") { reader.reportType("fires", "true or false", at: reader.place(of: "fires")) }
        return false
    }

    /// Reads `redflags/macros.yaml`.
    static func macros(_ reader: NodeReader) -> [Macro] {
        reader.list("macros", isRequired: true) {
            Macro(
                name: $0.id("name", of: .macro), logic: $0.expression("logic", over: .rules),
                meaning: $0.string("meaning"))
        }
    }
}
