public import MidbackCore

/// Writes one result as a JSON line, keys in a fixed order. A writer of its own because bulk output is a budget.
public struct ResultLine {
    private var bytes: [UInt8] = []

    private init() { bytes.reserveCapacity(4096) }

    /// The result of one input line, with a line feed.
    public static func result(line: Int, _ assessment: Assessment) -> [UInt8] {
        var writer = ResultLine()
        let triage = assessment.triage
        let differential = assessment.differential
        writer.raw("{\"line\":\(line),\"level\":\"\(triage.level.id)\",\"fired\":")
        writer.list(triage.fired.map(\.id))
        writer.raw(",\"possible\":[")
        for (offset, hit) in triage.possible.enumerated() {
            if offset > 0 { writer.raw(",") }
            writer.list([hit.id, hit.level.id])
        }
        writer.raw("],\"floors\":")
        writer.list(triage.floors)
        writer.raw(",\"backstops\":")
        writer.list(triage.backstops)
        writer.raw(",\"conflicts\":")
        writer.list(triage.conflicts)
        writer.raw(",\"mustShow\":")
        writer.list(differential.needsCheck.map(\.cause))
        writer.raw(",\"unknownItems\":")
        writer.list(triage.unknownItems)
        writer.raw(",\"posteriors\":")
        writer.numbers(differential.serious.adding("musculoskeletal", differential.musculoskeletal))
        writer.raw(",\"benign\":")
        writer.numbers(differential.benignShares)
        writer.raw(",\"ranking\":")
        writer.list(differential.ranking)
        writer.raw("}\n")
        return writer.bytes
    }

    /// The fault of one input line, with a line feed.
    public static func fault(line: Int, _ fault: AnswerFault) -> [UInt8] {
        var writer = ResultLine()
        writer.raw("{\"line\":\(line),\"error\":\"\(fault.id)\",\"message\":")
        writer.text(fault.message)
        if case .answers(let problems) = fault {
            writer.raw(",\"items\":[")
            for (offset, problem) in problems.enumerated() {
                if offset > 0 { writer.raw(",") }
                writer.raw("{\"linkId\":")
                writer.text(problem.linkId)
                writer.raw(",\"kind\":\"\(problem.kind.rawValue)\"}")
            }
            writer.raw("]")
        }
        writer.raw("}\n")
        return writer.bytes
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func list(_ texts: [String]) {
        raw("[")
        for (offset, text) in texts.enumerated() {
            if offset > 0 { raw(",") }
            self.text(text)
        }
        raw("]")
    }

    private mutating func numbers(_ table: Probabilities) {
        raw("{")
        for (offset, id) in table.ids.enumerated() {
            if offset > 0 { raw(",") }
            text(id)
            raw(":\(table.values[offset])")
        }
        raw("}")
    }

    private mutating func text(_ text: String) {
        raw("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case ..<32: raw("\\u00" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16))
            default: bytes.append(byte)
            }
        }
        raw("\"")
    }
}
