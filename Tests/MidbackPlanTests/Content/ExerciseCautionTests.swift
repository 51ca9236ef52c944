import MidbackCore
import Testing

@testable import MidbackPlan

/// What the library says about limits agrees with what the rules do.
@Suite struct ExerciseCautionTests {
    /// A caution for people to whom the exercise is not given must at least name another way.
    @Test func cautions_doNotContradictTheRules() throws {
        let library = try Fixtures.pack().library
        let allowed = library.safety.fracturePhases.flatMap { $0.allow.map(\.exercise) }
        for exercise in library.exercises {
            for caution in exercise.cautions {
                let out = (caution.flags ?? []).filter { flag in
                    if flag == .fracture { return !allowed.contains(exercise.id) }
                    let rule = library.safety.rules.first { $0.flag == flag.rawValue }
                    return rule?.verdict(on: exercise) == .exclude
                }
                let words = ["use ", "at a table", "pillow behind"]
                #expect(out.isEmpty || words.contains(where: caution.en.contains), "\(exercise.id): \(caution.en)")
            }
        }
    }

    /// Cautions that begin with a limit carry it, so that others do not read them.
    @Test func cautionsAboutALimit_nameIt() throws {
        let limits = ["Weak bones", "Pregnan", "After a spine break", "Sore shoulder:", "Sore wrist", "Unsteady"]
        for exercise in try Fixtures.pack().library.exercises where exercise.id != "prone-prop" {
            for caution in exercise.cautions where limits.contains(where: caution.en.hasPrefix) {
                #expect(caution.flags?.isEmpty == false, "\(exercise.id): \(caution.en)")
            }
        }
    }

    @Test func caution_isForThoseItConcerns() {
        let bones = Caution(en: "Weak bones: gently.", es: "Huesos débiles: suave.", flags: [.osteoporosis])
        #expect(bones.concerns([.wrist, .osteoporosis]) && !bones.concerns([.wrist]))
        #expect(Caution(en: "Slowly.", es: "Despacio.").concerns([]))
    }

    /// Whoever may have a broken bone in the spine reads it at each exercise that is not on the list of the first weeks.
    @Test func brokenBone_isNamedAtEachExerciseOffTheList() throws {
        let library = try Fixtures.pack().library
        let allowed = library.safety.fracturePhases[0].allow.map(\.exercise)
        let meaning = try #require(library.safety.rules.first { $0.flag == "fracture" }?.meaning)
        for exercise in library.exercises {
            #expect(exercise.avoidIf.contains(meaning) != allowed.contains(exercise.id), "\(exercise.id)")
        }
    }

    /// The calm exercises stay with a big belly, and without the floor.
    @Test func calmExercises_stayWithoutTheFloorAndLateInPregnancy() throws {
        let library = try Fixtures.pack().library
        let late = try #require(library.safety.rules.first { $0.flag == "pregnancy-20w" })
        for id in ["diaphragm-breathing", "rib-breathing", "progressive-relaxation"] {
            let exercise = try #require(library.exercise(id))
            #expect(late.verdict(on: exercise) == .allow && !exercise.needsFloor, "\(id)")
        }
        for id in ["diaphragm-breathing", "progressive-relaxation"] {
            let steps = library.exercise(id)?.steps.map(\.en).joined() ?? ""
            #expect(steps.contains("From 20 weeks of pregnancy, lie on your side"), "\(id)")
        }
        let lift = try #require(library.exercise("prone-back-extension"))
        #expect(lift.needsFloor && lift.levelOffFloor == 1)
    }
}
