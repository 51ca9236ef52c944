import Foundation
public import MidbackCore
public import MidbackStore

/// Judges answers: after each page whether the survey must stop, at the end the whole result. Decisions that a person
/// sees are recorded before they are shown, and never changed.
public struct Assess: Sendable {
    /// The engine it asks.
    public let engine: Engine
    let explainer: Explainer
    let counterfactualist: Counterfactualist
    let policy: StopPolicy
    let contradictions: Contradictions
    let store: any ResponseStore
    let environment: Environment

    /// With one engine on one store.
    public init(engine: Engine, store: any ResponseStore, environment: Environment) {
        self.engine = engine
        explainer = Explainer(engine)
        counterfactualist = Counterfactualist(engine)
        policy = StopPolicy(engine.pack)
        contradictions = Contradictions(engine.pack)
        self.store = store
        self.environment = environment
    }

    /// What the review page needs of a triage that is not decided yet: conflicts, and whether it is the mid-back at all.
    public func preview(_ visit: Visit) async throws(IntakeError) -> Triage {
        let contradicted = try await contradicted(visit)
        return engine.assess(visit.response, contradicted: contradicted).triage
    }

    /// Decides, records and finishes: "See my result". Who confirms old answers again gets a decision of today.
    public func finish(_ visit: Visit, _ language: Language) async throws(IntakeError) {
        let (id, now) = (visit.record.id, environment.now())
        _ = try await decision(visit, language, newerThan: now.addingTimeInterval(-AssessedResult.freshFor))
        try await storing { () async throws(StoreError) in try await store.finish(id: id, now: now) }
    }

    /// The result of the stored answers. The recorded decision is shown as it is, unless answers or content changed.
    public func result(_ visit: Visit, _ language: Language) async throws(IntakeError) -> AssessedResult {
        let (payload, decidedAt) = try await decision(visit, language)
        let (response, differential) = (visit.response, payload.assessment.differential)
        let shown = differential.needsCheck + differential.likely
        return AssessedResult(
            assessment: payload.assessment, response: response, rules: payload.rules,
            causes: unique(shown.map(\.cause)).compactMap { explainer.cause($0, response) },
            counterfactuals: counterfactualist.explain(response, payload.assessment.triage), decidedAt: decidedAt,
            packVersion: engine.pack.version, isNotMidback: payload.assessment.triage.isOutsideMidBack,
            support: policy.supportKinds(payload.assessment.triage, response),
            isOld: environment.now().timeIntervalSince(decidedAt) > AssessedResult.freshFor,
            takenBack: try await takenBack(payload.assessment.triage, visit))
    }

    /// Why one cause stands where it does for these answers.
    public func explain(cause id: String, _ response: QuestionnaireResponse) -> CauseExplanation? {
        explainer.cause(id, response)
    }

    private func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }

    /// Danger rows that were ticked once and are not any more, of the lists that a triage says were answered twice.
    public func takenBack(_ triage: Triage, _ visit: Visit) async throws(IntakeError) -> [AnswerReference] {
        guard !triage.contradicted.isEmpty else { return [] }
        return contradictions.takenBack(visit.response, visit.trail, confirmedAt: try await confirmations(visit))
    }

    /// Gate lists with a row that was taken back.
    func contradicted(_ visit: Visit) async throws(IntakeError) -> [String] {
        // Most people never take anything back; then nobody needs the confirmations.
        guard !contradictions.items(visit.response, visit.trail, confirmedAt: []).isEmpty else { return [] }
        return contradictions.items(visit.response, visit.trail, confirmedAt: try await confirmations(visit))
    }

    /// When stop pages were confirmed.
    private func confirmations(_ visit: Visit) async throws(IntakeError) -> [Date] {
        let id = visit.record.id
        return try await storing { () async throws(StoreError) in try await store.acknowledgements(id: id) }.map(\.at)
    }
}
