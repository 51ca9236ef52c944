import MidbackCore
import MidbackPlan

/// A name of an exercise that the library does not have.
struct PlanReferenceValidator: PlanValidator {
    static let id = "unknown-exercise"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        let known = Set(plan.pack.library.exercises.map(\.id))
        return names(plan.pack).filter { !known.contains($0.exercise) }.map { name in
            fault("unknown exercise '\(name.exercise)' in \(name.owner)", at: plan.places.place(name.file, name.owner))
        }
    }

    private typealias Name = (file: String, owner: String, exercise: String)

    private func names(_ pack: PlanPack) -> [Name] {
        let tracks = pack.tracks.flatMap { track in
            track.core.flatMap(\.exercises).map { ("plans/tracks.yaml", track.id.rawValue, $0) }
        }
        let library: [Name] = pack.library.exercises.flatMap { exercise in
            (exercise.easier + exercise.harder + exercise.instead.map(\.exercise)).map {
                ("exercises/\(exercise.id).yaml", exercise.id, $0)
            }
        }
        let safety = pack.library.safety
        let flags: [Name] = safety.rules.flatMap { rule in
            rule.keepOnly.map { ("exercises/safety.yaml", rule.flag, $0) }
        }
        let lists = safety.comfort + safety.fallback + safety.fracturePhases.flatMap { $0.allow.map(\.exercise) }
        let rungs: [Name] = pack.library.ladders.flatMap { ladder in
            ladder.rungs.map { ("exercises/families.yaml", ladder.id, $0.exercise) }
        }
        return tracks + library + flags + lists.map { ("exercises/safety.yaml", "safety", $0) } + rungs
    }
}
