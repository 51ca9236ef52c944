import MidbackCore

/// A level without its safety net, or a safety net that names no sign to watch for.
struct SafetyNetValidator: Validator {
    static let id = "safety-net"
    static let needsEveryFile = true

    func check(_ draft: DraftPack) -> [Diagnostic] {
        missing(draft)
            + draft.pack.safetyNets.filter(\.watchFor.isEmpty).map {
                fault(
                    "the safety net of '\($0.level.id)' names no sign to watch for",
                    at: draft.sources.location(of: .safetyNet, $0.level.id))
            }
    }

    private func missing(_ draft: DraftPack) -> [Diagnostic] {
        let place = SourceLocation(file: "safety-nets.yaml", line: 1)
        return Set(Disposition.allCases).subtracting(draft.pack.safetyNets.map(\.level)).sorted().map {
            fault("no safety net for '\($0.id)'", at: place)
        }
    }
}
