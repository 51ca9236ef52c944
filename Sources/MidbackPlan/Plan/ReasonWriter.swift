public import MidbackCore

/// Writes reasons as sentences of one language. Names that are not in the pack come in from outside.
public struct ReasonWriter: Sendable {
    private let language: Language
    private let sentences: [ReasonID: LocalizedText]
    private let names: [String: LocalizedText]

    /// A writer; `causes` are the names of causes by id.
    public init(_ pack: PlanPack, language: Language, causes: [String: LocalizedText] = [:]) {
        self.language = language
        sentences = Dictionary(pack.reasons.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        var names: [String: LocalizedText] = [:]
        for exercise in pack.library.exercises { names["exercise." + exercise.id] = exercise.name }
        for rule in pack.library.safety.rules { names["flag." + rule.flag] = rule.meaning }
        for track in pack.tracks { names["track." + track.id.rawValue] = track.name }
        for (id, name) in causes { names["cause." + id] = name }
        for word in pack.words { names[word.id] = word.text }
        self.names = names
    }

    /// The sentence; ids without a name stay as they are.
    public func text(_ reason: Reason) -> String {
        guard let sentence = sentences[reason.id] else { return reason.id.rawValue }
        var text = sentence[language]
        for parameter in reason.parameters {
            let name = names[parameter.name + "." + parameter.value]?[language] ?? parameter.value
            text = Self.replacing("{" + parameter.name + "}", in: text, with: name)
        }
        return text
    }

    private static func replacing(_ mark: String, in text: String, with value: String) -> String {
        var parts: [Substring] = []
        var rest = text[...]
        while let range = rest.firstRange(of: mark) {
            parts += [rest[..<range.lowerBound], value[...]]
            rest = rest[range.upperBound...]
        }
        return (parts + [rest]).joined()
    }
}
