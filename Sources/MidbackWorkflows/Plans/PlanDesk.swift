public import Foundation
public import MidbackContent
public import MidbackCore
public import MidbackPlan
public import MidbackStore

/// Keeps a person's plan: makes it, takes in sessions and check-ins, steps it up or down. Every call that returns has
/// stored its change durably; nothing stored is ever overwritten.
public struct PlanDesk: Sendable {
    /// Exercises and rules.
    public let content: PlanContent
    let engine: PlanEngine
    let reader: ProfileReader
    let assess: Assess
    let intake: Intake
    let store: any PlanStore
    let environment: Environment
    let timeZone: TimeZone

    /// A desk on one store.
    /// - Parameter timeZone: the clinic's, which decides what day it is.
    public init(
        content: PlanContent, assess: Assess, intake: Intake, store: any PlanStore, environment: Environment,
        timeZone: TimeZone
    ) {
        self.content = content
        engine = PlanEngine(content.pack)
        reader = ProfileReader(content.pack)
        self.assess = assess
        self.intake = intake
        self.store = store
        self.environment = environment
        self.timeZone = timeZone
    }

    /// Exercises and rules, without their digest.
    public var pack: PlanPack { content.pack }
    /// The survey and its rules.
    public var survey: ContentPack { assess.engine.pack }

    /// The clinic's day.
    public var today: CivilDate { day(of: environment.now()) }

    func day(of date: Date) -> CivilDate {
        let seconds = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
        return CivilDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
    }

    /// Whether answers ask for a stop page that the person has not confirmed.
    public func mustStop(_ visit: Visit) async throws(IntakeError) -> Bool {
        try await assess.mustStop(visit, after: 0)
    }

    /// The plan of a visitor as it stands.
    public func file(_ visit: Visit) async throws(IntakeError) -> PlanFile {
        let id = visit.record.id
        let entries = try await storing { () async throws(StoreError) in try await store.entries(id: id) }
        let log = try PlanLog(entries)
        let assessment = assess.engine.assess(
            visit.response, contradicted: try await assess.contradicted(visit))
        let clearance = clearance(log, visit, assessment)
        let profile = reader.profile(visit.response, assessment, clearance: clearance)
        let today = today
        return PlanFile(
            log: log, assessment: assessment, profile: profile, offer: engine.build(profile, today: today),
            rest: rest(log, visit), today: today)
    }

    /// What a clinician has confirmed holds for the answers it was said about; a new worry needs a new look.
    private func clearance(_ log: PlanLog, _ visit: Visit, _ assessment: Assessment) -> Clearance {
        guard let version = log.current else { return Clearance() }
        var clearance = version.profile.clearance
        let isNewWorry = version.answersVersion != visit.version && assessment.triage.level <= .urgent24To72h
        if isNewWorry { clearance.clinicianHasSeen = false }
        return clearance
    }

    private func rest(_ log: PlanLog, _ visit: Visit) -> PlanFile.Rest? {
        guard let version = log.current else { return nil }
        let isOpen = log.openScreen(visit.version) != nil || !intake.machine.missing(visit.response).isEmpty
        if isOpen { return .openQuestions }
        if version.answersVersion != visit.version { return .newAnswers }
        // A changed danger rule counts too: the old plan may rest on an urgency that no longer holds.
        let isSame = version.planDigest == content.digest && version.packDigest == survey.digest
        return isSame ? (log.needsScreen ? .openScreen : nil) : .newContent
    }

    /// Appends entries, and the plan that follows from them.
    func append(
        _ drafts: [PlanEntryDraft], _ log: PlanLog, _ visit: Visit, key: UUID?, of what: String = ""
    ) async throws(PlanDeskError) -> PlanAppend {
        let (id, now) = (visit.record.id, environment.now())
        let hash = key.map { PostKey.hash($0, what) }
        do {
            return try await storing { () async throws(StoreError) in
                try await store.append(drafts, to: id, expectedLast: log.last, key: hash, now: now)
            }
        } catch {
            throw .intake(error)
        }
    }

    func version(
        _ plan: CarePlan, _ decision: Decision?, _ profile: PlanProfile, answersVersion: Int
    ) -> PlanVersion {
        PlanVersion(
            plan: plan, decision: decision, profile: profile, answersVersion: answersVersion,
            packVersion: survey.version, packDigest: survey.digest,
            planDigest: content.digest)
    }

    /// The file of a visitor whose plan may be followed.
    func followed(_ visit: Visit) async throws(PlanDeskError) -> (PlanFile, PlanHistory, PlanVersion) {
        let file = try await reading(visit)
        guard let history = file.log.history, let version = file.log.current else { throw .noPlan }
        return (file, history, version)
    }

    func reading(_ visit: Visit) async throws(PlanDeskError) -> PlanFile {
        do { return try await file(visit) } catch { throw .intake(error) }
    }
}
