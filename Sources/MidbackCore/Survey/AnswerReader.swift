/// Turns the strings of a form or file into one answer of an item.
struct AnswerReader {
    let item: Item

    /// The answer, or `nil` for an empty one.
    /// - Throws: the first fault of this item.
    func read(_ values: [String]) throws(AnswerProblem) -> Answer? {
        let given = values.filter { !$0.isEmpty }
        guard !given.isEmpty else { return nil }
        switch item.kind {
        case .choice, .boolean3, .multiChoice, .bodyMap: return try codes(given)
        case .integer: return try number(given)
        case .text: return try lines(values)
        }
    }

    private func codes(_ given: [String]) throws(AnswerProblem) -> Answer {
        let chosen = Set(given)
        guard chosen.allSatisfy({ item.option($0) != nil }) else { throw problem(.unknownOption) }
        guard item.kind.allowsSeveral || (chosen.count == 1 && given.count == 1) else {
            throw problem(.severalAnswers)
        }
        let ordered = item.options.filter { chosen.contains($0.code) }
        guard ordered.count == 1 || !ordered.contains(where: \.isExclusive) else { throw problem(.exclusive) }
        return .codes(ordered.map(\.code))
    }

    private func number(_ given: [String]) throws(AnswerProblem) -> Answer {
        guard given.count == 1 else { throw problem(.severalAnswers) }
        let trimmed = given[0].split(separator: " ").joined()
        guard let number = Int(trimmed) else { throw problem(.wrongType) }
        guard number >= item.min ?? .min, number <= item.max ?? .max else { throw problem(.outOfRange) }
        return .number(number)
    }

    private func lines(_ values: [String]) throws(AnswerProblem) -> Answer? {
        let lines = values.map(Self.trimmed).filter { !$0.isEmpty }
        let most = item.maxLength ?? 80
        // Letters can carry marks without end, so bytes are counted too.
        let areShort = lines.allSatisfy { $0.count <= most && $0.utf8.count <= 4 * most }
        guard lines.count <= item.maxCount ?? 1, areShort else { throw problem(.tooLong) }
        return lines.isEmpty ? nil : .lines(lines)
    }

    private static func trimmed(_ text: String) -> String {
        let visible = text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
        return String(String.UnicodeScalarView(visible)).split(separator: " ").joined(separator: " ")
    }

    private func problem(_ kind: AnswerProblem.Kind) -> AnswerProblem { .init(linkId: item.linkId, kind: kind) }
}
