/// Expressions compiled to postfix instructions over dense tables. One `Program` holds many expressions, so that all
/// rules lie in one contiguous array.
struct Program: Sendable {
    /// Where one expression lies.
    struct Reference: Hashable, Sendable {
        var start: Int32
        var end: Int32
    }

    /// What an atom reads; made by the compiler's resolver.
    enum Read: Hashable, Sendable {
        /// Truth of one slot.
        case slot(Int)
        /// The single-valued finding at `index` has a value of `mask`.
        case inSet(index: Int, mask: UInt64)
        /// A number compared with a constant.
        case compare(index: Int, Expression.Comparison, Int)
        /// A number equal to a constant.
        case equals(index: Int, Int)
        /// Never true.
        case never
    }

    private enum Operation: UInt8 {
        case slot, inSet, atLeast, atMost, above, below, equals, never
        case not, and, or, count
    }

    private struct Instruction {
        var operation: Operation
        var index: Int32 = 0
        var operand: Int64 = 0
    }

    private var instructions: [Instruction] = []
    /// Deepest stack any expression needs.
    private(set) var depth = 1

    /// Compiles one expression; `resolve` turns an atom into what it reads.
    mutating func add(
        _ expression: Expression, resolve: (Expression.Atom) throws(ExpressionError) -> Resolved
    ) throws(ExpressionError) -> Reference {
        let start = Int32(instructions.count)
        let needed = try emit(expression, resolve)
        depth = max(depth, needed)
        return Reference(start: start, end: Int32(instructions.count))
    }

    /// An atom's meaning: a read, possibly negated (`!=`).
    struct Resolved {
        var read: Read
        var isNegated = false
    }

    /// Emits postfix code and returns the stack depth it needs.
    private mutating func emit(
        _ expression: Expression, _ resolve: (Expression.Atom) throws(ExpressionError) -> Resolved
    ) throws(ExpressionError) -> Int {
        switch expression {
        case .atom(let atom):
            let resolved = try resolve(atom)
            instructions.append(Self.instruction(resolved.read))
            if resolved.isNegated { instructions.append(Instruction(operation: .not)) }
            return 1
        case .macro(let name): throw .unknownMacro(name)
        case .not(let inner):
            let needed = try emit(inner, resolve)
            instructions.append(Instruction(operation: .not))
            return needed
        case .and(let parts): return try emit(parts, .and, 0, resolve)
        case .or(let parts): return try emit(parts, .or, 0, resolve)
        case .atLeast(1, let parts): return try emit(parts, .or, 0, resolve)
        case .atLeast(let count, let parts): return try emit(parts, .count, count, resolve)
        }
    }

    private mutating func emit(
        _ parts: [Expression], _ operation: Operation, _ operand: Int,
        _ resolve: (Expression.Atom) throws(ExpressionError) -> Resolved
    ) throws(ExpressionError) -> Int {
        var needed = 1
        for (offset, part) in parts.enumerated() { needed = max(needed, offset + (try emit(part, resolve))) }
        instructions.append(Instruction(operation: operation, index: Int32(parts.count), operand: Int64(operand)))
        return needed
    }

    private static func instruction(_ read: Read) -> Instruction {
        switch read {
        case .slot(let index): Instruction(operation: .slot, index: Int32(index))
        case .inSet(let index, let mask):
            Instruction(operation: .inSet, index: Int32(index), operand: Int64(bitPattern: mask))
        case .compare(let index, let comparison, let constant):
            Instruction(operation: operation(comparison), index: Int32(index), operand: Int64(constant))
        case .equals(let index, let constant):
            Instruction(operation: .equals, index: Int32(index), operand: Int64(constant))
        case .never: Instruction(operation: .never)
        }
    }

    private static func operation(_ comparison: Expression.Comparison) -> Operation {
        switch comparison {
        case .atLeast: .atLeast
        case .atMost: .atMost
        case .above: .above
        case .below: .below
        }
    }

    /// Evaluates one expression. `stack` must hold at least `depth` bytes.
    func evaluate(_ reference: Reference, _ table: borrowing LaneTable, _ stack: inout [UInt8]) -> Lane {
        var top = 0
        instructions.withUnsafeBufferPointer { code in
            var pc = Int(reference.start)
            let end = Int(reference.end)
            while pc < end {
                let instruction = code[pc]
                pc += 1
                switch instruction.operation {
                case .slot:
                    stack[top] = table.slots[Int(instruction.index)]
                    top += 1
                case .inSet:
                    stack[top] = table.membership(Int(instruction.index), UInt64(bitPattern: instruction.operand)).bits
                    top += 1
                case .atLeast, .atMost, .above, .below, .equals:
                    stack[top] = Self.compare(instruction, table.numbers[Int(instruction.index)]).bits
                    top += 1
                case .never:
                    stack[top] = Lane.no.bits
                    top += 1
                case .not: stack[top - 1] = Lane(bits: stack[top - 1]).negated.bits
                case .and, .or, .count:
                    let count = Int(instruction.index)
                    top -= count
                    stack[top] = Self.combine(instruction, stack, top, count).bits
                    top += 1
                }
            }
        }
        return Lane(bits: stack[0])
    }

    private static func compare(_ instruction: Instruction, _ number: Int32) -> Lane {
        guard number != LaneTable.noNumber else { return .notAsked }
        let left = Int64(number)
        switch instruction.operation {
        case .atLeast: return Lane(left >= instruction.operand)
        case .atMost: return Lane(left <= instruction.operand)
        case .above: return Lane(left > instruction.operand)
        case .below: return Lane(left < instruction.operand)
        default: return Lane(left == instruction.operand)
        }
    }

    private static func combine(_ instruction: Instruction, _ stack: [UInt8], _ base: Int, _ count: Int) -> Lane {
        switch instruction.operation {
        case .and:
            var result = Lane.yes
            for index in base..<base + count { result = result.and(Lane(bits: stack[index])) }
            return result
        case .or:
            var result = Lane.no
            for index in base..<base + count { result = result.or(Lane(bits: stack[index])) }
            return result
        default: return atLeast(Int(instruction.operand), stack, base, count)
        }
    }

    /// Counts, in each lane, how many parts may be true and how many must be.
    private static func atLeast(_ threshold: Int, _ stack: [UInt8], _ base: Int, _ count: Int) -> Lane {
        var result: UInt8 = 0
        for shift: UInt8 in [0, 2] {
            var may = 0
            var must = 0
            for index in base..<base + count {
                let bits = stack[index] >> shift
                may += Int(bits & 1)
                must += bits & 2 == 0 ? 1 : 0
            }
            if may >= threshold { result |= 1 << shift }
            if must < threshold { result |= 2 << shift }
        }
        return Lane(bits: result)
    }
}

/// What programs read: truth slots, numbers and the possible values of single-valued findings.
struct LaneTable: Sendable {
    /// Marks a number that was not given.
    static let noNumber = Int32.min

    /// Lane bits by slot.
    var slots: [UInt8]
    /// Numbers, or `noNumber`.
    var numbers: [Int32]
    /// Possible values as bit masks, for rules.
    var rulePossible: [UInt64]
    /// Possible values as bit masks, for evidence.
    var evidencePossible: [UInt64]

    init(slots: Int, numbers: Int, singles: Int = 0, fill: Lane = .notAsked) {
        self.slots = Array(repeating: fill.bits, count: slots)
        self.numbers = Array(repeating: Self.noNumber, count: numbers)
        rulePossible = Array(repeating: 0, count: singles)
        evidencePossible = Array(repeating: 0, count: singles)
    }

    /// Whether the single-valued finding has a value of `mask`. No possible value at all reads as no.
    func membership(_ index: Int, _ mask: UInt64) -> Lane {
        Lane(
            rule: Self.truth(rulePossible[index], mask), evidence: Self.truth(evidencePossible[index], mask))
    }

    private static func truth(_ possible: UInt64, _ mask: UInt64) -> Truth {
        let inside = possible & mask != 0
        let outside = possible & ~mask != 0
        if inside { return outside ? .unknown : .yes }
        return .no
    }
}

extension Program {
    /// Evidence lane of a single read, without a stack.
    static func evidence(of read: Read, _ table: borrowing LaneTable) -> Truth {
        switch read {
        case .slot(let index): return Lane(bits: table.slots[index]).evidence
        case .inSet(let index, let mask): return table.membership(index, mask).evidence
        case .compare(let index, let comparison, let constant):
            let number = table.numbers[index]
            guard number != LaneTable.noNumber else { return .unknown }
            return comparison.holds(Int(number), constant) ? .yes : .no
        case .equals(let index, let constant):
            let number = table.numbers[index]
            guard number != LaneTable.noNumber else { return .unknown }
            return Int(number) == constant ? .yes : .no
        case .never: return .no
        }
    }
}

extension Program {
    /// Rule lane of a single read, without a stack.
    static func rule(of read: Read, _ table: borrowing LaneTable) -> Truth {
        switch read {
        case .slot(let index): Lane(bits: table.slots[index]).rule
        case .inSet(let index, let mask): table.membership(index, mask).rule
        case .compare, .equals: evidence(of: read, table) == .yes ? .yes : .no
        case .never: .no
        }
    }
}
