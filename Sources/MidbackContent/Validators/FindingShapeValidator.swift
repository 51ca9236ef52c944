import MidbackCore

/// A finding without what its kind needs, or with what it cannot have.
struct FindingShapeValidator: Validator {
    static let id = "finding-shape"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.findings.compactMap { finding in
            Self.text(finding, draft).map { fault($0, at: draft.sources.location(of: .finding, finding.id)) }
        }
    }

    private static func text(_ finding: FindingDefinition, _ draft: DraftPack) -> String? {
        if finding.kind != .number, finding.item != nil || finding.fallbackItem != nil {
            return "only a number has 'item'"
        }
        if finding.kind != .single, finding.otherwise != nil { return "only a single choice has 'otherwise'" }
        return switch finding.kind {
        case .bool: finding.values.map(\.id) == ["yes"] ? nil : "a yes/no finding has exactly the value 'yes'"
        case .single, .multi: finding.values.isEmpty ? "a finding with values needs some" : nil
        case .number: number(finding, draft)
        }
    }

    private static func number(_ finding: FindingDefinition, _ draft: DraftPack) -> String? {
        guard finding.values.isEmpty, let item = finding.item else { return "a number needs 'item' and no values" }
        let wrong = [item, finding.fallbackItem].compactMap { $0 }.first {
            draft.items[$0].map { $0.kind != .integer } ?? false
        }
        return wrong.map { "item '\($0)' does not hold a number" }
    }
}
