/// A small JSON reader for lines of answers: objects, lists, strings, whole numbers. Written for bulk, where a general
/// decoder would take most of the time; everything else reads with Yams.
struct JSONScanner {
    /// What a line can hold.
    enum Value {
        case object([(key: String, value: Value)])
        case list([Value])
        case text(String)
        case number(Double)
        case literal(Bool?)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private static let deepest = 16

    /// Reads one whole document.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(AnswerFault) -> Value {
        var scanner = JSONScanner(bytes: bytes)
        let value = try scanner.value(depth: 0)
        scanner.skipSpaces()
        guard scanner.position == bytes.count else { throw scanner.fault }
        return value
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var fault: AnswerFault { .syntax(column: position + 1) }

    private mutating func skipSpaces() {
        while position < bytes.count {
            switch bytes[position] {
            case 32, 9, 10, 13: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpaces()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(AnswerFault) -> Value {
        skipSpaces()
        guard position < bytes.count, depth < Self.deepest else { throw fault }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try literal("true", true)
        case UInt8(ascii: "f"): return try literal("false", false)
        case UInt8(ascii: "n"): return try literal("null", nil)
        default: return .number(try number())
        }
    }

    private mutating func object(_ depth: Int) throws(AnswerFault) -> Value {
        position += 1
        var members: [(key: String, value: Value)] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpaces()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw fault }
            members.append((key, try value(depth: depth + 1)))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault }
        return .object(members)
    }

    private mutating func list(_ depth: Int) throws(AnswerFault) -> Value {
        position += 1
        var values: [Value] = []
        if take(UInt8(ascii: "]")) { return .list(values) }
        repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault }
        return .list(values)
    }

    private mutating func literal(_ word: StaticString, _ meaning: Bool?) throws(AnswerFault) -> Value {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[offset] else { throw fault }
            position += 1
        }
        return .literal(meaning)
    }

    private mutating func number() throws(AnswerFault) -> Double {
        let start = position
        while position < bytes.count, Self.isNumberByte(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard position > start, let number = Double(text), number.isFinite else {
            position = start
            throw fault
        }
        return number
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 43, 45, 46, 48...57, 69, 101: true
        default: false
        }
    }

    private mutating func string() throws(AnswerFault) -> String {
        position += 1
        let start = position
        var seen: UInt8 = 0
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"),
            bytes[position] >= 32
        {
            seen |= bytes[position]
            position += 1
        }
        guard position < bytes.count else { throw fault }
        guard bytes[position] == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        defer { position += 1 }
        // Ids are plain letters: nothing to validate.
        if seen < 128 {
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        }
        guard let text = String(validating: bytes[start..<position], as: UTF8.self) else { throw .encoding }
        return text
    }

    private mutating func escapedString(from start: Int) throws(AnswerFault) -> String {
        var result = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: result, as: UTF8.self) else { throw .encoding }
                return text
            case UInt8(ascii: "\\"): result += try escape()
            case ..<32: throw fault
            default: result.append(byte)
            }
        }
        throw fault
    }

    private mutating func escape() throws(AnswerFault) -> [UInt8] {
        guard position < bytes.count else { throw fault }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
        default: throw fault
        }
    }

    private mutating func scalar() throws(AnswerFault) -> Character {
        let first = try hex()
        if let scalar = UnicodeScalar(first) { return Character(scalar) }
        guard (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault }
        let second = try hex()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = UnicodeScalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
        else { throw fault }
        return Character(scalar)
    }

    private mutating func hex() throws(AnswerFault) -> UInt16 {
        guard position + 4 <= bytes.count,
            let value = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw fault }
        position += 4
        return value
    }
}
