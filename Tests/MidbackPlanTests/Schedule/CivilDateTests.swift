import Foundation
import Testing

@testable import MidbackPlan

/// Days of the calendar, without clocks.
@Suite struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-24", 20_781, 2), ("2027-03-14", 20_891, 7),
        ("0001-01-01", -719_162, 1),
    ])
    func date_hasItsNumberAndWeekday(_ text: String, _ days: Int, _ weekday: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(arguments: ["2027-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20261124", "2026-11-31", "", "abcd-ef-gh"])
    func impossibleDate_isRefused(_ text: String) { #expect(CivilDate(text) == nil) }

    @Test func everyDayOfThirtyYears_goesThereAndBack() {
        let first = CivilDate(daysSinceEpoch: 10_000)
        for offset in 0..<11_000 {
            let date = first.adding(days: offset)
            #expect(CivilDate(date.description) == date)
            #expect(first.days(to: date) == offset)
        }
    }

    @Test func coding_isTheWrittenDate() throws {
        let date = try #require(CivilDate(year: 2027, month: 3, day: 28))
        let data = try JSONEncoder().encode([date])
        #expect(String(data: data, encoding: .utf8) == "[\"2027-03-28\"]")
        #expect(try JSONDecoder().decode([CivilDate].self, from: data) == [date])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CivilDate].self, from: Data("[\"x\"]".utf8)) }
    }
}
