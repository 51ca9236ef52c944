import MidbackCore
import Testing

@testable import MidbackPlan

/// Every row of the screen, alone, and no dose without a passed screen.
@Suite struct MedicineScreenTests {
    private static let rows: [MedicineScreen.Row] = (try? Fixtures.pack())?.medicine.rows ?? []
    private static let passed = MedicineFacts(isWanted: true, isComplete: true, rows: [])

    private func advice(_ facts: MedicineFacts, age: Int? = 40, pain: Int = 6) throws -> [Medicine: MedicineAdvice] {
        let screen = try Fixtures.pack().medicine
        let all = screen.advice(facts, age: age, pain: pain)
        #expect(all.map(\.medicine) == screen.labels.map(\.medicine))
        return Dictionary(all.map { ($0.medicine, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func isDose(_ advice: MedicineAdvice?) -> Bool {
        if case .dose = advice { true } else { false }
    }

    @Test func screenIsThere() { #expect(Self.rows.count >= 36) }

    @Test func passedScreen_givesDosesWithinTheCeilings() throws {
        let advice = try advice(Self.passed)
        let expected: [Medicine: Int] = [.ibuprofen: 1200, .naproxen: 660, .acetaminophen: 3000]
        for (medicine, ceiling) in expected {
            guard case .dose(let dose)? = advice[medicine] else {
                Issue.record("\(medicine)")
                continue
            }
            #expect(dose.dailyCeiling == ceiling)
            #expect(dose.days == 5)
            #expect(dose.single[0] <= dose.single[1] && dose.single[1] <= ceiling)
        }
        #expect(advice[.diclofenacGel] == .never(.diclofenacGel))
    }

    @Test(arguments: rows)
    func eachRowAlone_takesTheDoseAway(_ row: MedicineScreen.Row) throws {
        let advice = try advice(MedicineFacts(isWanted: true, isComplete: true, rows: [row.id]))
        for medicine in Medicine.allCases where medicine.group == row.group {
            switch row.verdict {
            case .stop: #expect(advice[medicine] == .stop(medicine, rows: [row.id]))
            case .ask: #expect(advice[medicine] == .ask(medicine, rows: [row.id]))
            }
        }
        for medicine in Medicine.allCases where medicine.group != row.group && medicine != .diclofenacGel {
            #expect(isDose(advice[medicine]), "\(medicine) with \(row.id)")
        }
    }

    @Test func stopWinsOverAsk_inEveryPair() throws {
        let stops = Self.rows.filter { $0.group == .nsaid && $0.verdict == .stop }
        let asks = Self.rows.filter { $0.group == .nsaid && $0.verdict == .ask }
        for stop in stops {
            for ask in asks {
                let advice = try advice(MedicineFacts(isWanted: true, isComplete: true, rows: [stop.id, ask.id]))
                guard case .stop = advice[.ibuprofen] else {
                    Issue.record("\(stop.id) and \(ask.id)")
                    continue
                }
            }
        }
    }

    @Test(arguments: [(false, true), (true, false), (false, false)])
    func unfinishedScreen_neverGivesADose(_ isWanted: Bool, _ isComplete: Bool) throws {
        let advice = try advice(MedicineFacts(isWanted: isWanted, isComplete: isComplete, rows: []))
        #expect(advice.values.allSatisfy { !isDose($0) })
        // A known reason is said even then.
        let stopped = try self.advice(MedicineFacts(isWanted: isWanted, isComplete: isComplete, rows: ["kidney"]))
        #expect(stopped[.naproxen] == .stop(.naproxen, rows: ["kidney"]))
    }

    @Test func ageNotKnownOrUnderEighteen_neverGivesADose() throws {
        for age in [nil, 0, 12, 17] as [Int?] {
            #expect(try advice(Self.passed, age: age).values.allSatisfy { !isDose($0) })
        }
        #expect(isDose(try advice(Self.passed, age: 18)[.ibuprofen]))
    }

    @Test func littlePain_needsNoMedicine() throws {
        #expect(try advice(Self.passed, pain: 4)[.ibuprofen] == .notNeeded(.ibuprofen))
    }

    /// Every tick of the two lists, through the survey's own answers.
    @Test(arguments: [
        "nsaid-allergy", "ulcer-bleed", "bleeding-disorder", "blood-thinner", "kidney", "water-pill-ace",
        "heart-stroke", "liver", "nsaid-now", "steroid-lithium-mtx", "acetaminophen-now", "acetaminophen-allergy",
    ])
    func everyStopTick_stopsSomething(_ code: String) throws {
        let facts = try facts(stop: [code], ask: ["none"])
        let advice = try advice(facts)
        #expect(advice.values.contains { if case .stop = $0 { true } else { false } }, "\(facts.rows)")
    }

    @Test(arguments: [
        "asthma", "reflux", "bowel", "antidepressant", "aspirin-low", "bp-diabetes", "trying-or-feeding", "alcohol-3",
        "small-frail", "warfarin",
    ])
    func everyAskTick_takesADoseAway(_ code: String) throws {
        let advice = try advice(facts(stop: ["none"], ask: [code]))
        let taken = [Medicine.ibuprofen, .naproxen, .acetaminophen].filter { !isDose(advice[$0]) }
        #expect(!taken.isEmpty)
    }

    private func facts(stop: [String], ask: [String]) throws -> MedicineFacts {
        let file = try Fixtures.cases("acceptance")
        let answers: [String: CaseAnswer] = [
            "wants-medicine-info": .codes(["yes"]), "med-stop": .codes(stop), "med-ask": .codes(ask),
        ]
        let base = (file.base ?? [:]).merging(answers) { $1 }
        let found = try #require(file.cases.first { $0.id == "no-screen" })
        return try found.profile(base: base, Fixtures.pack()).medicine
    }

    @Test func texts_neverOfferOpioids() throws {
        let screen = try Fixtures.pack().medicine
        let texts = screen.labels.map(\.text.en) + screen.rows.map(\.text.en) + screen.always.map(\.en)
        for word in ["opioid", "codeine", "tramadol", "oxycodone", "cyclobenzaprine"] {
            #expect(!texts.contains { $0.lowercased().contains(word) })
        }
    }
}
