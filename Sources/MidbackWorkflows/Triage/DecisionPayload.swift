import Foundation
public import MidbackCore

/// What a decision record seals: the input that is not in the answers, and what was decided. The same answers,
/// content and engine give the same bytes.
public struct DecisionPayload: Hashable, Codable, Sendable {
    /// Gate lists with a row that was taken back without confirmation.
    public var contradicted: [String]
    /// What was decided.
    public var assessment: Assessment
    /// The answers behind each fired rule.
    public var rules: [RuleExplanation]

    init(_ engine: Engine, _ explainer: Explainer, _ response: QuestionnaireResponse, contradicted: [String]) {
        self.contradicted = contradicted
        assessment = engine.assess(response, contradicted: contradicted)
        rules = explainer.rules(response, assessment.triage)
    }

    /// The bytes that are stored.
    var bytes: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and finite numbers only: encoding cannot fail. Empty data would be refused by the store.
        return (try? encoder.encode(self)) ?? Data()
    }

    init(bytes: Data) throws(IntakeError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: bytes)
        } catch {
            throw .unreadable
        }
    }
}
