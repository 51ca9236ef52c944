import MidbackCore

/// Reads a file of `words/`: sentences of the interface by dotted id, unique over all files.
enum WordsDecoder {
    static func decode(_ reader: NodeReader) -> [String: LocalizedText] {
        reader.dictionary("words", isRequired: true) { words, id in
            words.context.define(EntityID(.word, id), at: words.place(of: id))
            return words.text(id, role: .interface)
        }
    }
}

/// The words that the loader itself puts into the questionnaire.
struct CommonWords {
    let none, notSure, unsureTitle, unsureNone, yes, no: LocalizedText

    /// Looks the words up and reports each that is missing.
    init(_ words: [String: LocalizedText], in context: ReadingContext) {
        func word(_ name: String) -> LocalizedText {
            if let text = words["common.\(name)"] { return text }
            let place = SourceLocation(file: "words/common.yaml", line: 1)
            context.report(Diagnostic(at: place, "missing word 'common.\(name)'", ruleId: "missing-key"))
            return LocalizedText(en: "", es: "")
        }
        none = word("none")
        notSure = word("not-sure")
        unsureTitle = word("unsure-title")
        unsureNone = word("unsure-none")
        yes = word("yes")
        no = word("no")
    }
}
