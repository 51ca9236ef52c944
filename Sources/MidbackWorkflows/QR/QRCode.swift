/// A QR code (model 2, byte mode, correction level M, versions 1 to 6), for the address of a private link.
/// - Source: ISO/IEC 18004
public struct QRCode: Hashable, Sendable {
    /// Modules along one side, without the quiet zone.
    public let size: Int
    /// Row by row; `true` is dark.
    let modules: [Bool]

    /// Draws a text; `nil` when it has more than 106 bytes in UTF-8.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        let grid = QRGrid(version, codewords: version.codewords(bytes))
        let best = (0..<8).map { grid.masked($0) }.min { $0.penalty < $1.penalty }
        size = version.size
        modules = (best ?? grid).dark
    }

    /// Whether the module is dark; outside is light.
    public func isDark(row: Int, column: Int) -> Bool {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
        return modules[row * size + column]
    }

    /// An SVG element with a quiet zone of four modules. Black on white in dark pages too, because readers need it.
    /// - Parameter label: what it is, for screen readers; plain text without markup.
    public func svg(label: String) -> String {
        let side = size + 8
        let escaped = label.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" width="\(side * 5)" \
            height="\(side * 5)" role="img" aria-label="\(escaped)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One rectangle for each run of dark modules of a row.
    private var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while isDark(row: row, column: column) { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                column += 1
            }
        }
        return path
    }
}
