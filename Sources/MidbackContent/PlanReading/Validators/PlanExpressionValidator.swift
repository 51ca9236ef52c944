import MidbackCore
import MidbackPlan

/// An expression over answers that cannot be parsed, or that names an item or option the survey does not have.
struct PlanExpressionValidator: PlanValidator {
    static let id = "plan-expression"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        sources(plan.pack).flatMap { source -> [Diagnostic] in
            let place = plan.places.place(source.file, source.owner)
            do throws(ExpressionError) {
                return faults(try ExpressionParser.parse(source.text), plan.questionnaire, place)
            } catch {
                return [fault("\(source.owner): \(error.message)", at: place)]
            }
        }
    }

    private func sources(_ pack: PlanPack) -> [(file: String, owner: String, text: String)] {
        let flags = pack.flags.flatMap { rule in
            [rule.when].compactMap { $0 }.map { ("plans/flags.yaml", rule.id.rawValue, $0) }
        }
        let rows = pack.medicine.rows.map { ("plans/medicine.yaml", $0.id, $0.when) }
        let remedies = pack.remedies.compactMap { remedy in
            remedy.notWhen.map { ("plans/remedies.yaml", remedy.id, $0) }
        }
        let signs = pack.escalation.signs.compactMap { sign in
            sign.row.map { ("plans/escalation.yaml", sign.id, $0) }
        }
        return flags + rows + remedies + signs
    }

    private func faults(
        _ expression: Expression, _ questionnaire: Questionnaire?, _ place: SourceLocation
    ) -> [Diagnostic] {
        guard let questionnaire else { return [] }
        let items = Dictionary(
            questionnaire.items.map { ($0.linkId, $0) }, uniquingKeysWith: { first, _ in first })
        var faults: [Diagnostic] = []
        expression.forEachAtom { atom, _ in
            faults += self.faults(atom, items, place)
        }
        return faults
    }

    private func faults(
        _ atom: Expression.Atom, _ items: [String: Item], _ place: SourceLocation
    ) -> [Diagnostic] {
        let codes = Self.codes(atom)
        if atom.id == "flag" {
            return codes.filter { PlanFlag(rawValue: $0) == nil }.map { fault("unknown flag '\($0)'", at: place) }
        }
        guard let item = items[atom.id] else { return [fault("unknown item '\(atom.id)'", at: place)] }
        guard item.kind != .integer else { return [] }
        return codes.filter { code in !item.options.contains { $0.code == code } }
            .map { fault("'\(atom.id)' has no option '\($0)'", at: place) }
    }

    private static func codes(_ atom: Expression.Atom) -> [String] {
        switch atom.test {
        case .equals(let value), .differs(let value), .contains(let value): [value]
        case .oneOf(let values): values
        case .holds, .compares: []
        }
    }
}
