public import Foundation
public import MidbackCore
internal import Yams

/// Reads answers from JSON lines and from JSON or YAML files.
///
/// Accepted: an object of answers by linkId (`{"pain-site": ["whole"], "age-years": 44}`), or the same under the key
/// `answers`. A choice may be a string or a list of one; numbers are whole.
public struct AnswerReading: Sendable {
    private let machine: SurveyMachine
    private let kinds: [String: Item.Kind]

    /// For the questionnaire of an engine.
    public init(_ engine: Engine) {
        machine = SurveyMachine(engine)
        kinds = Dictionary(
            engine.pack.questionnaire.items.map { ($0.linkId, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    /// The response in one JSON document.
    /// - Throws: `AnswerFault`; with `.answers` all faulty items at once.
    public func json(_ bytes: UnsafeBufferPointer<UInt8>) throws(AnswerFault) -> QuestionnaireResponse {
        try response(try JSONScanner.read(bytes))
    }

    /// The assessment of the response in one JSON document.
    /// - Throws: as `json`.
    func assessment(_ bytes: UnsafeBufferPointer<UInt8>) throws(AnswerFault) -> Assessment {
        let draft = try draft(try JSONScanner.read(bytes))
        let (problems, assessment) = machine.assess(draft.response)
        guard let assessment, draft.problems.isEmpty else { throw Self.fault(draft.problems, problems) }
        return assessment
    }

    /// The response in a JSON or YAML text.
    public func text(_ data: Data) throws(AnswerFault) -> QuestionnaireResponse {
        guard let text = String(data: data, encoding: .utf8) else { throw .encoding }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch { throw .syntax(column: 1) }
        guard let node else { throw .notAnObject }
        var budget = Self.mostNodes
        return try response(try Self.value(node, &budget))
    }

    /// A few aliases of aliases unfold to more than any memory holds; no person has this many answers.
    private static let mostNodes = 20_000

    private static func value(_ node: Node, _ budget: inout Int) throws(AnswerFault) -> JSONScanner.Value {
        budget -= 1
        guard budget > 0 else { throw .syntax(column: 1) }
        if let mapping = node.mapping {
            var members: [(String, JSONScanner.Value)] = []
            for (key, inner) in mapping { members.append((key.string ?? "", try value(inner, &budget))) }
            return .object(members)
        }
        if let sequence = node.sequence {
            var values: [JSONScanner.Value] = []
            for inner in sequence { values.append(try value(inner, &budget)) }
            return .list(values)
        }
        // Codes such as "yes" and "5" stay text; the item decides what they are.
        if let text = node.string { return .text(text) }
        return .literal(nil)
    }

    private func response(_ value: JSONScanner.Value) throws(AnswerFault) -> QuestionnaireResponse {
        let draft = try draft(value)
        let problems = machine.check(draft.response)
        guard problems.isEmpty, draft.problems.isEmpty else { throw Self.fault(draft.problems, problems) }
        return draft.response
    }

    /// One fault an item: what is wrong with the text comes before what is wrong with the answer.
    private static func fault(_ reading: [AnswerProblem], _ checking: [AnswerProblem]) -> AnswerFault {
        let known = Set(reading.map(\.linkId))
        let all = reading + checking.filter { !known.contains($0.linkId) }
        return .answers(all.sorted { $0.linkId < $1.linkId })
    }

    private func draft(
        _ value: JSONScanner.Value
    ) throws(AnswerFault) -> (response: QuestionnaireResponse, problems: [AnswerProblem]) {
        guard case .object(let members) = value else { throw .notAnObject }
        let inner = members.first { $0.key == "answers" }?.value ?? value
        guard case .object(let answers) = inner else { throw .notAnObject }
        var response = QuestionnaireResponse()
        var problems: [AnswerProblem] = []
        if members.contains(where: { $0.key == "answers" }) {
            // An answer beside the answers would not be read: that must not look like "not ticked".
            for member in members where kinds[member.key] != nil {
                problems.append(.init(linkId: member.key, kind: .severalAnswers))
            }
        }
        for (linkId, value) in answers {
            guard let kind = kinds[linkId] else {
                problems.append(.init(linkId: linkId, kind: .unknownItem))
                continue
            }
            if response.answers[linkId] != nil {
                problems.append(.init(linkId: linkId, kind: .severalAnswers))
            } else if let answer = Self.answer(value, kind) {
                response.answers[linkId] = answer
            } else if !Self.isEmpty(value) {
                problems.append(.init(linkId: linkId, kind: .wrongType))
            }
        }
        return (response, problems)
    }

    private static func isEmpty(_ value: JSONScanner.Value) -> Bool {
        switch value {
        case .literal(nil): true
        case .list(let values): values.isEmpty
        default: false
        }
    }

    private static func answer(_ value: JSONScanner.Value, _ kind: Item.Kind) -> Answer? {
        switch (kind, value) {
        case (.integer, .number(let number)): return Int(exactly: number).map { .number($0) }
        case (.integer, .text(let text)): return Int(text).map { .number($0) }
        case (.integer, _): return nil
        case (.text, _): return strings(value).map { .lines($0) }
        default: return strings(value).map { .codes($0) }
        }
    }

    private static func strings(_ value: JSONScanner.Value) -> [String]? {
        switch value {
        case .text(let text): return [text]
        case .number(let number): return Int(exactly: number).map { [String($0)] }
        case .list(let values):
            var result: [String] = []
            for value in values {
                guard let inner = strings(value), inner.count == 1 else { return nil }
                result += inner
            }
            return result.isEmpty ? nil : result
        default: return nil
        }
    }
}
