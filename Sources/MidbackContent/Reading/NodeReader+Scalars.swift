import MidbackCore
import Yams

extension NodeReader {
    /// A word or sentence.
    func string(_ key: String) -> String { convert(key, required(key), "a text", \.writtenText) ?? "" }

    /// A word or sentence that may be missing or `null`.
    func optionalString(_ key: String) -> String? {
        convert(key, optional(key).flatMap(Self.unlessNull), "a text", \.writtenText)
    }

    /// A whole number.
    func integer(_ key: String) -> Int { convert(key, required(key), "a whole number", \.writtenInteger) ?? 0 }

    /// A whole number that may be missing.
    func optionalInteger(_ key: String) -> Int? { convert(key, optional(key), "a whole number", \.writtenInteger) }

    /// A number.
    func number(_ key: String) -> Double { convert(key, required(key), "a number", \.writtenNumber) ?? 0 }

    /// A number that may be missing.
    func optionalNumber(_ key: String) -> Double? { convert(key, optional(key), "a number", \.writtenNumber) }

    /// true or false; false when missing.
    func flag(_ key: String) -> Bool { optionalFlag(key) ?? false }

    /// true or false, or `nil` when missing.
    func optionalFlag(_ key: String) -> Bool? { convert(key, optional(key), "true or false", \.writtenFlag) }

    /// A number between 0 and 1; its range is checked by a validator.
    func probability(_ key: String) -> Double {
        let value = number(key)
        context.addProbability(value, at: place(of: key))
        return value
    }

    /// A number between 0 and 1 that may be missing.
    func optionalProbability(_ key: String) -> Double? { has(key) ? probability(key) : optionalNumber(key) }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable<String>>(_ key: String, or standIn: Word) -> Word {
        convert(key, required(key), "one of the known words") { $0.writtenText.flatMap(Word.init(rawValue:)) }
            ?? standIn
    }

    /// A level id.
    func level(_ key: String) -> Disposition {
        convert(key, required(key), "a level") { $0.writtenText.flatMap(Disposition.init(id:)) } ?? .selfCare
    }

    private static func unlessNull(_ node: Node) -> Node? {
        if case .scalar = node, node.writtenText == nil { return nil }
        return node
    }

    private func convert<Value>(
        _ key: String, _ value: Node?, _ expected: String, _ conversion: (Node) -> Value?
    ) -> Value? {
        guard let value else { return nil }
        if let result = conversion(value) { return result }
        reportType(key, expected, at: value)
        return nil
    }
}
