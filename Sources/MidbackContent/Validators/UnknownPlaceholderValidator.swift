import MidbackCore

/// A `{name}` that nothing fills in, a loose brace, or placeholders that differ between the languages. Sentences of
/// the interface may also have parameters that pages fill in; their names begin in lower case.
struct UnknownPlaceholderValidator: Validator {
    static let id = "unknown-placeholder"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.texts.flatMap { site in
            Language.allCases.flatMap { wording(site, $0) } + difference(site)
        }
    }

    private func wording(_ site: ContentIndex.TextSite, _ language: Language) -> [Diagnostic] {
        let text = site.text[language]
        var texts = Placeholder.names(in: text).filter { !isKnown($0, site.role) }.sorted().map {
            "unknown placeholder '{\($0)}'"
        }
        if Placeholder.hasLooseBrace(text) { texts.append("a brace without its partner") }
        return texts.map { fault($0, at: site.location(of: language)) }
    }

    private func isKnown(_ name: String, _ role: ContentIndex.TextSite.Role) -> Bool {
        if Placeholder.contacts.contains(name) { return true }
        return role == .interface && name.wholeMatch(of: /[a-z][A-Za-z0-9-]*/) != nil
    }

    /// A number must not be told to half of the readers only.
    private func difference(_ site: ContentIndex.TextSite) -> [Diagnostic] {
        guard !site.text.en.isBlank, !site.text.es.isBlank else { return [] }
        let (en, es) = (Placeholder.names(in: site.text.en), Placeholder.names(in: site.text.es))
        return en.symmetricDifference(es).sorted().map {
            let language = en.contains($0) ? "en" : "es"
            return fault("placeholder '{\($0)}' stands in \(language) only", at: site.location)
        }
    }
}
