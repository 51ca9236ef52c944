import MidbackCore
import Testing

@testable import MidbackContent
@testable import MidbackPlan

/// The plan content loads without a fault, and the reader finds the faults it promises to find.
@Suite struct PlanContentTests {
    @Test func content_hasNoFault() {
        #expect(Fixtures.reading.diagnostics.map(\.description) == [])
        #expect(Fixtures.reading.pack != nil)
    }

    @Test func tracksAgreeWithCauses() throws {
        let pack = try Fixtures.pack()
        let all = pack.tracks.flatMap(\.causes)
        #expect(all.count == 25)
        #expect(Set(all).count == 25)
    }

    @Test func safetyTable_isWhatTheRulesGive() throws {
        let pack = try Fixtures.pack()
        for exercise in pack.library.exercises {
            for rule in pack.library.safety.rules where !["surgery", "pregnancy-any"].contains(rule.flag) {
                let expected = pack.library.safety.cases[exercise.id]?[rule.flag] ?? .allow
                #expect(rule.verdict(on: exercise) == expected, "\(exercise.id) \(rule.flag)")
            }
        }
    }

    @Test func boneRules_nameRulesOfTheRedFlags() throws {
        let pack = try Fixtures.pack()
        #expect(pack.levels.boneRules.count == Set(pack.levels.boneRules).count)
        #expect(pack.levels.boneRules.allSatisfy { $0.hasPrefix("RF-") || $0.hasPrefix("MSK-3") })
    }

    /// A broken copy of one file must be reported with its place.
    private func faults(_ path: String, _ old: String, _ new: String) -> [String] {
        let files = Fixtures.files.map { file in
            guard file.path == path else { return file }
            return ContentFile(path: path, text: file.text.replacingFirst(old, with: new))
        }
        return PlanPackReader.read(files, otherSources: Fixtures.sources).diagnostics.map(\.description)
    }

    @Test func unknownExercise_isReportedWithItsPlace() {
        let faults = faults("plans/tracks.yaml", "open-book, bird-dog", "open-boook, bird-dog")
        #expect(faults.contains { $0.hasPrefix("plans/tracks.yaml:") && $0.contains("unknown exercise 'open-boook'") })
    }

    @Test func missingTranslation_isReported() {
        let faults = faults("plans/words.yaml", "es: 'la fase de calma'", "es: ''")
        #expect(faults.contains { $0.contains("the Spanish wording (es) is missing") })
    }

    @Test func missingLanguage_isReportedWithItsLine() {
        let faults = faults("plans/words.yaml", ", es: 'la fase de calma'", "")
        #expect(faults.contains { $0.hasPrefix("plans/words.yaml:4:") && $0.contains("missing key 'es'") }, "\(faults)")
    }

    @Test func doseOutOfRange_isReported() {
        let faults = faults("exercises/cat-cow.yaml", "repetitions: 6", "repetitions: 600")
        #expect(faults.contains { $0.contains("cat-cow level 1: repetitions 600 is out of range") })
    }

    @Test func cyclicLadder_isReported() {
        let faults = faults("exercises/cat-cow-seated.yaml", "easier: []", "easier: [cat-cow]")
        #expect(faults.contains { $0.contains("'easier' of cat-cow leads back to itself") }, "\(faults)")
    }

    @Test func unknownKey_isReported() {
        let faults = faults("plans/pacing.yaml", "diaryDays: 3", "diaryDays: 3\ndiaryDay: 4")
        #expect(faults.contains { $0.contains("unknown key 'diaryDay'") }, "\(faults)")
    }

    @Test func medicineCeiling_canNeverBeRaised() {
        let faults = faults("plans/medicine.yaml", "dailyCeiling: 3000", "dailyCeiling: 4000")
        #expect(faults.contains { $0.contains("the ceiling of acetaminophen is above the one allowed") })
    }

    @Test func unknownSource_isReported() {
        let faults = faults("plans/advice.yaml", "sources: [P21, P22]", "sources: [P99]")
        #expect(faults.contains { $0.contains("lifting: unknown source 'P99'") })
    }

    @Test func foreignPlaceholder_isReported() {
        let faults = faults("plans/reasons.yaml", "You like it.", "You like {it}.")
        #expect(faults.contains { $0.contains("names '{it}'") })
    }

    @Test func telephoneNumber_isReported() {
        let faults = faults("plans/reasons.yaml", "You like it.", "Call 911.")
        #expect(faults.contains { $0.contains("looks like a telephone number") })
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
