/// What to do and how soon, most urgent first. `Comparable`: a smaller value is *more* urgent.
/// - Source: `red-flags.md` section 2; the ids are used everywhere, numbers only inside formulas.
public enum Disposition: Int, CaseIterable, Codable, Comparable, Sendable {
    /// Call an ambulance now (minutes).
    case emergencyNow = 1
    /// Go to an emergency department today (hours).
    case sameDayED = 2
    /// See a clinician within 24 to 72 hours.
    case urgent24To72h = 3
    /// Book a visit within two weeks.
    case routine2Weeks = 4
    /// Care for yourself, with a safety net.
    case selfCare = 5

    /// The stable id, for content, records, FHIR and metrics: `emergency-now`, `same-day-ed`, `urgent-24-72h`,
    /// `routine-2-weeks`, `self-care`.
    public var id: String {
        switch self {
        case .emergencyNow: "emergency-now"
        case .sameDayED: "same-day-ed"
        case .urgent24To72h: "urgent-24-72h"
        case .routine2Weeks: "routine-2-weeks"
        case .selfCare: "self-care"
        }
    }

    /// The disposition with this id, or `nil`.
    public init?(id: String) {
        guard let match = Self.allCases.first(where: { $0.id == id }) else { return nil }
        self = match
    }

    /// More urgent is smaller.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// One step less urgent; self-care stays self-care.
    public var oneStepLessUrgent: Self { Self(rawValue: rawValue + 1) ?? .selfCare }
}
