import MidbackCore
import MidbackPlan
import Testing

@testable import MidbackFigures

/// What the library as content must keep true.
@Suite struct ContentTests {
    @Test func library_isComplete() throws {
        let library = try LibraryFixture.library
        #expect(library.exercises.count == 47)
        #expect(library.exercises.map(\.number) == Array(1...47))
        // The 117 frames of the evidence, and two "foot down" frames each in marching and suitcase carry.
        #expect(library.exercises.reduce(0) { $0 + $1.motion.frames.count } == 121)
        #expect(library.families.filter(\.first).count == 7)
        #expect(library.families.count == 13)
        #expect(library.ladders.count == 10)
        #expect(library.evidence.map(\.id) == (1...14).map { "E\($0)" })
    }

    @Test func referencesInsideTheLibrary_exist() throws {
        let library = try LibraryFixture.library
        let ids = Set(library.exercises.map(\.id))
        let families = Set(library.families.map(\.id))
        let codes = Set(library.evidence.map(\.id))
        let ladders = Set(library.ladders.map(\.id))
        for exercise in library.exercises {
            #expect(ids.isSuperset(of: exercise.easier + exercise.harder + exercise.instead.map(\.exercise)))
            #expect(families.contains(exercise.family))
            #expect(codes.isSuperset(of: exercise.evidence))
        }
        #expect(library.families.allSatisfy { ladders.contains($0.ladder) })
        #expect(ids.isSuperset(of: library.ladders.flatMap(\.rungs).map(\.exercise)))
        #expect(Set(library.ladders.flatMap(\.rungs).map(\.exercise)) == ids, "every exercise stands on a ladder")
        #expect(ids.isSuperset(of: library.safety.comfort + library.safety.fallback))
        #expect(ids.isSuperset(of: library.safety.rules.flatMap(\.keepOnly)))
        #expect(ids.isSuperset(of: library.safety.fracturePhases.flatMap(\.allow).map(\.exercise)))
    }

    @Test func safetyRules_giveTheTableOfTheEvidence() throws {
        let library = try LibraryFixture.library
        let listed = Set(library.safety.cases.values.flatMap(\.keys))
        for exercise in library.exercises {
            let row = try #require(library.safety.cases[exercise.id])
            for rule in library.safety.rules where rule.keepOnly.isEmpty && rule.flag != "pregnancy-any" {
                #expect(listed.contains(rule.flag))
                #expect(rule.verdict(on: exercise) == row[rule.flag] ?? .allow, "\(exercise.id) \(rule.flag)")
            }
        }
    }

    @Test func exercisesOfALevel_haveADoseOrASubstitute() throws {
        for exercise in try LibraryFixture.exercises {
            for level in 1...4 where !(exercise.id == "suitcase-carry" && level == 1) {
                let hasDose = exercise.dose(at: level) != nil
                #expect(hasDose != (exercise.substitute(at: level) != nil), "\(exercise.id) \(level)")
            }
            #expect(exercise.doses.map(\.level) == exercise.doses.map(\.level).sorted())
            #expect(exercise.minLevel <= exercise.maxLevel)
        }
    }

    @Test func doses_areSensible() throws {
        for dose in try LibraryFixture.exercises.flatMap(\.doses) {
            #expect((1...3).contains(dose.sets))
            #expect((dose.repetitions == nil) != (dose.seconds == nil))
            #expect((1...7).contains(dose.daysPerWeek))
            #expect(dose.repetitionsUpTo ?? 99 > dose.repetitions ?? 0)
            #expect((dose.hold ?? 1) <= 45)
        }
    }

    @Test func texts_areThereInBothLanguages() throws {
        for exercise in try LibraryFixture.exercises {
            let texts =
                [exercise.name, exercise.purpose, exercise.breathing, exercise.picture, exercise.equipment]
                + [exercise.strengthNote] + exercise.steps + exercise.mistakes + exercise.cautions.map(\.text)
                + exercise.avoidIf + exercise.motion.frames.map(\.name) + exercise.doses.compactMap(\.how)
            for text in texts {
                for language in Language.allCases {
                    #expect(!text[language].isEmpty)
                    #expect(longestSentence(text[language]) <= 20, "\(exercise.id): \(text[language])")
                }
            }
            #expect(exercise.steps.count >= 2 && !exercise.mistakes.isEmpty && !exercise.cautions.isEmpty)
        }
    }

    private func longestSentence(_ text: String) -> Int {
        text.split(whereSeparator: { ".!?".contains($0) }).map { $0.split(separator: " ").count }.max() ?? 0
    }

    @Test func whoMustNot_isWhatTheSafetyRulesRemove() throws {
        let library = try LibraryFixture.library
        for exercise in library.exercises {
            // With a broken bone the list of the first weeks decides, not what an exercise asks of the body.
            let isAllowed = library.safety.fracturePhases[0].allow.contains { $0.exercise == exercise.id }
            let removing = library.safety.rules.filter {
                $0.flag == "fracture" ? !isAllowed : $0.verdict(on: exercise) == .exclude
            }.map(\.meaning)
            #expect(exercise.avoidIf.allSatisfy(removing.contains), "\(exercise.id)")
            let said = Set(exercise.avoidIf)
            let late = library.safety.rules.first { $0.flag == "pregnancy-20w" }?.meaning
            #expect(removing.allSatisfy { said.contains($0) || $0 == late }, "\(exercise.id)")
        }
    }
}
