/// Findings compiled once: small integers, slots for yes/no values, bit masks for single-valued ones.
struct FindingTable: Sendable {
    /// How one finding is laid out.
    struct Layout: Sendable {
        var id: String
        var kind: FindingDefinition.Kind
        /// Value ids in order, `otherwise` last for single findings that have one.
        var values: [String]
        /// The value of a single finding when no case holds.
        var otherwise: String?
        /// First slot (bool, multi), index into the possible masks (single) or index into numbers (number).
        var base: Int
    }

    /// How one value is derived: plain numbers, so that a pass over all findings touches no reference counts.
    private struct Case: Sendable {
        var when: Program.Reference
        var silentWhen = Program.Reference.none
        var unknownWhen = Program.Reference.none
    }

    /// How one finding is derived.
    private struct Derivation: Sendable {
        var kind: FindingDefinition.Kind
        var base: Int
        /// Its cases lie here.
        var cases: Range<Int>
        var wholeUnknownWhen = Program.Reference.none
        var item = -1
        var fallbackItem = -1
        /// Bit of the value when no case holds, or 0.
        var otherwise: UInt64 = 0
        /// Bits of all values.
        var all: UInt64 = 0
        var isOptional: Bool
        var unsureIsUnknownForRules: Bool
    }

    let layouts: [Layout]
    let indexById: [String: Int]
    let slotCount: Int
    let numberCount: Int
    let singleCount: Int
    private let derivations: [Derivation]
    private let cases: [Case]
    private let program: Program

    init(_ definitions: [FindingDefinition], answers: AnswerLayout) throws(ExpressionError) {
        var layouts: [Layout] = []
        var derivations: [Derivation] = []
        var cases: [Case] = []
        var program = Program()
        var counts = (slots: 0, numbers: 0, singles: 0)
        for definition in definitions {
            let layout = Self.layout(definition, &counts)
            layouts.append(layout)
            derivations.append(try Self.derivation(definition, layout, answers, &cases, &program))
        }
        self.layouts = layouts
        self.derivations = derivations
        self.cases = cases
        self.program = program
        indexById = Dictionary(layouts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        slotCount = counts.slots
        numberCount = counts.numbers
        singleCount = counts.singles
    }

    private static func layout(
        _ definition: FindingDefinition, _ counts: inout (slots: Int, numbers: Int, singles: Int)
    ) -> Layout {
        var values = definition.values.map(\.id)
        let base: Int
        switch definition.kind {
        case .bool, .multi:
            base = counts.slots
            counts.slots += values.count
        case .single:
            base = counts.singles
            counts.singles += 1
            if let otherwise = definition.otherwise, !values.contains(otherwise) { values.append(otherwise) }
        case .number:
            base = counts.numbers
            counts.numbers += 1
        }
        return Layout(
            id: definition.id, kind: definition.kind, values: values, otherwise: definition.otherwise, base: base)
    }

    private static func derivation(
        _ definition: FindingDefinition, _ layout: Layout, _ answers: AnswerLayout, _ cases: inout [Case],
        _ program: inout Program
    ) throws(ExpressionError) -> Derivation {
        let first = cases.count
        for value in definition.values {
            cases.append(
                Case(
                    when: try answers.compile(value.when, into: &program),
                    silentWhen: try optional(value.silentWhen, answers, &program),
                    unknownWhen: try optional(value.unknownWhen, answers, &program)))
        }
        var result = Derivation(
            kind: definition.kind, base: layout.base, cases: first..<cases.count, isOptional: definition.isOptional,
            unsureIsUnknownForRules: definition.unsureIsUnknownForRules)
        result.wholeUnknownWhen = try optional(definition.unknownWhen, answers, &program)
        if let item = definition.item { result.item = answers.indexByLinkId[item] ?? -1 }
        if let item = definition.fallbackItem { result.fallbackItem = answers.indexByLinkId[item] ?? -1 }
        if let otherwise = definition.otherwise, let bit = layout.values.firstIndex(of: otherwise) {
            result.otherwise = UInt64(1) << UInt64(bit)
        }
        result.all = layout.values.count >= 64 ? .max : (UInt64(1) << UInt64(layout.values.count)) - 1
        return result
    }

    private static func optional(
        _ source: String?, _ answers: AnswerLayout, _ program: inout Program
    ) throws(ExpressionError) -> Program.Reference {
        guard let source else { return .none }
        return try answers.compile(source, into: &program)
    }

    /// Findings of one table of answers.
    func derive(_ answers: LaneTable) -> LaneTable {
        var table = LaneTable(slots: slotCount, numbers: numberCount, singles: singleCount)
        table.withMutablePointers { view in
            program.withMachine(answers) { machine in
                for derivation in derivations { derive(derivation, answers, view, machine) }
            }
        }
        return table
    }

    private func derive(
        _ derivation: Derivation, _ answers: LaneTable, _ table: LaneTable.MutableView, _ machine: borrowing Machine
    ) {
        let isUnknown = holds(derivation.wholeUnknownWhen, machine)
        switch derivation.kind {
        case .number: table.numbers[derivation.base] = number(derivation, answers)
        case .bool, .multi:
            var slot = derivation.base
            for index in derivation.cases {
                var lane = isUnknown ? Lane.unknown : value(cases[index], machine)
                if derivation.isOptional { lane = lane.withoutPossibility }
                table.slots[slot] = lane.bits
                slot += 1
            }
        case .single: single(derivation, isUnknown, table, machine)
        }
    }

    private func number(_ derivation: Derivation, _ answers: LaneTable) -> Int32 {
        let first = derivation.item >= 0 ? answers.numbers[derivation.item] : LaneTable.noNumber
        guard first == LaneTable.noNumber, derivation.fallbackItem >= 0 else { return first }
        return answers.numbers[derivation.fallbackItem]
    }

    private func holds(_ reference: Program.Reference, _ machine: borrowing Machine) -> Bool {
        !reference.isNone && machine.evaluate(reference).rule == .yes
    }

    private func value(_ value: Case, _ machine: borrowing Machine) -> Lane {
        if holds(value.unknownWhen, machine) { return .unknown }
        let lane = machine.evaluate(value.when)
        return holds(value.silentWhen, machine) ? lane.silent : lane
    }

    /// First case that holds wins; an unknown case leaves both it and the later ones possible.
    private func single(
        _ derivation: Derivation, _ isUnknown: Bool, _ table: LaneTable.MutableView, _ machine: borrowing Machine
    ) {
        guard !isUnknown else {
            table.rulePossible[derivation.base] = derivation.isOptional ? 0 : derivation.all
            table.evidencePossible[derivation.base] = derivation.all
            return
        }
        var possible = PossibleValues()
        var bit: UInt64 = 1
        for index in derivation.cases {
            possible.add(bit, value(cases[index], machine))
            if possible.isDecided { break }
            bit &<<= 1
        }
        possible.finish(derivation.otherwise)
        let isUnsure = derivation.unsureIsUnknownForRules && possible.rule != 0 && possible.rule == derivation.otherwise
        var rule = isUnsure && possible.evidence == derivation.otherwise ? derivation.all : possible.rule
        if derivation.isOptional, rule.nonzeroBitCount > 1 { rule = derivation.otherwise }
        table.rulePossible[derivation.base] = rule
        table.evidencePossible[derivation.base] = possible.evidence
    }
}

/// Collects the possible values of a single-valued finding in both lanes.
private struct PossibleValues {
    var rule: UInt64 = 0
    var evidence: UInt64 = 0
    private var ruleOpen = true
    private var evidenceOpen = true

    var isDecided: Bool { !ruleOpen && !evidenceOpen }

    mutating func add(_ bit: UInt64, _ lane: Lane) {
        if ruleOpen, lane.rule != .no {
            rule |= bit
            ruleOpen = lane.rule == .unknown
        }
        if evidenceOpen, lane.evidence != .no {
            evidence |= bit
            evidenceOpen = lane.evidence == .unknown
        }
    }

    mutating func finish(_ otherwise: UInt64) {
        if ruleOpen { rule |= otherwise }
        if evidenceOpen { evidence |= otherwise }
    }
}
