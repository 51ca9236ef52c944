/// Template files, cut into fragments. A file holds one or more: a line `===== name` starts the fragment `file.name`;
/// what stands before the first such line is the fragment `file`.
struct TemplateSource: Sendable {
    /// Fragment text by name.
    let fragments: [String: String]

    init(files: [(name: String, text: String)]) {
        var fragments: [String: String] = [:]
        for file in files {
            var name = file.name
            var lines: [Substring] = []
            for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("===== ") {
                    fragments[name] = Self.join(lines)
                    name = "\(file.name).\(line.dropFirst(6))"
                    lines = []
                } else {
                    lines.append(line)
                }
            }
            fragments[name] = Self.join(lines)
        }
        self.fragments = fragments.filter { !$0.value.isEmpty }
    }

    /// The templates in the binary.
    static let embedded = TemplateSource(
        files: EmbeddedResources.names.filter { $0.hasPrefix("Templates/") && $0.hasSuffix(".mustache") }.map {
            (String($0.dropFirst(10).dropLast(9)), EmbeddedResources.text($0))
        })

    // Indentation is for readers of the template, not for browsers.
    private static func join(_ lines: [Substring]) -> String {
        lines.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static let tags = Brackets("{{", "}}")
    private static let placeholders = Brackets("{", "}")

    /// Ids of the words a fragment names: `{{w:id}}` as markup, `{{t:id}}` as plain text for titles and attributes.
    static func wordIds(in text: String) -> [String] {
        tags.contents(text).filter { $0.hasPrefix("w:") || $0.hasPrefix("t:") }.map { String($0.dropFirst(2)) }
    }

    /// Names of sections, which have to be facts: a request cannot switch a section.
    static func sections(in text: String) -> [String] {
        tags.contents(text).filter { $0.hasPrefix("#") || $0.hasPrefix("^") }.map { String($0.dropFirst()) }
    }

    /// The fragment with its words put in. A placeholder of a sentence (`{count}`) becomes a name of the template.
    static func putWords(_ words: Words, into text: String) -> String {
        tags.replace(text) { tag in
            let id = String(tag.dropFirst(2))
            if tag.hasPrefix("w:") { return placeholders.replace(words.html(id).markup) { "{{\($0)}}" } }
            if tag.hasPrefix("t:") { return placeholders.replace(HTML.escape(words.plain(id))) { "{{\($0)}}" } }
            return nil
        }
    }
}
