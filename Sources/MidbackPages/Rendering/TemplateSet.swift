import Mustache

/// The templates of one language, ready to be turned into stencils.
struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    private let sections: [String: [String]]
    private let names: Set<String>

    init(_ source: TemplateSource, words: Words) throws(PagesError) {
        let missing = Set(source.fragments.values.flatMap(TemplateSource.wordIds)).filter { !words.has($0) }
        guard missing.isEmpty else { throw .missingWords(missing.sorted()) }
        var library = MustacheLibrary()
        for (name, text) in source.fragments.sorted(by: { $0.key < $1.key }) {
            do {
                try library.register(TemplateSource.putWords(words, into: text), named: name)
            } catch {
                throw .brokenTemplate(name)
            }
        }
        self.library = library
        sections = source.fragments.mapValues(TemplateSource.sections)
        names = Set(source.fragments.keys)
    }

    func has(_ name: String) -> Bool { names.contains(name) }

    /// Whether these facts decide every section of a fragment.
    func isDecided(_ name: String, by facts: Facts) -> Bool {
        (sections[name] ?? []).allSatisfy { facts.values[$0] != nil || facts.rowsName($0) }
    }

    /// Renders a fragment with what is known now. Every name left over is a hole.
    func stencil(_ name: String, _ facts: Facts = [:]) throws(PagesError) -> Stencil {
        guard isDecided(name, by: facts), let text = library.render(facts, withTemplate: name) else {
            throw .brokenTemplate(name)
        }
        return Stencil(text)
    }
}

extension Facts {
    /// Whether a row of one of the lists has this name.
    fileprivate func rowsName(_ name: String) -> Bool {
        values.values.contains { value in
            guard let rows = value as? [Facts] else { return false }
            return rows.isEmpty || rows.contains { $0.values[name] != nil || $0.rowsName(name) }
        }
    }
}
