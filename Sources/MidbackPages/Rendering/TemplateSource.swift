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

    /// Ids of the words a fragment names: `{{w:id}}` as markup, `{{t:id}}` as plain text for titles and attributes.
    static func wordIds(in text: String) -> [String] {
        text.matches(of: /\{\{[wt]:([a-z0-9.-]+)\}\}/).map { String($0.1) }
    }

    /// Names of sections, which have to be facts: a request cannot switch a section.
    static func sections(in text: String) -> [String] {
        text.matches(of: /\{\{[#^]([A-Za-z]+)\}\}/).map { String($0.1) }
    }

    /// The fragment with its words put in. A placeholder of a sentence (`{count}`) becomes a name of the template.
    static func putWords(_ words: Words, into text: String) -> String {
        text.replacing(/\{\{([wt]):([a-z0-9.-]+)\}\}/) { match in
            let id = String(match.2)
            let sentence = match.1 == "w" ? words.html(id).markup : HTML.escape(words.plain(id))
            return sentence.replacing(/\{([a-z-]+)\}/) { "{{\($0.1)}}" }
        }
    }
}
