import Foundation
public import MidbackCore
import MidbackStore

extension Assess {
    /// A stop page with the reasons in the person's own answers.
    public struct Stop: Sendable {
        /// Which page, and why.
        public var notice: StopNotice
        /// The answers behind each rule of the notice.
        public var rules: [RuleExplanation]
    }

    /// The stop page that answers ask for, whether it was confirmed or not; for answers that are not stored.
    /// - Parameter isGate: as in `StopPolicy.notice`.
    public func stop(_ response: QuestionnaireResponse, isGate: Bool = true) -> Stop? {
        let triage = engine.assess(response).triage
        guard let notice = policy.notice(triage, response, isGate: isGate) else { return nil }
        let named = Set(notice.rules.map(\.id))
        let rules = explainer.rules(response, triage).filter { named.contains($0.rule) }
        return Stop(notice: notice, rules: rules)
    }

    /// Whether the survey must be interrupted now: there is a reason that the person has not confirmed yet.
    /// - Parameter step: the page that was just answered.
    public func mustStop(_ visit: Visit, after step: Int) async throws(IntakeError) -> Bool {
        let triage = engine.assess(visit.response).triage
        guard let notice = policy.notice(triage, visit.response, isGate: step == 0) else { return false }
        let confirmed = try await confirmedReasons(visit)
        return !notice.reasons.allSatisfy(confirmed.contains)
    }

    /// Records the decision behind a stop page before the page is shown, once for each version of the answers.
    public func recordStop(_ stop: Stop, _ visit: Visit, _ language: Language) async throws(IntakeError) {
        guard try await stopDecision(visit) == nil else { return }
        let payload = DecisionPayload(engine, explainer, visit.response, contradicted: [])
        let shown = ["stop/\(stop.notice.kind.rawValue)"] + stop.notice.reasons.map { "reason/\($0)" }
        try await record(payload, shown: shown, visit, language, now: environment.now())
    }

    private func stopDecision(_ visit: Visit) async throws(IntakeError) -> TriageRecord? {
        try await records(visit).last { $0.decision.shownTexts.first?.hasPrefix("stop/") == true }
    }

    /// "I got help for this, or I ticked it by mistake": the page stays away until there is a new reason.
    public func confirmStop(_ visit: Visit) async throws(IntakeError) {
        guard let stop = stop(visit.response) else { return }
        let confirmed = try await confirmedReasons(visit)
        let decision = try await stopDecision(visit)?.decision.id
        let (id, now) = (visit.record.id, environment.now())
        // One row a reason: a row is short, and a later page asks for each reason on its own.
        for reason in stop.notice.reasons where !confirmed.contains(reason) {
            let acknowledgement = Acknowledgement(page: Self.page(reason), triageID: decision, at: now)
            try await storing { () async throws(StoreError) in try await store.acknowledge(acknowledgement, for: id) }
        }
    }

    private func confirmedReasons(_ visit: Visit) async throws(IntakeError) -> Set<String> {
        let id = visit.record.id
        let rows = try await storing { () async throws(StoreError) in try await store.acknowledgements(id: id) }
        return Set(
            rows.map(\.page).filter { $0.hasPrefix(Self.pagePrefix) }.map {
                String($0.dropFirst(Self.pagePrefix.count))
            })
    }

    private static let pagePrefix = "stop:"

    private static func page(_ reason: String) -> String { pagePrefix + reason }
}
