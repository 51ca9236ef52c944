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
        writer.line(line)
        writer.raw(",\"level\":")
        writer.text(triage.level.id)
        writer.raw(",\"fired\":")
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
        writer.line(line)
        writer.raw(",\"error\":")
        writer.text(fault.id)
        writer.raw(",\"message\":")
        writer.text(fault.message)
        if case .answers(let problems) = fault {
            writer.raw(",\"items\":[")
            for (offset, problem) in problems.enumerated() {
                if offset > 0 { writer.raw(",") }
                writer.raw("{\"linkId\":")
                writer.text(problem.linkId)
                writer.raw(",\"kind\":")
                writer.text(problem.kind.rawValue)
                writer.raw("}")
            }
            writer.raw("]")
        }
        writer.raw("}\n")
        return writer.bytes
    }

    private mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func plain(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func line(_ number: Int) {
        raw("{\"line\":")
        plain(String(number))
    }

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
            raw(":")
            probability(table.values[offset])
        }
        raw("}")
    }

    /// Probabilities have nine decimals: the digits of a whole number of billionths, without trailing zeros, read back
    /// to the same value.
    private mutating func probability(_ value: Double) {
        var billionths = UInt64((value * 1e9).rounded())
        if billionths >= 1_000_000_000 { raw("1.") } else { raw("0.") }
        billionths %= 1_000_000_000
        var unit: UInt64 = 100_000_000
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(billionths / unit))
            billionths %= unit
            unit /= 10
        } while billionths > 0
    }

    private mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            // Ids need no escapes.
            if utf8.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: utf8)
            } else {
                for byte in utf8 { escaped(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case ..<32: plain("\\u00" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16))
        default: bytes.append(byte)
        }
    }
}
