import Foundation
import MidbackCore
import MidbackStore

extension Assess {
    /// The recorded decision on the present answers with the present content; decides and records when there is none.
    /// - Parameter newerThan: a record from before this time does not count.
    func decision(
        _ visit: Visit, _ language: Language, newerThan limit: Date = .distantPast
    ) async throws(IntakeError) -> (DecisionPayload, Date) {
        let contradicted = try await contradicted(visit)
        if let record = try await recorded(visit), record.recordedAt >= limit {
            let payload = try DecisionPayload(bytes: record.decision.payload)
            if payload.contradicted == contradicted { return (payload, record.recordedAt) }
        }
        let payload = DecisionPayload(engine, explainer, visit.response, contradicted: contradicted)
        let now = environment.now()
        try await record(payload, shown: Self.shownTexts(payload), visit, language, now: now)
        return (payload, now)
    }

    private func recorded(_ visit: Visit) async throws(IntakeError) -> TriageRecord? {
        let records = try await records(visit)
        return records.last { record in
            record.decision.packDigest == engine.pack.digest
                && record.decision.engineVersion == Engine.version
                && record.decision.shownTexts.first?.hasPrefix("stop/") != true
        }
    }

    /// Decisions on the present answers; earlier ones stay sealed.
    func records(_ visit: Visit) async throws(IntakeError) -> [TriageRecord] {
        let (id, version) = (visit.record.id, visit.version)
        return try await storing { () async throws(StoreError) in
            try await store.triages(id: id, answersVersion: version)
        }
    }

    func record(
        _ payload: DecisionPayload, shown: [String], _ visit: Visit, _ language: Language, now: Date
    ) async throws(IntakeError) {
        let draft = TriageDraft(
            id: environment.uuid().uuidString.lowercased(), answersVersion: visit.version,
            packVersion: engine.pack.version, packDigest: engine.pack.digest, engineVersion: Engine.version,
            language: language.rawValue, payload: payload.bytes, shownTexts: shown)
        let id = visit.record.id
        _ = try await storing { () async throws(StoreError) in
            try await store.recordTriage(draft, for: id, now: now)
        }
    }

    /// Ids of the texts a result shows.
    static func shownTexts(_ payload: DecisionPayload) -> [String] {
        let differential = payload.assessment.differential
        return ["safety-net/\(payload.assessment.triage.level.id)"]
            + payload.assessment.triage.fired.map { "rule/\($0.id)" }
            + payload.assessment.triage.floors.map { "floor/\($0)" }
            + (differential.needsCheck + differential.likely).map { "cause/\($0.cause)" }
    }
}
