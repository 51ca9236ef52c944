import MidbackCore
import MidbackPlan

extension Canvas {
    /// Says what happens without a network; hidden until the script `offline` needs it. The layout puts it on every page
    /// that names that script.
    var offlineBox: HTML { self["follow-up.offline"].fill(["worker": HTML(Routes.worker)]) }

    /// A score with at most one decimal, written as the language does.
    func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        guard tenths % 10 != 0 else { return String(tenths / 10) }
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(abs(tenths) / 10)\(language == .es ? "," : ".")\(abs(tenths) % 10)"
    }

    /// A dose in words; of an exercise that the pack no longer has, nothing.
    func dose(_ dose: Dose, of id: String) -> String {
        library.exercise(id).map { doses.text(dose, $0) } ?? ""
    }
}
