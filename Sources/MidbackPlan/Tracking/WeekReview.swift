import MidbackCore

/// The numbers of the last days that a decision reads.
struct WeekReview {
    /// Sessions that count.
    let sessions: [SessionRecord]
    /// Sessions done of those planned.
    let adherence: Adherence
    /// Median of the highest pain during; the upper one of two middle values.
    let medianPain: Int?
    /// Highest pain during.
    let worstPain: Int?
    /// Highest effort.
    let effort: Int?
    /// Sessions that did not settle.
    let unsettled: Int
    /// Nothing was unsettled and at least one session is known to have settled.
    let isSettled: Bool
    /// Days since the last session, or since the start.
    let daysSinceLast: Int
    /// Average pain now, at the start and at the check-in before.
    let pain: Double?
    let painAtStart: Double
    let painBefore: Double?

    init(_ history: PlanHistory, _ checkIn: CheckIn, _ profile: PlanProfile, _ pack: PlanPack, _ today: CivilDate) {
        let rules = pack.progression
        let first = max(today.adding(days: -rules.days), history.plan.startedOn)
        let all = history.sessions.filter { $0.date >= first && $0.date <= today }
        sessions = all.filter(\.counts)
        adherence = Adherence(history, from: first, to: today)
        medianPain = Self.median(sessions.compactMap(\.painDuring))
        worstPain = all.compactMap(\.painDuring).max()
        effort = sessions.compactMap(\.effort).max()
        let told = all.count { $0.settled == false }
        unsettled = max(told, checkIn.unsettledSessions ?? 0)
        isSettled = unsettled == 0 && (all.contains { $0.settled == true } || checkIn.unsettledSessions == 0)
        let last = history.sessions.last { $0.counts }?.date ?? history.plan.startedOn
        daysSinceLast = last.days(to: today)
        pain = checkIn.score(.painAverage, pack)
        painAtStart = Double(profile.painAverage)
        painBefore = history.checkIns.last { $0.date < checkIn.date }?.score(.painAverage, pack)
    }

    /// The middle value; of two middle values the higher one, which is the careful reading.
    private static func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }
}
