import MidbackCore

/// A result as plain text, with the reasons in the person's own answers.
struct ResultText {
    private let engine: Engine
    private let explainer: Explainer
    private let language: Language
    private let items: [String: Item]
    private let causes: [String: Cause]
    private let rules: [String: RedFlag]

    init(_ engine: Engine, _ language: Language) {
        self.engine = engine
        self.language = language
        explainer = Explainer(engine)
        items = Dictionary(
            engine.pack.questionnaire.items.map { ($0.linkId, $0) }, uniquingKeysWith: { first, _ in first })
        causes = Dictionary(engine.pack.causes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        rules = Dictionary(engine.pack.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func text(_ response: QuestionnaireResponse) -> String {
        let assessment = engine.assess(response)
        let triage = assessment.triage
        var lines = ["\(triage.level.id): \(action(triage.level))", ""]
        for explanation in explainer.rules(response, triage) { lines += rule(explanation) }
        for floor in engine.pack.floors where triage.floors.contains(floor.id) {
            lines.append("\(floor.id) [\(floor.level.id)] \(floor.trigger[language])")
        }
        for hit in triage.possible { lines.append("\(hit.id) not ruled out: at least \(hit.level.id)") }
        if !triage.conflicts.isEmpty {
            lines.append("answers that do not fit: " + triage.conflicts.joined(separator: ", "))
        }
        if !triage.backstops.isEmpty { lines.append("backstop: " + triage.backstops.joined(separator: ", ")) }
        if !triage.unknownItems.isEmpty { lines.append("not checked: " + triage.unknownItems.joined(separator: ", ")) }
        lines += causeLines(assessment.differential, response)
        lines += ["", "Not a diagnosis. Content \(engine.pack.version) (\(engine.pack.digest.prefix(12)))."]
        return lines.joined(separator: "\n")
    }

    private func action(_ level: Disposition) -> String {
        engine.pack.safetyNets.first { $0.level == level }?.action[language] ?? ""
    }

    private func rule(_ explanation: RuleExplanation) -> [String] {
        guard let rule = rules[explanation.rule] else { return [] }
        let answers = explanation.answers.map(quote).joined(separator: "; ")
        return [
            "\(rule.id) [\(rule.level.id), \(rule.strength.rawValue)] \(rule.trigger[language])",
            "    \(rule.why[language])", "    < \(answers)",
        ]
    }

    private func causeLines(_ differential: Differential, _ response: QuestionnaireResponse) -> [String] {
        (differential.needsCheck + differential.likely).flatMap { ranked -> [String] in
            let name = causes[ranked.cause]?.name[language] ?? ranked.cause
            var lines = ["", "\(ranked.band.rawValue): \(name)"]
            guard let explanation = explainer.cause(ranked.cause, response) else { return lines }
            if !explanation.supporting.isEmpty {
                lines.append("    + " + explanation.supporting.map(quote).joined(separator: "; "))
            }
            if !explanation.opposing.isEmpty {
                lines.append("    - " + explanation.opposing.map(quote).joined(separator: "; "))
            }
            if !explanation.notTold.isEmpty { lines.append("    ? " + explanation.notTold.joined(separator: ", ")) }
            return lines
        }
    }

    private func quote(_ reference: AnswerReference) -> String {
        let item = items[reference.linkId]
        let said =
            reference.number.map(String.init) ?? reference.code.flatMap { item?.option($0)?.text[language] } ?? ""
        return "\(reference.linkId): \(reference.isChosen ? "" : "not ")\(said)"
    }
}
