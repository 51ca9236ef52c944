/// Expressions compiled to postfix instructions over dense tables, with early exits. One `Program` holds many
/// expressions, so that all rules lie in one contiguous array.
struct Program: Sendable {
    /// Where one expression lies; an empty range is "none".
    struct Reference: Hashable, Sendable {
        var start: Int32
        var end: Int32

        static let none = Reference(start: 0, end: 0)
        var isNone: Bool { start == end }
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

    enum Operation: UInt8 {
        case slot, inSet, atLeast, atMost, above, below, equals, never
        case not, and, or, count
        /// Leave the top value and go on at `index` when it already decides an AND (no) or an OR (yes).
        case exitIfNo, exitIfYes
        /// The same where only the rule lane is read: a question that was not asked is as good as a no.
        case exitIfRuleNo, exitIfRuleYes
    }

    /// Which lane of its results somebody reads.
    enum Reader: Sendable {
        case bothLanes
        /// Results are right in the rule lane only, and come sooner.
        case rules
    }

    private let reader: Reader

    struct Instruction {
        var operation: Operation
        var index: Int32 = 0
        var operand: Int64 = 0
    }

    private(set) var instructions: [Instruction] = []
    /// Deepest stack any expression needs.
    private(set) var depth = 1

    init(for reader: Reader = .bothLanes) { self.reader = reader }

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
        case .and(let parts):
            return try chain(
                Self.mostlyFalseFirst(parts), .and, exit: reader == .rules ? .exitIfRuleNo : .exitIfNo, resolve)
        case .or(let parts), .atLeast(1, let parts):
            return try chain(parts, .or, exit: reader == .rules ? .exitIfRuleYes : .exitIfYes, resolve)
        case .atLeast(let count, let parts):
            var needed = 1
            for (offset, part) in parts.enumerated() { needed = max(needed, offset + (try emit(part, resolve))) }
            instructions.append(Instruction(operation: .count, index: Int32(parts.count), operand: Int64(count)))
            return needed
        }
    }

    /// The order of an AND does not change its truth, but what is cheap and seldom true settles it sooner: single ticks,
    /// then other single reads, then the rest from short to long.
    private static func mostlyFalseFirst(_ parts: [Expression]) -> [Expression] {
        parts.enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }.map(\.element)
    }

    private static func cost(_ expression: Expression) -> Int {
        switch expression {
        case .atom(let atom):
            switch atom.test {
            case .holds, .contains, .equals: 1
            case .oneOf: 2
            case .compares: 3
            case .differs: 6
            }
        case .not(let inner): 5 + cost(inner)
        case .macro: 4
        case .and(let parts), .or(let parts), .atLeast(_, let parts): 4 + parts.reduce(0) { $0 + cost($1) }
        }
    }

    /// Parts joined two by two, each but the last followed by an exit to the end of the chain.
    private mutating func chain(
        _ parts: [Expression], _ join: Operation, exit: Operation,
        _ resolve: (Expression.Atom) throws(ExpressionError) -> Resolved
    ) throws(ExpressionError) -> Int {
        var needed = 1
        var exits: [Int] = []
        for (offset, part) in parts.enumerated() {
            if offset > 0 {
                exits.append(instructions.count)
                instructions.append(Instruction(operation: exit))
            }
            needed = max(needed, min(offset, 1) + (try emit(part, resolve)))
            if offset > 0 { instructions.append(Instruction(operation: join)) }
        }
        for position in exits { instructions[position].index = Int32(instructions.count) }
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

    /// Evaluates one expression over a table. For many expressions over one table use `withMachine`.
    func evaluate(_ reference: Reference, _ table: borrowing LaneTable) -> Lane {
        let first = instructions[Int(reference.start)]
        if reference.end == reference.start + 1, first.operation == .slot {
            return Lane(bits: table.slots[Int(first.index)])
        }
        return withMachine(table) { $0.evaluate(reference) }
    }

    /// Runs `body` with a machine over one table; the machine must not leave it.
    func withMachine<Result>(_ table: borrowing LaneTable, _ body: (borrowing Machine) -> Result) -> Result {
        instructions.withUnsafeBufferPointer { code in
            table.withPointers { view in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: depth + 1) { stack in
                    body(Machine(code: code, view: view, stack: stack))
                }
            }
        }
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
        Self.membership(rulePossible[index], evidencePossible[index], mask)
    }

    static func membership(_ rule: UInt64, _ evidence: UInt64, _ mask: UInt64) -> Lane {
        Lane(bits: truthBits(rule, mask) | (truthBits(evidence, mask) << 2))
    }

    private static func truthBits(_ possible: UInt64, _ mask: UInt64) -> UInt8 {
        let inside: UInt8 = possible & mask != 0 ? 1 : 0
        let outside: UInt8 = possible & ~mask != 0 ? 2 : 0
        return inside == 0 ? 2 : inside | outside
    }

    /// Pointers to the columns of a table.
    struct View {
        let slots: UnsafePointer<UInt8>
        let numbers: UnsafePointer<Int32>
        let rulePossible: UnsafePointer<UInt64>
        let evidencePossible: UnsafePointer<UInt64>
    }

    /// Runs `body` with pointers to the columns; they must not leave it. Empty columns are never read.
    func withPointers<Result>(_ body: (View) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            numbers.withUnsafeBufferPointer { numbers in
                rulePossible.withUnsafeBufferPointer { rule in
                    evidencePossible.withUnsafeBufferPointer { evidence in
                        body(Self.view(slots, numbers, rule, evidence))
                    }
                }
            }
        }
    }

    /// Pointers through which the columns of a table are written.
    struct MutableView {
        let slots: UnsafeMutableBufferPointer<UInt8>
        let numbers: UnsafeMutableBufferPointer<Int32>
        let rulePossible: UnsafeMutableBufferPointer<UInt64>
        let evidencePossible: UnsafeMutableBufferPointer<UInt64>
    }

    /// Runs `body` with pointers to write through; they must not leave it.
    mutating func withMutablePointers(_ body: (MutableView) -> Void) {
        slots.withUnsafeMutableBufferPointer { slots in
            numbers.withUnsafeMutableBufferPointer { numbers in
                rulePossible.withUnsafeMutableBufferPointer { rule in
                    evidencePossible.withUnsafeMutableBufferPointer { evidence in
                        body(
                            MutableView(
                                slots: slots, numbers: numbers, rulePossible: rule, evidencePossible: evidence))
                    }
                }
            }
        }
    }

    private static func view(
        _ slots: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<Int32>, _ rule: UnsafeBufferPointer<UInt64>,
        _ evidence: UnsafeBufferPointer<UInt64>
    ) -> View {
        View(
            slots: base(slots), numbers: base(numbers), rulePossible: base(rule), evidencePossible: base(evidence))
    }

    /// An empty array may have no address; nothing reads through the stand-in.
    private static func base<Element>(_ buffer: UnsafeBufferPointer<Element>) -> UnsafePointer<Element> {
        buffer.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
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
