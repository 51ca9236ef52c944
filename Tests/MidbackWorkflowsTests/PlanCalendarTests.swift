import Foundation
import MidbackContent
import MidbackPlan
import MidbackStore
import Testing

@testable import MidbackWorkflows

@Suite struct PlanCalendarTests {
    private let room = Workroom()
    private let words = PlanCalendar.Words(name: "Mi día, etc.", session: "Exercise session", checkIn: "Check-in")

    private func lines(_ file: PlanFile) -> [String] {
        PlanCalendar(words, hour: 7, minute: 5).text(
            file, owner: "owner", checkIns: TestPack.plan.pack.checkIns
        ).components(separatedBy: "\r\n")
    }

    @Test func everySession_isANeutralFloatingEvent() async throws {
        let (_, file) = try await room.plannedVisit()
        let lines = lines(file)
        let planned = Schedule(try #require(file.plan), checkIns: TestPack.plan.pack.checkIns)
            .occurrences(from: file.today, to: file.today.adding(days: 84))
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == planned.count)
        #expect(lines.contains("DTSTART:20270115T070500"))
        #expect(lines.count { $0.hasPrefix("SUMMARY:") } == planned.count)
        #expect(Set(lines.filter { $0.hasPrefix("SUMMARY:") }) == ["SUMMARY:Exercise session", "SUMMARY:Check-in"])
        #expect(lines.contains("NAME:Mi día\\, etc."))
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(!lines.contains { $0.contains("owner") })
        #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == planned.count)
    }

    @Test func restingPlan_cancelsWhatWasPlanned_underTheSameIds() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        let before = Set(lines(file).filter { $0.hasPrefix("UID:") })
        let resting = try await room.desk.screen(["bladder-bowel"], key: nil, in: &visit)
        let after = lines(resting)
        #expect(Set(after.filter { $0.hasPrefix("UID:") }) == before)
        #expect(!after.contains("STATUS:CONFIRMED"))
        #expect(after.contains("SEQUENCE:2"))
    }

    @Test func longLines_areFoldedWithoutSplittingALetter() {
        var calendar = ICalendar()
        calendar.add("NAME", text: String(repeating: "ñ", count: 100) + "; x, y\nz")
        let parts = calendar.text.components(separatedBy: "\r\n")
        #expect(parts.dropLast().allSatisfy { $0.utf8.count <= 75 })
        #expect(parts.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
        let whole = parts.enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }.joined()
        #expect(whole == "NAME:" + String(repeating: "ñ", count: 100) + "\\; x\\, y\\nz")
    }

    @Test func feed_canBeReplacedAndRevoked() async throws {
        let (visit, _) = try await room.plannedVisit()
        let first = try await room.desk.makeFeed(visit)
        #expect(try await room.desk.feed(first)?.owner == visit.record.id)
        let second = try await room.desk.makeFeed(visit)
        #expect(try await room.desk.feed(first) == nil)
        #expect(try await room.desk.hasFeed(visit))
        try await room.desk.revokeFeed(visit)
        #expect(try await room.desk.feed(second) == nil)
        #expect(try await room.desk.hasFeed(visit) == false)
    }
}
