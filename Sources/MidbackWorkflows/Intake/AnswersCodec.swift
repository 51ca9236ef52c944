import Foundation
import MidbackCore

/// The bytes in which answers are stored: JSON with sorted keys, the same on every machine.
enum AnswersCodec {
    /// Answers with what must be known of the versions before them; surveys of earlier programs have no trail.
    private struct Stored: Codable {
        var answers: [String: Answer]
        var trail: GateTrail?
    }

    static func encode(_ response: QuestionnaireResponse, _ trail: GateTrail? = nil) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Strings and numbers only: encoding cannot fail. Empty data would be refused by the store.
        return (try? encoder.encode(Stored(answers: response.answers, trail: trail))) ?? Data()
    }

    static func decode(_ data: Data) throws(IntakeError) -> QuestionnaireResponse { try decodeWithTrail(data).response }

    static func decodeWithTrail(
        _ data: Data
    ) throws(IntakeError) -> (response: QuestionnaireResponse, trail: GateTrail?) {
        do {
            let stored = try JSONDecoder().decode(Stored.self, from: data)
            return (QuestionnaireResponse(answers: stored.answers), stored.trail)
        } catch {
            throw .unreadable
        }
    }
}
