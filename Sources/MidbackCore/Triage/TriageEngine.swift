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

    /// What a rule adds to a triage, apart from its definition: copying one of these is cheap.
    private struct Effect: Sendable {
        var fired: Triage.RuleHit
        /// What it holds the level to while a "not sure" leaves it open; nil from level 4.
        var possible: Triage.RuleHit?
        /// Numbers of the causes it names, and of the flags it sets.
        var suspects: [Int]
        var planFlags: [Int]

        fileprivate init(_ rule: RedFlag, suspects: inout NumberedIds, planFlags: inout NumberedIds) {
            let isDanger = rule.level <= .urgent24To72h
            fired = .init(id: rule.id, level: rule.level)
            possible = isDanger ? .init(id: rule.id, level: rule.level.oneStepLessUrgent) : nil
            self.suspects = isDanger ? rule.suspects.map { suspects.number($0) } : []
            self.planFlags = rule.planFlags.map { planFlags.number($0) }
        }
    }

    /// Most urgent first, then in file order.
    let rules: [Rule]
    /// Code of each rule, apart from its definition so that a pass over all rules stays in the cache.
    private let references: [Program.Reference]
    private let effects: [Effect]
    private let suspectIds: [String]
    private let planFlagIds: [String]
    let floors: [AnswerCondition]
    let conflicts: [AnswerCondition]
    private let ruleProgram: Program
    private let answerProgram: Program
    private let backstops: [CompiledBackstop]
    /// Items read by a rule of level 1 to 3, through the findings it names.
    let dangerItems: Set<String>

    init(_ pack: ContentPack, answers: AnswerLayout, findings: FindingTable, classIds: [String]) throws(EngineError) {
        let macros = try Self.macros(pack)
        var ruleProgram = Program(for: .rules)
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
        var (suspects, planFlags) = (NumberedIds(), NumberedIds())
        effects = sorted.map { Effect($0.definition, suspects: &suspects, planFlags: &planFlags) }
        (suspectIds, planFlagIds) = (suspects.ids, planFlags.ids)
        self.ruleProgram = ruleProgram
        dangerItems = DangerItems(pack).items(
            readBy: rules.filter { $0.definition.level <= .urgent24To72h }
                .map(\.expression))
        var answerProgram = Program(for: .rules)
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
        for index in backstops.indices where isReached(backstops[index], posteriors) {
            triage.backstops.append(backstops[index].definition.id)
            raised.note(backstops[index].definition.level, .backstop)
        }
        triage.level = raised.level
        triage.reasons = raised.reasons
        return triage
    }

    private func evaluateRules(_ findings: LaneTable, _ triage: inout Triage, _ raised: inout Raised) {
        var suspects = OrderedNumbers(limit: suspectIds.count)
        var planFlags = OrderedNumbers(limit: planFlagIds.count)
        ruleProgram.withMachine(findings) { machine in
            for index in references.indices {
                switch machine.evaluate(references[index]).rule {
                case .no: continue
                case .yes:
                    triage.fired.append(effects[index].fired)
                    raised.note(effects[index].fired.level, .rule)
                    suspects.add(effects[index].suspects)
                    planFlags.add(effects[index].planFlags)
                case .unknown: leaveOpen(effects[index], &triage, &raised)
                }
            }
        }
        triage.mustShow = suspects.values.map { suspectIds[$0] }
        triage.planFlags = planFlags.values.map { planFlagIds[$0] }
    }

    /// A rule of level 1 to 3 that a "not sure" leaves open holds the level one step below what a yes would give.
    private func leaveOpen(_ effect: Effect, _ triage: inout Triage, _ raised: inout Raised) {
        guard let possible = effect.possible else { return }
        triage.possible.append(possible)
        raised.note(possible.level, .unknown)
    }

    private func evaluateAnswers(_ answers: LaneTable, _ triage: inout Triage, _ raised: inout Raised) {
        answerProgram.withMachine(answers) { machine in
            for index in floors.indices where machine.evaluate(floors[index].reference).rule == .yes {
                triage.floors.append(floors[index].id)
                raised.note(floors[index].level, .floor)
            }
            for index in conflicts.indices where machine.evaluate(conflicts[index].reference).rule == .yes {
                triage.conflicts.append(conflicts[index].id)
                raised.note(conflicts[index].level, .conflict)
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
    /// One bit per reason, in the order in which they are told.
    private var found: UInt8 = 0

    private static let order: [Triage.Reason] = [.rule, .floor, .unknown, .tooLittleInformation, .conflict, .backstop]

    mutating func note(_ level: Disposition, _ reason: Triage.Reason) {
        guard level <= self.level, level < .selfCare else { return }
        if level < self.level { found = 0 }
        self.level = level
        found |= Self.bit(reason)
    }

    var reasons: [Triage.Reason] {
        found == 0 ? [.nothing] : Self.order.filter { found & Self.bit($0) != 0 }
    }

    private static func bit(_ reason: Triage.Reason) -> UInt8 {
        switch reason {
        case .nothing: 0
        case .rule: 1
        case .floor: 2
        case .unknown: 4
        case .tooLittleInformation: 8
        case .conflict: 16
        case .backstop: 32
        }
    }
}

/// Gives each id a number, in the order in which they are first met.
private struct NumberedIds {
    private(set) var ids: [String] = []

    mutating func number(_ id: String) -> Int {
        if let known = ids.firstIndex(of: id) { return known }
        ids.append(id)
        return ids.count - 1
    }
}

/// Numbers without repeats, in the order in which they came.
private struct OrderedNumbers {
    private(set) var values: [Int] = []
    private var isThere: [Bool]

    init(limit: Int) { isThere = Array(repeating: false, count: limit) }

    mutating func add(_ numbers: [Int]) {
        for number in numbers where !isThere[number] {
            isThere[number] = true
            values.append(number)
        }
    }
}
