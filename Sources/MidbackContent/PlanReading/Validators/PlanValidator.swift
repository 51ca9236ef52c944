import MidbackCore
import MidbackPlan

/// What the checks of the plan look at.
struct PlanUnderTest {
    let pack: PlanPack
    let places: PlanPlaces
    let otherSources: Set<String>
    let questionnaire: Questionnaire?
}

/// One check over the plan content. Each lies in its own file; all of them run.
protocol PlanValidator: Sendable {
    /// Stable id.
    static var id: String { get }
    /// The faults it finds.
    func check(_ plan: PlanUnderTest) -> [Diagnostic]
}

extension PlanValidator {
    func fault(_ text: String, at location: SourceLocation, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
        Diagnostic(at: location, text, severity, ruleId: Self.id)
    }
}

/// All checks of the plan content.
enum PlanValidators {
    static let all: [any PlanValidator] = [
        PlanReferenceValidator(), PlanCoverageValidator(), PlanTextValidator(), PlanDoseValidator(),
        LadderCycleValidator(), PlanExpressionValidator(), ReasonParameterValidator(), PlanSourceValidator(),
        MedicineScreenValidator(),
    ]

    static func check(_ plan: PlanUnderTest) -> [Diagnostic] { all.flatMap { $0.check(plan) } }
}
