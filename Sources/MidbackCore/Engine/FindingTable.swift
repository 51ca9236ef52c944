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

    private struct Derivation: Sendable {
        var when: [Program.Reference]
        var silentWhen: [Program.Reference?]
        var unknownWhen: [Program.Reference?]
        var wholeUnknownWhen: Program.Reference?
        var item = -1
        var fallbackItem = -1
        var otherwiseBit = -1
        var isOptional: Bool
        var unsureIsUnknownForRules: Bool
    }

    let layouts: [Layout]
    let indexById: [String: Int]
    let slotCount: Int
    let numberCount: Int
    let singleCount: Int
    private let derivations: [Derivation]
    private let program: Program

    init(_ definitions: [FindingDefinition], answers: AnswerLayout) throws(ExpressionError) {
        var layouts: [Layout] = []
        var derivations: [Derivation] = []
        var program = Program()
        var counts = (slots: 0, numbers: 0, singles: 0)
        for definition in definitions {
            layouts.append(Self.layout(definition, &counts))
            derivations.append(try Self.derivation(definition, answers, &program))
        }
        self.layouts = layouts
        self.derivations = derivations
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
        _ definition: FindingDefinition, _ answers: AnswerLayout, _ program: inout Program
    ) throws(ExpressionError) -> Derivation {
        var result = Derivation(
            when: [], silentWhen: [], unknownWhen: [], isOptional: definition.isOptional,
            unsureIsUnknownForRules: definition.unsureIsUnknownForRules)
        for value in definition.values {
            result.when.append(try answers.compile(value.when, into: &program))
            result.silentWhen.append(try optional(value.silentWhen, answers, &program))
            result.unknownWhen.append(try optional(value.unknownWhen, answers, &program))
        }
        result.wholeUnknownWhen = try optional(definition.unknownWhen, answers, &program)
        if let item = definition.item { result.item = answers.indexByLinkId[item] ?? -1 }
        if let item = definition.fallbackItem { result.fallbackItem = answers.indexByLinkId[item] ?? -1 }
        if let otherwise = definition.otherwise {
            result.otherwiseBit = definition.values.firstIndex { $0.id == otherwise } ?? definition.values.count
        }
        return result
    }

    private static func optional(
        _ source: String?, _ answers: AnswerLayout, _ program: inout Program
    ) throws(ExpressionError) -> Program.Reference? {
        guard let source else { return nil }
        return try answers.compile(source, into: &program)
    }

    /// Findings of one table of answers.
    func derive(_ answers: LaneTable) -> LaneTable {
        var table = LaneTable(slots: slotCount, numbers: numberCount, singles: singleCount)
        var stack = Array(repeating: UInt8(0), count: program.depth)
        for index in layouts.indices { derive(index, answers, &table, &stack) }
        return table
    }

    private func derive(_ index: Int, _ answers: LaneTable, _ table: inout LaneTable, _ stack: inout [UInt8]) {
        let derivation = derivations[index]
        let layout = layouts[index]
        let isUnknown = derivation.wholeUnknownWhen.map { holds($0, answers, &stack) } ?? false
        switch layout.kind {
        case .number:
            table.numbers[layout.base] = number(derivation, answers)
        case .bool, .multi:
            for offset in derivation.when.indices {
                var lane = isUnknown ? Lane.unknown : value(offset, derivation, answers, &stack)
                if derivation.isOptional { lane = lane.withoutPossibility }
                table.slots[layout.base + offset] = lane.bits
            }
        case .single:
            single(derivation, layout, isUnknown, answers, &table, &stack)
        }
    }

    private func number(_ derivation: Derivation, _ answers: LaneTable) -> Int32 {
        let first = derivation.item >= 0 ? answers.numbers[derivation.item] : LaneTable.noNumber
        guard first == LaneTable.noNumber, derivation.fallbackItem >= 0 else { return first }
        return answers.numbers[derivation.fallbackItem]
    }

    private func holds(_ reference: Program.Reference, _ answers: LaneTable, _ stack: inout [UInt8]) -> Bool {
        program.evaluate(reference, answers, &stack).rule == .yes
    }

    private func value(
        _ offset: Int, _ derivation: Derivation, _ answers: LaneTable, _ stack: inout [UInt8]
    ) -> Lane {
        if let unknown = derivation.unknownWhen[offset], holds(unknown, answers, &stack) { return .unknown }
        let lane = program.evaluate(derivation.when[offset], answers, &stack)
        if let silent = derivation.silentWhen[offset], holds(silent, answers, &stack) { return lane.silent }
        return lane
    }

    /// First case that holds wins; an unknown case leaves both it and the later ones possible.
    private func single(
        _ derivation: Derivation, _ layout: Layout, _ isUnknown: Bool, _ answers: LaneTable, _ table: inout LaneTable,
        _ stack: inout [UInt8]
    ) {
        let all = layout.values.count >= 64 ? UInt64.max : (UInt64(1) << UInt64(layout.values.count)) - 1
        if isUnknown {
            table.rulePossible[layout.base] = derivation.isOptional ? 0 : all
            table.evidencePossible[layout.base] = all
            return
        }
        var possible = PossibleValues()
        for offset in derivation.when.indices {
            possible.add(UInt64(1) << UInt64(offset), value(offset, derivation, answers, &stack))
            if possible.isDecided { break }
        }
        let otherwise = derivation.otherwiseBit >= 0 ? UInt64(1) << UInt64(derivation.otherwiseBit) : 0
        possible.finish(otherwise)
        let isUnsure = derivation.unsureIsUnknownForRules && possible.rule == otherwise && possible.rule != 0
        let isAsked = possible.evidence == otherwise
        table.rulePossible[layout.base] = isUnsure && isAsked ? all : possible.rule
        if derivation.isOptional, table.rulePossible[layout.base].nonzeroBitCount > 1 {
            table.rulePossible[layout.base] = otherwise
        }
        table.evidencePossible[layout.base] = possible.evidence
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
