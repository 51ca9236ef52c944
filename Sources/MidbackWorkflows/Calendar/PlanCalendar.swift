import Crypto
import Foundation
public import MidbackPlan

/// A plan's sessions and check-ins as a calendar. Titles are neutral, because others may see a calendar.
/// - Source: `standards.md` section 2.1.
public struct PlanCalendar: Sendable {
    /// Words of the calendar.
    public struct Words: Sendable {
        /// Name of the calendar.
        public var name: String
        /// Title of a session.
        public var session: String
        /// Title of a check-in.
        public var checkIn: String

        /// Collects them.
        public init(name: String, session: String, checkIn: String) {
            self.name = name
            self.session = session
            self.checkIn = checkIn
        }
    }

    private static let weeks = 12
    private static let checkInMinutes = 5
    private let words: Words
    private let start: String

    /// - Parameters:
    ///   - hour: start of sessions, 0 to 23, in whatever zone the person is: a session at six stays at six on journeys
    ///     and when clocks change.
    ///   - minute: 0 to 59.
    public init(_ words: Words, hour: Int, minute: Int) {
        self.words = words
        start = "T" + Self.two(hour) + Self.two(minute) + "00"
    }

    /// The calendar of one person.
    /// - Parameters:
    ///   - owner: id of the response; only a digest of it is written. The address of a feed is not written either: who
    ///     passes a calendar on would pass the address on with it.
    public func text(_ file: PlanFile, owner: String, checkIns: [CheckInPlan]) -> String {
        var calendar = ICalendar()
        calendar.add("BEGIN", "VCALENDAR")
        calendar.add("VERSION", "2.0")
        calendar.add("PRODID", "-//Midback//Plan//EN")
        calendar.add("CALSCALE", "GREGORIAN")
        calendar.add("METHOD", "PUBLISH")
        calendar.add("NAME", text: words.name)
        calendar.add("X-WR-CALNAME", text: words.name)
        calendar.add("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
        calendar.add("COLOR", "teal")
        for event in events(file, checkIns) { add(event, owner, &calendar) }
        calendar.add("END", "VCALENDAR")
        return calendar.text
    }

    /// A tag that changes with every byte of a calendar.
    public static func tag(_ text: String) -> String { Hex.encode(SHA256.hash(data: Data(text.utf8)).prefix(8)) }

    private struct Event {
        var occurrence: Occurrence
        var version: Int
        var stamp: CivilDate
        var isCancelled: Bool
    }

    /// What the newest version plans; what earlier versions planned and it does not is cancelled, and all of it while
    /// the plan rests.
    private func events(_ file: PlanFile, _ checkIns: [CheckInPlan]) -> [Event] {
        guard let plan = file.plan else { return [] }
        let end = file.today.adding(days: Self.weeks * 7)
        let planned = file.rest == nil ? Schedule(plan, checkIns: checkIns).occurrences(from: file.today, to: end) : []
        let kept = Set(planned.map(\.id))
        var dropped: [String: Occurrence] = [:]
        for version in file.log.history?.plans ?? [] {
            for occurrence in Schedule(version, checkIns: checkIns).occurrences(from: file.today, to: end)
            where !kept.contains(occurrence.id) { dropped[occurrence.id] = occurrence }
        }
        let events =
            planned.map { Event(occurrence: $0, version: plan.version, stamp: plan.validFrom, isCancelled: false) }
            + dropped.values.map {
                Event(occurrence: $0, version: plan.version + 1, stamp: plan.validFrom, isCancelled: true)
            }
        return events.sorted { $0.occurrence < $1.occurrence }
    }

    private func add(_ event: Event, _ owner: String, _ calendar: inout ICalendar) {
        let day = Self.basic(event.occurrence.date)
        let stamp = Self.basic(event.stamp) + "T000000Z"
        calendar.add("BEGIN", "VEVENT")
        calendar.add("UID", Self.uid(owner, event.occurrence.id))
        calendar.add("DTSTAMP", stamp)
        calendar.add("LAST-MODIFIED", stamp)
        calendar.add("SEQUENCE", String(event.version))
        calendar.add("DTSTART", day + start)
        calendar.add("DURATION", "PT\(minutes(event.occurrence))M")
        calendar.add("SUMMARY", text: event.occurrence.kind == .session ? words.session : words.checkIn)
        calendar.add("CLASS", "PRIVATE")
        calendar.add("TRANSP", "TRANSPARENT")
        calendar.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
        calendar.add("END", "VEVENT")
    }

    private func minutes(_ occurrence: Occurrence) -> Int {
        occurrence.kind == .session ? max(1, (occurrence.seconds + 59) / 60) : Self.checkInMinutes
    }

    private static func basic(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Stable, and leads back to nobody.
    private static func uid(_ owner: String, _ occurrence: String) -> String {
        Hex.encode(SHA256.hash(data: Data("midback calendar 1 \(owner) \(occurrence)".utf8)).prefix(16)) + "@midback"
    }
}
