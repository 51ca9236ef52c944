import MidbackCore

/// A text that lacks a language (error), or a sentence that is the same in both (warning: probably not translated).
struct MissingTranslationValidator: Validator {
    static let id = "missing-translation"
    /// Shorter texts are often the same on purpose ("No", "MRI").
    private static let sentenceLength = 16

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.texts.flatMap { site in missing(site) + untranslated(site) }
    }

    private func missing(_ site: ContentIndex.TextSite) -> [Diagnostic] {
        let english = site.text.en.isBlank ? [fault("the English wording (en) is missing", at: site.location)] : []
        let spanish =
            site.text.es.isBlank ? [fault("the Spanish wording (es) is missing", at: site.spanishLocation)] : []
        return english + spanish
    }

    private func untranslated(_ site: ContentIndex.TextSite) -> [Diagnostic] {
        let text = site.text
        guard text.en == text.es, text.en.count >= Self.sentenceLength, text.en.contains(" ") else { return [] }
        return [fault("the Spanish wording is the English one", at: site.spanishLocation, .warning)]
    }
}

extension String {
    /// Whether it holds nothing but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
