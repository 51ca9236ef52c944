/// Writes iCalendar text.
/// - Source: RFC 5545 (format), RFC 7986 (name, refresh, colour).
struct ICalendar {
    private(set) var lines: [String] = []

    /// One property; `value` is written as it is.
    mutating func add(_ name: String, _ value: String) { lines.append(name + ":" + value) }

    /// One property whose value is text.
    mutating func add(_ name: String, text: String) { add(name, Self.escaped(text)) }

    /// Lines end with CR LF, and no line is longer than 75 octets.
    var text: String { lines.map { Self.folded($0) + "\r\n" }.joined() }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", ";", ",": result += "\\\(character)"
            case "\n", "\r\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }

    /// A character is never split: a phone would show nonsense instead of an accent.
    private static func folded(_ line: String) -> String {
        var result = ""
        var room = 75
        for character in line {
            let size = character.utf8.count
            if size > room {
                result += "\r\n "
                room = 74
            }
            result.append(character)
            room -= size
        }
        return result
    }
}
