import MidbackCore
import Testing

@testable import MidbackPlan

/// Scoring, missing answers and change, as `outcome-measures.md` sections 2 and 3 say.
@Suite struct OutcomeMeasureTests {
    private func measure(_ id: MeasureID) throws -> OutcomeMeasure { try #require(try Fixtures.pack().measure(id)) }

    @Test(
        arguments: [
            (MeasureID.painAverage, [5], 5.0), (.painWorst, [0], 0), (.peg, [6, 4, 5], 5), (.peg, [1, 1, 2], 4.0 / 3),
            (.goals, [4], 4), (.goals, [4, 7], 5.5), (.goals, [0, 10, 5], 5), (.mood, [1, 2], 3), (.worry, [3, 3], 6),
            (.change, [-3], -3), (.disability, [1, 1, 1], 3), (.disability, [], 0), (.sleep, [7], 7),
        ] as [(MeasureID, [Int], Double)])
    func answers_giveTheScore(_ id: MeasureID, _ given: [Int], _ score: Double) throws {
        #expect(try measure(id).score(given) == score)
    }

    @Test(
        arguments: [
            (MeasureID.peg, [6, nil, 5]), (.peg, [6, 5]), (.mood, [1, nil]), (.mood, [1]), (.worry, [nil, nil]),
            (.painAverage, []), (.painAverage, [nil]), (.goals, []), (.painAverage, [11]), (.painAverage, [-1]),
            (.mood, [4, 0]), (.change, [4]), (.goals, [1, 2, 3, 4]), (.disability, [2]), (.painAverage, [3, 4]),
        ] as [(MeasureID, [Int?])])
    func missingOrImpossibleAnswers_giveNoScore(_ id: MeasureID, _ given: [Int?]) throws {
        #expect(try measure(id).score(given) == nil)
    }

    @Test(
        arguments: [
            // Pain: 2 points or 30 percent, whichever comes first; 0 is recovered.
            (MeasureID.painAverage, 6.0, 6.0, OutcomeChange.noChange), (.painAverage, 6, 5, .some),
            (.painAverage, 6, 4, .meaningful), (.painAverage, 3, 2, .meaningful), (.painAverage, 6, 2, .large),
            (.painAverage, 6, 0, .recovered), (.painAverage, 6, 8, .worse), (.painAverage, 6, 7, .noChange),
            (.painAverage, 0, 0, .noChange), (.painAverage, 0, 2, .worse),
            // PEG: 30 percent.
            (.peg, 6, 4.2, .meaningful), (.peg, 6, 4.3, .some), (.peg, 6, 2.4, .large), (.peg, 6, 7.8, .worse),
            (.peg, 6, 5.5, .noChange),
            // Goals: 2 points up; 9 is recovered.
            (.goals, 4, 6, .meaningful), (.goals, 4, 5, .some), (.goals, 4, 8, .large), (.goals, 4, 9, .recovered),
            (.goals, 4, 2, .worse), (.goals, 4, 4.5, .noChange),
            // Single items: 2 points.
            (.fear, 8, 6, .meaningful), (.sleep, 3, 5, .meaningful), (.sleep, 5, 3, .worse),
        ] as [(MeasureID, Double, Double, OutcomeChange)])
    func change_hasItsWord(_ id: MeasureID, _ start: Double, _ now: Double, _ word: OutcomeChange) throws {
        #expect(try measure(id).change(from: start, to: now) == word)
    }

    @Test func screens_havePositiveScoresAndNoChangeWord() throws {
        let mood = try measure(.mood)
        #expect(mood.isPositive(3) && !mood.isPositive(2) && !mood.isPositive(nil))
        #expect(mood.change(from: 4, to: 1) == nil)
        #expect(try measure(.change).isPositive(2))
        #expect(mood.isSensitive)
        #expect(try measure(.worry).isSensitive)
    }

    @Test func schedule_asksWhatTheEvidenceSays() throws {
        let plans = try Fixtures.pack().checkIns
        func measures(_ week: Int) -> [MeasureID] { plans.first { $0.week == week }?.measures ?? [] }
        #expect(plans.map(\.week) == [0, 1, 2, 3, 4, 5, 6, 8, 12, 26, 52])
        for week in [0, 2, 4, 6, 12] { #expect(measures(week).contains(.peg), "\(week)") }
        for week in [0, 4, 8, 12] {
            #expect(measures(week).contains(.mood) && measures(week).contains(.worry), "\(week)")
        }
        for week in [4, 6, 12] { #expect(measures(week).contains(.change), "\(week)") }
        for week in 1...5 { #expect(measures(week).contains(.fear), "\(week)") }
        for week in [0, 6, 12] { #expect(plans.first { $0.week == week }?.optional == [.disability]) }
    }
}
