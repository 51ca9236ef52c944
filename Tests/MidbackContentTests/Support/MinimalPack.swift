import MidbackContent

/// The smallest content that passes every check: an invented survey of one gate list, an age and a duration, one rule,
/// one serious and one benign cause. Broken examples change one place of it.
enum MinimalPack {
    /// All its files.
    static let files: [ContentFile] =
        (texts.map { ContentFile(path: $0.key, text: $0.value) } + laterSteps).sorted { $0.path < $1.path }

    private static let texts: [String: String] = knowledge.merging(survey) { first, _ in first }
        .merging(rules) { first, _ in first }.merging(models) { first, _ in first }

    /// Steps 2 to 8 hold one optional question each.
    private static let laterSteps: [ContentFile] = (2...8).map { number in
        ContentFile(
            path: "questionnaire/0\(number)-later.yaml",
            text: """
                number: \(number)
                id: step-\(number)
                title: {en: Step \(number), es: Paso \(number)}
                items:
                  - {linkId: extra-\(number), kind: boolean3, requirement: "no", text: {en: More?, es: ¿Más?}}
                """)
    }

    /// Files with one text replaced; `nil` when the text does not occur in the file.
    static func replacing(_ old: String, with new: String, in path: String) -> [ContentFile]? {
        guard let file = files.first(where: { $0.path == path }), file.text.contains(old) else { return nil }
        let changed = ContentFile(path: path, text: file.text.replacing(old, with: new, maxReplacements: 1))
        return files.map { $0.path == path ? changed : $0 }
    }
}
