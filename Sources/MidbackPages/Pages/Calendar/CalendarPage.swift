/// A calendar of sessions and check-ins: download it once, or subscribe to a private address. Its words are neutral, because
/// others may see a calendar. The form posts to `Routes.calendar` with `time` (hh:mm) and `_action` = `make` or `revoke`.
public struct CalendarPage: Page {
    /// Where the person stands.
    public enum State: Hashable, Sendable {
        /// There is no private address.
        case none
        /// An address exists; it cannot be shown again.
        case exists
        /// The address was just made. Shown once, absolute.
        case fresh(address: String)
        /// The address was just revoked.
        case revoked
    }

    /// Where the person stands.
    public var state: State
    /// When sessions begin, hh:mm; what was typed when it was faulty.
    public var time: String
    /// The time was faulty.
    public var isTimeFaulty: Bool
    /// The plan rests, so the calendar has no sessions.
    public var isOnHold: Bool

    /// Makes the page.
    public init(state: State, time: String = "08:00", isTimeFaulty: Bool = false, isOnHold: Bool = false) {
        self.state = state
        self.time = time
        self.isTimeFaulty = isTimeFaulty
        self.isOnHold = isOnHold
    }
}
