/// Finds and replaces bracketed parts of a text, byte by byte. `Regex` would take a tenth of a second at every start.
struct Brackets {
    private let open: [UInt8]
    private let close: [UInt8]

    init(_ open: String, _ close: String) {
        self.open = Array(open.utf8)
        self.close = Array(close.utf8)
    }

    /// Cuts a text into plain parts and the contents of brackets, in order. An open bracket without an end is plain.
    func parts(_ text: String, plain: (String) -> Void, inner: (String) -> Void) {
        let bytes = Array(text.utf8)
        var start = 0
        var position = 0
        while position < bytes.count {
            guard bytes[position] == open[0], matches(open, bytes, position),
                let end = find(close, bytes, from: position + open.count)
            else {
                position += 1
                continue
            }
            if position > start { plain(String(decoding: bytes[start..<position], as: UTF8.self)) }
            inner(String(decoding: bytes[position + open.count..<end], as: UTF8.self))
            position = end + close.count
            start = position
        }
        if start < bytes.count { plain(String(decoding: bytes[start...], as: UTF8.self)) }
    }

    /// Contents of all brackets.
    func contents(_ text: String) -> [String] {
        var contents: [String] = []
        parts(text, plain: { _ in }, inner: { contents.append($0) })
        return contents
    }

    /// The text with every bracket replaced; `nil` leaves one as it stands.
    func replace(_ text: String, _ replacement: (String) -> String?) -> String {
        var result = ""
        let (opening, closing) = (String(decoding: open, as: UTF8.self), String(decoding: close, as: UTF8.self))
        parts(text, plain: { result += $0 }, inner: { result += replacement($0) ?? opening + $0 + closing })
        return result
    }

    private func matches(_ pattern: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
        guard position + pattern.count <= bytes.count else { return false }
        return pattern.indices.allSatisfy { bytes[position + $0] == pattern[$0] }
    }

    private func find(_ pattern: [UInt8], _ bytes: [UInt8], from start: Int) -> Int? {
        var position = start
        while position + pattern.count <= bytes.count {
            if bytes[position] == pattern[0], matches(pattern, bytes, position) { return position }
            position += 1
        }
        return nil
    }
}
