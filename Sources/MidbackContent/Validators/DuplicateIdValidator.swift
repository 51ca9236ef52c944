/// An id that is given twice: the second would silently hide the first.
struct DuplicateIdValidator: Validator {
    static let id = "duplicate-id"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        var seen: [EntityID: SourceLocation] = [:]
        return draft.index.definitions.compactMap { definition in
            guard let first = seen.updateValue(seen[definition.id] ?? definition.location, forKey: definition.id)
            else { return nil }
            let name = "\(definition.id.kind.rawValue) '\(definition.id.id)'"
            return fault("duplicate \(name), first in \(first.file):\(first.line)", at: definition.location)
        }
    }
}
