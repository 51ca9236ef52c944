/// Text that is safe to put into a page. The type keeps escaped text apart from text that still needs it.
struct HTML: Hashable, Sendable {
    var markup: String

    static let empty = HTML(markup: "")

    init(markup: String) { self.markup = markup }

    /// Plain text, with the five characters escaped that mean something in HTML.
    init(_ text: String) { markup = Self.escape(text) }

    init(_ number: Int) { markup = String(number) }

    var isEmpty: Bool { markup.isEmpty }

    static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }

    static func escape(_ text: String) -> String {
        // Most texts need nothing: look before copying.
        guard text.utf8.contains(where: isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if isSpecial(byte) { bytes.append(contentsOf: entity(byte).utf8) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
        default: false
        }
    }

    private static func entity(_ byte: UInt8) -> String {
        switch byte {
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x27: "&#39;"
        case 0x3C: "&lt;"
        default: "&gt;"
        }
    }
}

extension Sequence<HTML> {
    /// All parts one after the other.
    func joined() -> HTML {
        var markup = ""
        for part in self { markup += part.markup }
        return HTML(markup: markup)
    }
}
