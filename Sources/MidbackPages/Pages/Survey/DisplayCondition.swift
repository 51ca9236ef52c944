import MidbackCore

/// The part of an item's display condition that the page's script can follow: whatever is asked on the same page.
/// Answers of other pages are looked up when the page is drawn. Only a hint for the script; the server decides.
struct DisplayCondition: Sendable {
    private let needsAll: Bool
    private let here: [Expression.Atom]
    private let elsewhere: [Expression.Atom]

    /// `nil` when the condition is not one flat list, or reads nothing on this page: then only the server opens the item.
    init?(_ source: String, onPage: Set<String>) {
        guard let expression = try? ExpressionParser.parse(source), let (atoms, needsAll) = Self.flat(expression) else {
            return nil
        }
        self.needsAll = needsAll
        here = atoms.filter { onPage.contains($0.id) }
        elsewhere = atoms.filter { !onPage.contains($0.id) }
        guard !here.isEmpty else { return nil }
    }

    private static func flat(_ expression: Expression) -> (atoms: [Expression.Atom], needsAll: Bool)? {
        switch expression {
        case .atom(let atom): return ([atom], false)
        case .or(let parts), .atLeast(1, let parts): return atoms(parts).map { ($0, false) }
        case .and(let parts): return atoms(parts).map { ($0, true) }
        case .macro, .not, .atLeast: return nil
        }
    }

    private static func atoms(_ parts: [Expression]) -> [Expression.Atom]? {
        let atoms = parts.compactMap { if case .atom(let atom) = $0 { atom } else { nil } }
        return atoms.count == parts.count ? atoms : nil
    }

    /// Value of `data-when`, or `nil` when answers of other pages already decide.
    func script(_ response: QuestionnaireResponse) -> String? {
        let met = elsewhere.map { Self.holds($0, response) }
        if needsAll ? met.contains(false) : met.contains(true) { return nil }
        return ([needsAll ? "all" : "any"] + here.map(Self.write)).joined(separator: " ")
    }

    private static func write(_ atom: Expression.Atom) -> String {
        switch atom.test {
        case .holds: "\(atom.id)=yes"
        case .equals(let value), .contains(let value): "\(atom.id)=\(value)"
        case .differs(let value): "\(atom.id)!=\(value)"
        case .oneOf(let values): "\(atom.id)=\(values.joined(separator: "|"))"
        case .compares(let comparison, let number): "\(atom.id)\(comparison.rawValue)\(number)"
        }
    }

    private static func holds(_ atom: Expression.Atom, _ response: QuestionnaireResponse) -> Bool {
        let answer = response.answers[atom.id]
        let codes = answer?.codes ?? []
        return switch atom.test {
        case .holds: codes.contains("yes")
        case .equals(let value), .contains(let value): codes.contains(value) || answer?.number.map(String.init) == value
        case .differs(let value): !codes.contains(value)
        case .oneOf(let values): codes.contains { values.contains($0) }
        case .compares(let comparison, let number): answer?.number.map { comparison.holds($0, number) } ?? false
        }
    }
}
