import MidbackCore

/// Spreads sessions over seven days, so that days of strength have a day between them, over the end of the week too.
/// - Source: `plan-logic.md` section 5.
enum WeekLayout {
    /// Days of `count` sessions, 0 to 6.
    static func days(_ count: Int) -> [Int] {
        switch count {
        case ...1: [0]
        case 2: [0, 3]
        case 3: [0, 2, 4]
        case 4: [0, 2, 3, 5]
        case 5: [0, 1, 2, 4, 5]
        case 6: [0, 1, 2, 3, 4, 5]
        default: [0, 1, 2, 3, 4, 5, 6]
        }
    }

    /// Days among them for strength, never two in a row.
    static func strengthDays(_ count: Int) -> [Int] {
        switch count {
        case ...1: [0]
        case 2: [0, 3]
        case 4: [0, 2, 5]
        default: [0, 2, 4]
        }
    }

    /// Days of one exercise.
    static func days(of perWeek: Int, sessions: Int, needsRest: Bool) -> [Int] {
        let all = needsRest ? strengthDays(sessions) : days(sessions)
        guard perWeek < all.count else { return all }
        return (0..<max(1, perWeek)).map { all[$0 * all.count / max(1, perWeek)] }
    }
}
