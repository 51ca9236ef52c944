import MidbackCore
import MidbackPlan

/// An exercise that is easier or harder than itself, by any number of steps, or a ladder whose levels go down.
struct LadderCycleValidator: PlanValidator {
    static let id = "cyclic-ladder"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        let exercises = plan.pack.library.exercises
        let kinds: [(String, (Exercise) -> [String])] =
            [
                ("easier", \.easier), ("harder", \.harder),
            ] + (1...4).map { level in ("instead", { $0.substitute(at: level).map { [$0] } ?? [] }) }
        let cycles = kinds.flatMap { name, next in
            let steps = Dictionary(exercises.map { ($0.id, next($0)) }, uniquingKeysWith: { first, _ in first })
            return exercises.filter { reaches($0.id, steps) }.map { exercise in
                fault(
                    "'\(name)' of \(exercise.id) leads back to itself",
                    at: plan.places.place("exercises/\(exercise.id).yaml", exercise.id))
            }
        }
        let ladders = plan.pack.library.ladders.filter { ladder in
            ladder.rungs.map(\.level) != ladder.rungs.map(\.level).sorted()
        }
        return cycles
            + ladders.map {
                fault("the levels of ladder \($0.id) go down", at: plan.places.place("exercises/families.yaml", $0.id))
            }
    }

    private func reaches(_ start: String, _ steps: [String: [String]]) -> Bool {
        var open = steps[start] ?? []
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next == start { return true }
            if seen.insert(next).inserted { open += steps[next] ?? [] }
        }
        return false
    }
}
