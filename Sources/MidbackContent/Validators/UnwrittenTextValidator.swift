import MidbackCore

/// A text that still stands for one that has to be written.
struct UnwrittenTextValidator: Validator {
    static let id = "unwritten-text"
    private static let marks = ["To be written", "Por escribir", "TODO", "TBD", "Lorem ipsum"]

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.index.texts.flatMap { site in
            Language.allCases.filter { language in Self.marks.contains { site.text[language].contains($0) } }.map {
                fault("the text (\($0.rawValue)) is still to be written", at: site.location(of: $0))
            }
        }
    }
}

extension ContentIndex.TextSite {
    /// The line of the wording in one language.
    func location(of language: Language) -> SourceLocation {
        switch language {
        case .en: location
        case .es: spanishLocation
        }
    }
}
