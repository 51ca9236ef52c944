/// One file under `/static/`, its name carrying a hash of its bytes, so that it may be cached for ever.
public struct StaticFile: Sendable {
    /// Name with hash, for example `midback.1f0c55aa03e9d781.css`.
    public let name: String
    /// Media type.
    public let contentType: String
    /// Content.
    public let bytes: [UInt8]

    init(stem: String, kind: String, text: String) {
        bytes = Array(text.utf8)
        name = "\(stem).\(Self.hash(bytes)).\(kind)"
        contentType = Self.contentTypes[kind] ?? "application/octet-stream"
    }

    private static let contentTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// FNV-1a, 64 bits: enough to tell versions of a file apart.
    private static func hash(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The files of one clinic: style sheet in its colour, scripts, icon.
struct StaticFiles: Sendable {
    let all: [StaticFile]

    init(accent: Accent) {
        var made: [StaticFile] = []
        for name in EmbeddedResources.names where name.hasPrefix("Public/") {
            let parts = name.dropFirst(7).split(separator: ".")
            let kind = String(parts.last ?? "")
            var text = EmbeddedResources.text(name)
            // The clinic's colour stands in the one sheet that every page has.
            if kind == "css" { text = (name == "Public/midback.css" ? accent.styles : "") + Self.compact(text) }
            if kind == "svg" { text = Brackets("fill=\"#", "\"").replace(text, Self.recolour(accent)) }
            if kind == "js" { text = Self.importing(made, in: text) }
            made.append(StaticFile(stem: String(parts.first ?? ""), kind: kind, text: text))
        }
        all = made
    }

    /// A script that imports another one names it with its hash. The other one comes first in the order of names.
    private static func importing(_ files: [StaticFile], in script: String) -> String {
        Brackets("from \"./", "\"").replace(script) { name in
            let stem = name.split(separator: ".").first.map(String.init) ?? name
            let file = files.first { $0.name.hasPrefix(stem + ".") && $0.name.hasSuffix(".js") }
            return file.map { "from \"./\($0.name)\"" }
        }
    }

    /// Address of a file by its name before hashing, without the kind: `midback`, `survey`, `icon`.
    func address(_ stem: String, _ kind: String) -> String {
        let file = all.first { $0.name.hasPrefix("\(stem).") && $0.name.hasSuffix(".\(kind)") }
        return Routes.asset(file?.name ?? "\(stem).\(kind)")
    }

    /// The icon's ground takes the clinic's colour; white stays.
    private static func recolour(_ accent: Accent) -> (String) -> String? {
        { $0 == "fff" ? nil : "fill=\"\(accent.light.hex)\"" }
    }

    // Comments and indentation are for readers of the source.
    private static func compact(_ css: String) -> String {
        Brackets("/*", "*/").replace(css) { _ in "" }
            .split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
