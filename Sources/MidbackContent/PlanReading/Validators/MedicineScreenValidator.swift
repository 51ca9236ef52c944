import MidbackCore
import MidbackPlan

/// A row of the survey's medicine lists that no row of the screen reads: a warning a person gave would be lost.
struct MedicineScreenValidator: PlanValidator {
    static let id = "medicine-row"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        guard let questionnaire = plan.questionnaire else { return [] }
        let read = atoms(plan.pack.medicine)
        return questionnaire.items.filter { plan.pack.medicine.items.contains($0.linkId) }.flatMap { item in
            item.options.filter { !["none", "not-sure"].contains($0.code) }
                .filter { !read.contains(item.linkId + "=" + $0.code) }
                .map { option in
                    fault(
                        "no row of the screen reads \(item.linkId)=\(option.code)",
                        at: SourceLocation(file: "plans/medicine.yaml", line: 1))
                }
        }
    }

    private func atoms(_ screen: MedicineScreen) -> Set<String> {
        var atoms: Set<String> = []
        for row in screen.rows {
            (try? ExpressionParser.parse(row.when))?.forEachAtom { atom, isNegated in
                if case .equals(let value) = atom.test, !isNegated { atoms.insert(atom.id + "=" + value) }
            }
        }
        return atoms
    }
}
