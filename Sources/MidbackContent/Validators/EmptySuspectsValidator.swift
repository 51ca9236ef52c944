import MidbackCore

/// A rule that names nothing to check for; catch-alls say `unspecified-serious`.
struct EmptySuspectsValidator: Validator {
    static let id = "empty-suspects"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.rules.filter(\.suspects.isEmpty).map {
            fault(
                "rule '\($0.id)' suspects no cause", at: draft.sources.location(of: .rule, $0.id, "suspects", in: .rule)
            )
        }
    }
}
