import Foundation
import MidbackStore

/// The bytes of entries: JSON with sorted keys, the same on every machine.
enum PlanCodec {
    static func draft(_ kind: PlanEntry.Kind, _ value: some Encodable) -> PlanEntryDraft {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and finite numbers only: encoding cannot fail. Empty data would be refused by the store.
        return PlanEntryDraft(kind: kind, payload: (try? encoder.encode(value)) ?? Data())
    }

    static func decode<Value: Decodable>(_ entry: PlanEntry, as type: Value.Type) throws(IntakeError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: entry.payload)
        } catch {
            throw .unreadable
        }
    }
}
