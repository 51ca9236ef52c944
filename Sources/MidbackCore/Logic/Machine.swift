/// Evaluates expressions of one program over one table. Lives only inside `Program.withMachine`: it holds pointers.
/// Every index was made by the compiler from the same layout that sized the table, so none is checked again here.
struct Machine: ~Copyable {
    private let code: UnsafeBufferPointer<Program.Instruction>
    private let view: LaneTable.View
    private let stack: UnsafeMutableBufferPointer<UInt8>

    init(
        code: UnsafeBufferPointer<Program.Instruction>, view: LaneTable.View, stack: UnsafeMutableBufferPointer<UInt8>
    ) {
        self.code = code
        self.view = view
        self.stack = stack
    }

    /// Truth of one expression, both lanes. Most expressions read one slot, or end at their first slot, and need no
    /// stack.
    @inline(__always)
    func evaluate(_ reference: Program.Reference) -> Lane {
        let start = Int(reference.start)
        guard code[start].operation == .slot else { return run(reference) }
        let first = view.slots[Int(code[start].index)]
        if reference.end == reference.start + 1 { return Lane(bits: first) }
        let next = code[start + 1]
        if next.operation == .exitIfRuleNo, next.index == reference.end,
            first & Lane.ruleBits == Lane.no.bits & Lane.ruleBits
        {
            return Lane(bits: first)
        }
        return run(reference)
    }

    @inline(never)
    private func run(_ reference: Program.Reference) -> Lane {
        var top = -1
        var pc = Int(reference.start)
        let end = Int(reference.end)
        while pc < end {
            let instruction = code[pc]
            pc += 1
            let index = Int(instruction.index)
            switch instruction.operation {
            case .slot:
                top += 1
                stack[top] = view.slots[index]
            case .inSet:
                top += 1
                stack[top] =
                    LaneTable.membership(
                        view.rulePossible[index], view.evidencePossible[index], UInt64(bitPattern: instruction.operand)
                    ).bits
            case .atLeast, .atMost, .above, .below, .equals:
                top += 1
                stack[top] = compare(instruction).bits
            case .never:
                top += 1
                stack[top] = Lane.no.bits
            case .not: stack[top] = Lane(bits: stack[top]).negated.bits
            case .and:
                top -= 1
                stack[top] = Lane(bits: stack[top]).and(Lane(bits: stack[top + 1])).bits
            case .or:
                top -= 1
                stack[top] = Lane(bits: stack[top]).or(Lane(bits: stack[top + 1])).bits
            case .exitIfNo: if stack[top] == Lane.no.bits { pc = index }
            case .exitIfYes: if stack[top] == Lane.yes.bits { pc = index }
            case .exitIfRuleNo: if stack[top] & Lane.ruleBits == Lane.no.bits & Lane.ruleBits { pc = index }
            case .exitIfRuleYes: if stack[top] & Lane.ruleBits == Lane.yes.bits & Lane.ruleBits { pc = index }
            case .count:
                top -= index - 1
                stack[top] = count(Int(instruction.operand), top, index).bits
            }
        }
        return Lane(bits: stack[0])
    }

    private func compare(_ instruction: Program.Instruction) -> Lane {
        let number = view.numbers[Int(instruction.index)]
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

    /// Counts, in each lane, how many parts may be true and how many must be.
    private func count(_ threshold: Int, _ base: Int, _ count: Int) -> Lane {
        var result: UInt8 = 0
        for shift: UInt8 in [0, 2] {
            var may = 0
            var must = 0
            for position in base..<base + count {
                let bits = stack[position] >> shift
                may += Int(bits & 1)
                must += bits & 2 == 0 ? 1 : 0
            }
            if may >= threshold { result |= 1 << shift }
            if must < threshold { result |= 2 << shift }
        }
        return Lane(bits: result)
    }
}
