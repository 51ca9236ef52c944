/// Rules, floors, conflicts and backstops compiled once.
/// - Source: `red-flags.md` sections 1, 4 and 5.3; `survey.md` sections 1.1 to 1.4.
struct TriageEngine: Sendable {
    /// One compiled rule.
    struct Rule: Sendable {
        var definition: RedFlag
        var reference: Program.Reference
        var expression: Expression
    }

    /// A condition over answers that raises the level.
    struct AnswerCondition: Sendable {
        var id: String
        var level: Disposition
        var reference: Program.Reference
    }

    private struct CompiledBackstop: Sendable {
        var definition: Backstop
        var classes: [Int]
    }

    /// Most urgent first, then in file order.
    let rules: [Rule]
    /// Code of each rule, apart from its definition so that a pass over all rules stays in the cache.
    private let references: [Program.Reference]
    let floors: [AnswerCondition]
    let conflicts: [AnswerCondition]
    private let ruleProgram: Program
    private let answerProgram: Program
    private let backstops: [CompiledBackstop]
    /// Items read by a rule of level 1 to 3, through the findings it names.
    let dangerItems: Set<String>

    init(_ pack: ContentPack, answers: AnswerLayout, findings: FindingTable, classIds: [String]) throws(EngineError) {
        let macros = try Self.macros(pack)
        var ruleProgram = Program()
        var rules: [Rule] = []
        for rule in pack.rules {
            do {
                let expression = try ExpressionParser.parse(rule.logic).expanding(macros)
                let reference = try ruleProgram.add(expression) { (atom) throws(ExpressionError) in
                    try findings.resolve(atom)
                }
                rules.append(Rule(definition: rule, reference: reference, expression: expression))
            } catch {
                throw EngineError(place: "rule \(rule.id)", problem: error)
            }
        }
        let sorted = rules.enumerated()
            .sorted { ($0.element.definition.level, $0.offset) < ($1.element.definition.level, $1.offset) }
            .map(\.element)
        self.rules = sorted
        references = sorted.map(\.reference)
        self.ruleProgram = ruleProgram
        dangerItems = DangerItems(pack).items(
            readBy: rules.filter { $0.definition.level <= .urgent24To72h }
                .map(\.expression))
        var answerProgram = Program()
        floors = try pack.floors.map { floor throws(EngineError) in
            try Self.condition(floor.id, floor.level, floor.when, answers, &answerProgram)
        }
        let danger = dangerItems
        conflicts = try pack.conflicts.map { conflict throws(EngineError) in
            // Three levels of urgency hang on a danger item that may be wrong; two otherwise.
            let level: Disposition = conflict.items.contains(where: danger.contains) ? .urgent24To72h : .routine2Weeks
            return try Self.condition(conflict.id, level, conflict.when, answers, &answerProgram)
        }
        self.answerProgram = answerProgram
        backstops = pack.backstops.map { backstop in
            CompiledBackstop(definition: backstop, classes: backstop.causes.compactMap { classIds.firstIndex(of: $0) })
        }
    }

    private static func macros(_ pack: ContentPack) throws(EngineError) -> [String: Expression] {
        var result: [String: Expression] = [:]
        for macro in pack.macros {
            do { result[macro.name] = try ExpressionParser.parse(macro.logic) } catch {
                throw EngineError(place: "macro \(macro.name)", problem: error)
            }
        }
        return result
    }

    private static func condition(
        _ id: String, _ level: Disposition, _ source: String, _ answers: AnswerLayout, _ program: inout Program
    ) throws(EngineError) -> AnswerCondition {
        do {
            return AnswerCondition(id: id, level: level, reference: try answers.compile(source, into: &program))
        } catch {
            throw EngineError(place: id, problem: error)
        }
    }

    /// Everything the levels depend on besides findings.
    struct Context {
        /// Lanes over answers; `nil` when findings were given directly.
        var answers: LaneTable?
        var unresolved: (count: Int, includesGate: Bool) = (0, false)
        var unknownItems: [String] = []
        /// Items with a contradicting second answer, from outside the survey.
        var contradicted: [String] = []
        /// Only the neck or the low back was marked.
        var isOutsideMidBack = false
    }

    /// The triage of one set of findings. Every part can only raise the level.
    func triage(_ findings: LaneTable, _ context: Context, posteriors: [Double]) -> Triage {
        var raised = Raised()
        var triage = Triage(
            level: .selfCare, reasons: [], fired: [], possible: [], floors: [], backstops: [], conflicts: [],
            mustShow: [], unknownItems: context.unknownItems, hasTooLittleInformation: context.unresolved.count >= 3,
            planFlags: [], isOutsideMidBack: context.isOutsideMidBack)
        evaluateRules(findings, &triage, &raised)
        if let answers = context.answers { evaluateAnswers(answers, &triage, &raised) }
        if triage.hasTooLittleInformation {
            raised.note(context.unresolved.includesGate ? .urgent24To72h : .routine2Weeks, .tooLittleInformation)
        }
        for item in context.contradicted {
            triage.conflicts.append(Triage.secondAnswer(to: item))
            raised.note(dangerItems.contains(item) ? .urgent24To72h : .routine2Weeks, .conflict)
        }
        for backstop in backstops where isReached(backstop, posteriors) {
            triage.backstops.append(backstop.definition.id)
            raised.note(backstop.definition.level, .backstop)
        }
        triage.level = raised.level
        triage.reasons = raised.reasons
        return triage
    }

    private func evaluateRules(_ findings: LaneTable, _ triage: inout Triage, _ raised: inout Raised) {
        ruleProgram.withMachine(findings) { machine in
            for index in references.indices {
                switch machine.evaluate(references[index]).rule {
                case .no: continue
                case .yes: fire(rules[index].definition, &triage, &raised)
                case .unknown: leaveOpen(rules[index].definition, &triage, &raised)
                }
            }
        }
    }

    private func fire(_ rule: RedFlag, _ triage: inout Triage, _ raised: inout Raised) {
        triage.fired.append(.init(id: rule.id, level: rule.level))
        raised.note(rule.level, .rule)
        if rule.level <= .urgent24To72h { Self.append(rule.suspects, to: &triage.mustShow) }
        Self.append(rule.planFlags, to: &triage.planFlags)
    }

    /// A rule of level 1 to 3 that a "not sure" leaves open holds the level one step below what a yes would give.
    private func leaveOpen(_ rule: RedFlag, _ triage: inout Triage, _ raised: inout Raised) {
        guard rule.level <= .urgent24To72h else { return }
        triage.possible.append(.init(id: rule.id, level: rule.level.oneStepLessUrgent))
        raised.note(rule.level.oneStepLessUrgent, .unknown)
    }

    private static func append(_ ids: [String], to list: inout [String]) {
        for id in ids where !list.contains(id) { list.append(id) }
    }

    private func evaluateAnswers(_ answers: LaneTable, _ triage: inout Triage, _ raised: inout Raised) {
        answerProgram.withMachine(answers) { machine in
            for floor in floors where machine.evaluate(floor.reference).rule == .yes {
                triage.floors.append(floor.id)
                raised.note(floor.level, .floor)
            }
            for conflict in conflicts where machine.evaluate(conflict.reference).rule == .yes {
                triage.conflicts.append(conflict.id)
                raised.note(conflict.level, .conflict)
            }
        }
    }

    private func isReached(_ backstop: CompiledBackstop, _ posteriors: [Double]) -> Bool {
        if backstop.definition.isSum {
            let sum = backstop.classes.reduce(0) { $0 + posteriors[$1] }
            return Math.rounded(sum) >= backstop.definition.threshold
        }
        return backstop.classes.contains { posteriors[$0] >= backstop.definition.threshold }
    }
}

/// Keeps the most urgent level and what asked for it.
private struct Raised {
    var level = Disposition.selfCare
    private var found: Set<Triage.Reason> = []

    mutating func note(_ level: Disposition, _ reason: Triage.Reason) {
        guard level <= self.level, level < .selfCare else { return }
        if level < self.level { found.removeAll() }
        self.level = level
        found.insert(reason)
    }

    var reasons: [Triage.Reason] {
        let order: [Triage.Reason] = [.rule, .floor, .unknown, .tooLittleInformation, .conflict, .backstop]
        return found.isEmpty ? [.nothing] : order.filter(found.contains)
    }
}
