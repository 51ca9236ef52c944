import MidbackCore
import MidbackPlan

/// A reason whose sentence names something it does not get.
struct ReasonParameterValidator: PlanValidator {
    static let id = "reason-parameter"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        plan.pack.reasons.flatMap { reason in
            Language.allCases.flatMap { language in
                Self.marks(reason.text[language]).subtracting(reason.parameters).sorted().map { name in
                    fault(
                        "\(reason.id.rawValue) (\(language.rawValue)) names '{\(name)}', which it does not get",
                        at: plan.places.place("plans/reasons.yaml", reason.id.rawValue))
                }
            }
        }
    }

    /// Names in braces.
    static func marks(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "{").dropFirst().compactMap { part in
                part.firstIndex(of: "}").map { String(part[..<$0]) }
            })
    }
}
