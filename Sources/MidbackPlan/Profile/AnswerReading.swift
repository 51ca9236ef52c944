import MidbackCore

/// Reads answers for the plan: yes, no, unknown ("not sure"), or `nil` for not asked or not answered.
/// - Source: `survey.md` sections 1.2 and 1.3.
struct AnswerReading {
    let response: QuestionnaireResponse
    /// Gate lists: a row ticked in the "which one?" list counts as yes.
    private static let gates: Set<String> = ["gate-now", "gate-nerves", "gate-other", "pregnancy-warning"]
    private static let withheld: [[String]] = [["rather-not-say"], ["prefer-not-say"]]

    init(_ response: QuestionnaireResponse) { self.response = response }

    /// One row of a list or one option of a choice.
    func row(_ linkId: String, _ code: String) -> Truth? {
        guard let codes = response.answers[linkId]?.codes, !codes.isEmpty else { return nil }
        if codes.contains(code) { return .yes }
        guard codes.contains("not-sure") || Self.withheld.contains(codes) else { return .no }
        guard let unsure = response.answers[linkId + "-unsure"]?.codes, !unsure.isEmpty else { return .unknown }
        guard unsure.contains(code) else { return .no }
        return Self.gates.contains(linkId) ? .yes : .unknown
    }

    /// The number of an item.
    func number(_ linkId: String) -> Int? { response.answers[linkId]?.number }

    /// The one code of a choice.
    func code(_ linkId: String) -> String? { response.answers[linkId]?.codes.first }

    /// The truth of an expression over answers; not asked counts as unknown inside NOT, AND and OR.
    func truth(_ expression: Expression) -> Truth? {
        switch expression {
        case .atom(let atom): truth(atom)
        case .macro: nil
        case .not(let inner): Self.negated(truth(inner))
        case .and(let parts): Self.all(parts.map(truth))
        case .or(let parts): Self.any(parts.map(truth))
        case .atLeast(let count, let parts): Self.atLeast(count, parts.map(truth))
        }
    }

    private func truth(_ atom: Expression.Atom) -> Truth? {
        switch atom.test {
        case .equals(let value), .contains(let value): equals(atom.id, value)
        case .differs(let value): Self.negated(equals(atom.id, value))
        case .oneOf(let values): Self.any(values.map { equals(atom.id, $0) })
        case .compares(let comparison, let constant):
            number(atom.id).map { comparison.holds($0, constant) ? .yes : .no }
        case .holds: row(atom.id, "yes")
        }
    }

    private func equals(_ id: String, _ value: String) -> Truth? {
        if let number = number(id), let constant = Int(value) { return number == constant ? .yes : .no }
        return row(id, value)
    }

    private static func negated(_ value: Truth?) -> Truth? {
        switch value {
        case .yes: .no
        case .no: .yes
        default: value
        }
    }

    private static func all(_ values: [Truth?]) -> Truth? {
        if values.contains(.no) { return .no }
        if values.allSatisfy({ $0 == .yes }) { return .yes }
        return values.contains(.unknown) ? .unknown : nil
    }

    private static func any(_ values: [Truth?]) -> Truth? {
        if values.contains(.yes) { return .yes }
        if values.allSatisfy({ $0 == .no }) { return .no }
        return values.contains(.unknown) ? .unknown : nil
    }

    private static func atLeast(_ count: Int, _ values: [Truth?]) -> Truth? {
        let sure = values.count { $0 == .yes }
        if sure >= count { return .yes }
        let open = values.count { $0 == .unknown || $0 == nil }
        if sure + open < count { return .no }
        return values.contains(.unknown) ? .unknown : nil
    }
}
