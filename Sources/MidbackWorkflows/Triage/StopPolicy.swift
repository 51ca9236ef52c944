public import MidbackCore

/// Decides from one triage whether a page interrupts the survey.
/// - Source: `survey.md` 1.1: level 1 after every page; level 2 and the floors of the gate after step 0; self-harm and
///   unsafe rows have their own calm page, too much medicine shows the poison line first.
public struct StopPolicy: Sendable {
    /// Which page a rule asks for, where it is not the one of its level.
    private static let kindByRule: [String: StopNotice.Kind] = [
        "RF-270": .poison, "RF-271": .poison, "RF-280": .crisis, "RF-281": .crisis, "RF-282": .crisis,
        "RF-283": .unsafe, "RF-284": .unsafe, "RF-285": .unsafe,
    ]
    /// Fires also for "I would rather not say", which must not interrupt: support lines on the result are enough.
    private static let quietUnlessWorried = "RF-285"

    private let pageByFloor: [String: Floor.Page]

    /// For the floors of one pack.
    public init(_ pack: ContentPack) {
        pageByFloor = Dictionary(pack.floors.map { ($0.id, $0.page) }, uniquingKeysWith: { first, _ in first })
    }

    /// Rules this policy names; the content must have them.
    static var namedRules: [String] { kindByRule.keys.sorted() }

    /// The interruption after a page.
    /// - Parameter isGate: the page was step 0, or everything that ever asked for a stop page is wanted.
    public func notice(_ triage: Triage, _ response: QuestionnaireResponse, isGate: Bool) -> StopNotice? {
        let rules = triage.fired.filter { interrupts($0, response, isGate: isGate) }
        let floors = isGate ? triage.floors : []
        guard !rules.isEmpty || !floors.isEmpty else { return nil }
        let kinds = ranked(rules, floors, response)
        return StopNotice(kind: kinds[0], also: Array(kinds.dropFirst()), rules: rules, floors: floors)
    }

    private func interrupts(_ hit: Triage.RuleHit, _ response: QuestionnaireResponse, isGate: Bool) -> Bool {
        if hit.id == Self.quietUnlessWorried { return response.answers["unsafe-home"]?.codes == ["worried"] }
        if Self.kindByRule[hit.id] != nil { return true }
        return hit.level == .emergencyNow || (isGate && hit.level == .sameDayED)
    }

    /// Kinds by how urgent what is behind them is, then by how fast they act. Never empty when one list is not.
    private func ranked(
        _ rules: [Triage.RuleHit], _ floors: [String], _ response: QuestionnaireResponse
    ) -> [StopNotice.Kind] {
        var levels: [StopNotice.Kind: Disposition] = [:]
        for hit in rules {
            let kind = Self.kindByRule[hit.id] ?? (hit.level == .emergencyNow ? .emergency : .sameDay)
            levels[kind] = min(levels[kind] ?? .selfCare, hit.level)
        }
        for floor in floors {
            levels[kind(ofFloor: floor)] = min(levels[kind(ofFloor: floor)] ?? .selfCare, .sameDayED)
        }
        if levels[.emergency] != nil { levels[.sameDay] = nil }
        if isOnPurpose(response), levels[.poison] != nil { levels[.crisis] = levels[.crisis] ?? .emergencyNow }
        let kinds = StopNotice.Kind.allCases.filter { levels[$0] != nil }.enumerated()
            .sorted { (levels[$0.element] ?? .selfCare, $0.offset) < (levels[$1.element] ?? .selfCare, $1.offset) }
            .map(\.element)
        return kinds.isEmpty ? [.sameDay] : kinds
    }

    private func isOnPurpose(_ response: QuestionnaireResponse) -> Bool {
        response.answers["medicine-amount"]?.codes == ["on-purpose"]
    }

    private func kind(ofFloor id: String) -> StopNotice.Kind {
        switch pageByFloor[id] {
        case .crisis: .crisis
        case .unsafe: .unsafe
        case .poison: .poison
        case .stop, nil: .sameDay
        }
    }

    /// Kinds whose contacts the result repeats, whatever its level. "Rather not say" shows both lines of support.
    public func supportKinds(_ triage: Triage, _ response: QuestionnaireResponse) -> [StopNotice.Kind] {
        var kinds = Set(triage.fired.compactMap { Self.kindByRule[$0.id] })
        kinds.formUnion(triage.floors.map(kind(ofFloor:)).filter { $0 != .sameDay })
        if isOnPurpose(response) { kinds.insert(.crisis) }
        if response.answers["gate-other"]?.codes.contains("rather-not-say") == true {
            kinds.formUnion([.crisis, .unsafe])
        }
        return StopNotice.Kind.allCases.filter(kinds.contains)
    }
}
