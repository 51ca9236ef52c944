import MidbackCore

/// A group member that is no finding, names a value where the whole finding is one member (or the reverse), or lies in
/// two groups, where its evidence would count twice.
struct EvidenceGroupValidator: Validator {
    static let id = "evidence-group"
    static let needsEveryFile = true

    func check(_ draft: DraftPack) -> [Diagnostic] {
        var groupOf: [String: String] = [:]
        return draft.pack.seriousModel.groups.flatMap { group in
            group.members.compactMap { member -> Diagnostic? in
                let first = groupOf[member]
                groupOf[member] = first ?? group.id
                let text = first.map { "'\(member)' is already in group '\($0)'" } ?? Self.text(member, draft)
                let place = draft.sources.location(of: .groupMember, group.id, member, in: .evidenceGroup)
                return text.map { fault($0, at: place) }
            }
        }
    }

    private static func text(_ member: String, _ draft: DraftPack) -> String? {
        guard case .atom(let atom)? = try? ExpressionParser.parse(member) else {
            return "'\(member)' must be 'finding' or 'finding:value'"
        }
        guard let finding = draft.findings[atom.id] else { return "unknown finding '\(atom.id)'" }
        switch (finding.kind, atom.test) {
        case (.multi, .contains(let value)):
            return finding.allValues.contains(value) ? nil : "'\(atom.id)' has no value '\(value)'"
        case (.multi, _): return "'\(atom.id)' can have several values: name one, '\(atom.id):value'"
        case (_, .holds): return nil
        default: return "'\(atom.id)' is one member as a whole: leave its value out"
        }
    }
}
