public import Foundation
import MidbackCore
public import MidbackPlan
import MidbackStore

extension PlanDesk {
    /// Nobody does more; whoever sends more fills a disk.
    private static let mostSessionsADay = 20

    /// Takes the result of a session; a copy sent again, as after working offline, counts once.
    /// - Returns: whether it was new.
    @discardableResult
    public func record(_ session: SessionRecord, in visit: Visit) async throws(PlanDeskError) -> Bool {
        let (file, history, _) = try await followed(visit)
        // The session may have followed an earlier version: its own exercises count.
        let plan = history.plans.last { $0.version == session.planVersion } ?? history.plan
        // A person east of the clinic may be a day ahead.
        let problems = session.problems(plan, today: file.today.adding(days: 1), earlier: history.sessions)
        if problems == [.duplicate] { return false }
        guard problems.isEmpty else { throw .rejected(problems) }
        guard history.sessions.count(where: { $0.date == session.date }) < Self.mostSessionsADay else {
            throw .rejected([.impossibleCount])
        }
        let drafts = [PlanCodec.draft(.session, session)]
        return try await append(drafts, file.log, visit, key: UUID(uuidString: session.id), of: "session")
            != .alreadyHandled
    }

    /// Takes a check-in and makes the version of the plan that follows from it.
    /// - Parameter key: what a copy of the same post carries too.
    /// - Returns: the file afterwards; its newest decision says what happened.
    public func checkIn(
        _ checkIn: CheckIn, key: UUID?, in visit: inout Visit
    ) async throws(PlanDeskError) -> PlanFile {
        let (file, history, version) = try await followed(visit)
        var checkIn = checkIn
        checkIn.level = file.assessment.triage.level
        checkIn.week = max(0, history.plan.startedOn.days(to: file.today) / 7)
        checkIn.isRescreened = false
        let problems = checkIn.problems(
            pack, plan: history.plan, today: file.today, earlier: history.checkIns)
        guard problems.isEmpty else { throw .rejected(problems) }
        let profile = Progression.profile(version.profile, after: checkIn, pack)
        let decision = Progression.next(history, checkIn, profile, pack, today: file.today)
        let after = Progression.profile(profile, after: decision)
        let plan = engine.build(after, today: file.today, state: decision.next)
        var drafts = [PlanCodec.draft(.checkIn, checkIn)]
        let next = self.version(plan, decision, after, answersVersion: version.answersVersion)
        drafts.append(PlanCodec.draft(.plan, next))
        if !checkIn.newSigns.isEmpty { drafts.append(screen(checkIn.newSigns, file, visit)) }
        _ = try await append(
            drafts, file.log, visit, key: key, of: PostKey.screen("check-in", checkIn.newSigns))
        return try await reopened(&visit)
    }

    /// Makes today's plan lighter because the pain flared; no sign was ticked in the danger screen before.
    public func flare(key: UUID?, in visit: Visit) async throws(PlanDeskError) -> PlanFile {
        let (file, history, version) = try await followed(visit)
        guard file.rest == nil || file.rest == .openScreen else { throw .resting }
        let decision = Progression.flare(
            history, level: file.assessment.triage.level, version.profile, pack, today: file.today)
        let after = Progression.profile(version.profile, after: decision)
        let plan = engine.build(after, today: file.today, state: decision.next)
        let report = FlareReport(date: file.today, planVersion: history.plan.version)
        let next = self.version(plan, decision, after, answersVersion: version.answersVersion)
        let drafts = [
            screen([], file, visit), PlanCodec.draft(.flare, report), PlanCodec.draft(.plan, next),
        ]
        _ = try await append(drafts, file.log, visit, key: key, of: "flare")
        return try await reading(visit)
    }
}
