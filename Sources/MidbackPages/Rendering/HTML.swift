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
        guard text.utf8.contains(where: { entity(for: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = entity(for: byte) { bytes.append(contentsOf: entity.utf8) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
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
