public import Foundation
public import MidbackCore
public import MidbackPlan
import MidbackStore

/// Everything a person entered, and what was made of it.
public struct PersonalExport: Codable, Hashable, Sendable {
    /// Version of this form.
    public var format = 1
    /// When it was made.
    public var madeAt: Date
    /// Language the person reads.
    public var language: String
    /// Answers of the survey, newest version.
    public var answers: QuestionnaireResponse
    /// Urgency of these answers.
    public var level: String
    /// Plans, oldest first.
    public var plans: [PlanVersion]
    /// Sessions by day.
    public var sessions: [SessionRecord]
    /// Check-ins by day.
    public var checkIns: [CheckIn]
    /// Danger screens.
    public var screens: [SignScreen]
    /// Flare-ups.
    public var flares: [FlareReport]

    /// Readable JSON with sorted keys.
    public var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return (try? encoder.encode(self)) ?? Data()
    }
}

extension PlanDesk {
    /// Everything that is stored about the visitor's answers and plan.
    public func export(_ visit: Visit) async throws(IntakeError) -> PersonalExport {
        let file = try await file(visit)
        return PersonalExport(
            madeAt: environment.now(), language: visit.record.language, answers: visit.response,
            level: file.assessment.triage.level.id, plans: file.log.versions,
            sessions: file.log.history?.sessions ?? [], checkIns: file.log.history?.checkIns ?? [],
            screens: file.log.screens, flares: file.log.flares)
    }
}
