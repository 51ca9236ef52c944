import Foundation
import MidbackCore

/// The bytes in which answers are stored: JSON with sorted keys, the same on every machine.
enum AnswersCodec {
    static func encode(_ response: QuestionnaireResponse) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Strings and numbers only: encoding cannot fail. Empty data would be refused by the store.
        return (try? encoder.encode(response)) ?? Data()
    }

    static func decode(_ data: Data) throws(IntakeError) -> QuestionnaireResponse {
        do {
            return try JSONDecoder().decode(QuestionnaireResponse.self, from: data)
        } catch {
            throw .unreadable
        }
    }
}
