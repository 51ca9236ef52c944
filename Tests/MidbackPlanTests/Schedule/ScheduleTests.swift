import MidbackCore
import Testing

@testable import MidbackPlan

/// What is planned on which day.
@Suite struct ScheduleTests {
    private func plan() throws -> (CarePlan, PlanPack) {
        let pack = try Fixtures.pack()
        return (PlanBuilder.build(try Fixtures.persona("maya"), pack, today: Fixtures.today), pack)
    }

    @Test func twelveWeeks_haveFiveSessionsEach() throws {
        let (plan, pack) = try plan()
        let all = Schedule(plan, checkIns: pack.checkIns)
            .occurrences(from: Fixtures.today, to: Fixtures.today.adding(days: 84))
        for week in 0..<12 {
            #expect(all.count { $0.kind == .session && $0.week == week } == 5)
        }
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(all == all.sorted())
    }

    /// Clocks change on 2027-03-14 and 2027-11-07 in the United States: civil dates do not notice.
    @Test(arguments: ["2027-03-14", "2027-11-07", "2027-03-28", "2027-12-31"])
    func changeOfClocks_movesNothing(_ text: String) throws {
        let (_, pack) = try plan()
        let day = try #require(CivilDate(text))
        let plan = PlanBuilder.build(try Fixtures.persona("maya"), pack, today: day.adding(days: -1))
        let dates = Schedule(plan, checkIns: []).occurrences(from: day.adding(days: -1), to: day.adding(days: 6)).map(
            \.date)
        #expect(dates == [-1, 0, 1, 3, 4].map { day.adding(days: $0) })
    }

    @Test func checkIns_comeAtTheirWeeks() throws {
        let (plan, pack) = try plan()
        let all = Schedule(plan, checkIns: pack.checkIns)
            .occurrences(from: Fixtures.today, to: Fixtures.today.adding(days: 400))
        let weeks = all.filter { $0.kind == .checkIn }.map(\.week)
        #expect(weeks == [1, 2, 3, 4, 5, 6, 8, 12, 26, 52])
    }

    @Test func nothingIsPlannedBeforeTheStartOrWithoutAPlan() throws {
        let (plan, pack) = try plan()
        let before = Schedule(plan, checkIns: pack.checkIns)
            .occurrences(from: Fixtures.today.adding(days: -30), to: Fixtures.today)
        #expect(before.isEmpty)
        var profile = try Fixtures.persona("maya")
        profile.level = .sameDayED
        let none = PlanBuilder.build(profile, pack, today: Fixtures.today)
        let all = Schedule(none, checkIns: pack.checkIns)
            .occurrences(from: Fixtures.today, to: Fixtures.today.adding(days: 84))
        #expect(all.isEmpty)
    }

    @Test(arguments: 1...7)
    func strengthDays_haveADayBetween(_ count: Int) {
        let days = Set(WeekLayout.strengthDays(count))
        #expect(days.allSatisfy { !days.contains(($0 + 1) % 7) })
        #expect(days.isSubset(of: WeekLayout.days(count)))
        #expect(WeekLayout.days(count).count == count)
    }
}
