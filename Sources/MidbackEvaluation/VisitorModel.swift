import MidbackCore

/// Draws the findings of a virtual visitor from the probabilities of the content.
/// - Source: `red-flags.md` section 5.2. What the content gives no probability for is an expert estimate here.
struct VisitorModel {
    private struct FindingModel {
        var id: String
        var kind: FindingDefinition.Kind
        var otherwise: String?
        var values: [String]
    }

    private let findings: [FindingModel]
    private let baseline: [String: SeriousModel.Baseline]
    private let likelihoods: [String: [String: Double]]

    init(_ pack: ContentPack) {
        baseline = Dictionary(pack.seriousModel.baseline.map { ($0.atom, $0) }, uniquingKeysWith: { first, _ in first })
        likelihoods = Dictionary(
            pack.seriousModel.classes.map { serious in
                (
                    serious.id,
                    Dictionary(serious.likelihoods.map { ($0.atom, $0.p) }, uniquingKeysWith: { first, _ in first })
                )
            }, uniquingKeysWith: { first, _ in first })
        findings = pack.findings.map {
            FindingModel(id: $0.id, kind: $0.kind, otherwise: $0.otherwise, values: $0.values.map(\.id))
        }
    }

    /// A visitor of this age and sex whose cause is `cause`, or musculoskeletal for `nil`.
    func visitor(_ cause: String?, age: Int, sex: String, _ random: inout RandomSource) -> FindingSet {
        var set = FindingSet(values: ["sex-at-birth": [sex]], numbers: ["age-years": age])
        let table = cause.flatMap { likelihoods[$0] } ?? [:]
        for finding in findings { draw(finding, table, age, &set, &random) }
        severity(table, &set, &random)
        complete(&set, age, sex, cause, &random)
        return set
    }

    private func probability(_ atom: String, _ table: [String: Double], _ age: Int) -> Double? {
        if let own = table[atom] { return own }
        guard let entry = baseline[atom] else { return nil }
        return age >= 65 ? entry.older ?? entry.p : entry.p
    }

    private func draw(
        _ finding: FindingModel, _ table: [String: Double], _ age: Int, _ set: inout FindingSet,
        _ random: inout RandomSource
    ) {
        switch finding.kind {
        case .number: return
        case .bool:
            if let p = probability(finding.id, table, age), random.chance(p) { set.values[finding.id] = ["yes"] }
        case .multi:
            let chosen = finding.values.filter { value in
                probability("\(finding.id):\(value)", table, age).map { random.chance($0) } ?? false
            }
            if !chosen.isEmpty { set.values[finding.id] = Set(chosen) }
        case .single:
            guard set.values[finding.id] == nil, let value = single(finding, table, age, &random) else { return }
            set.values[finding.id] = [value]
        }
    }

    /// Values a class lists have its probabilities; the others share the rest in proportion to the baseline.
    private func single(
        _ finding: FindingModel, _ table: [String: Double], _ age: Int, _ random: inout RandomSource
    ) -> String? {
        let base = finding.values.compactMap { value -> (String, Double)? in
            probability("\(finding.id)=\(value)", [:], age).map { (value, $0) }
        }
        guard !base.isEmpty else { return nil }
        let listed = base.compactMap { value, _ in table["\(finding.id)=\(value)"].map { (value, $0) } }
        let rest = 1 - listed.reduce(0) { $0 + $1.1 }
        let names = Set(listed.map(\.0))
        let baseRest = 1 - base.filter { names.contains($0.0) }.reduce(0) { $0 + $1.1 }
        let unlisted = base.filter { !names.contains($0.0) }.map { ($0.0, $0.1 / max(0.0001, baseRest) * rest) }
        return random.pick(listed + unlisted) ?? finding.otherwise
    }

    private func severity(_ table: [String: Double], _ set: inout FindingSet, _ random: inout RandomSource) {
        let atLeast8 = table["pain-severity-now>=8"] ?? table["pain-severity-now>=7"].map { $0 * 0.58 } ?? 0.18
        let atLeast7 = max(
            atLeast8, table["pain-severity-now>=7"] ?? (table["pain-severity-now>=8"] == nil ? 0.31 : atLeast8 + 0.08))
        let drawn = random.unit()
        set.numbers["pain-severity-now"] =
            drawn < atLeast8
            ? Int.random(in: 8...10, using: &random)
            : drawn < atLeast7 ? 7 : Int.random(in: 2...6, using: &random)
    }

    /// Facts that hang on other facts.
    private func complete(
        _ set: inout FindingSet, _ age: Int, _ sex: String, _ cause: String?, _ random: inout RandomSource
    ) {
        let nerves =
            [
                "gait-unsteady", "trunk-numb-band", "saddle-numbness", "bladder-retention", "bladder-leak-new",
                "bowel-control-loss",
            ].contains { set.values[$0] != nil }
            || ["leg-weakness", "leg-numbness"].contains { set.values[$0] != ["none"] }
        if nerves { set.values["neuro-tempo"] = [tempo(cause, &random)] }
        if set.values["injury-recent"] != ["none"] {
            set.values["injury-when"] = [random.pick([("today", 0.15), ("1-7d", 0.35)]) ?? "1-6w"]
        }
        if set.values["cancer-history"] != ["never"], set.values["cancer-history"] != nil,
            set.values["cancer-type"] == nil
        {
            set.values["cancer-type"] = [random.pick([("breast", 0.25), ("prostate", 0.2), ("lung", 0.08)]) ?? "other"]
        }
        set.values["pregnancy-status"] = [pregnancy(age, sex, cause, &random)]
    }

    /// Benign nerve signs are mostly old and stable; those of a serious cause are new.
    private func tempo(_ cause: String?, _ random: inout RandomSource) -> String {
        if cause == nil {
            return random.pick([("hours", 0.03), ("days", 0.12), ("weeks", 0.2), ("over-12w-worse", 0.1)])
                ?? "over-12w-stable"
        }
        return random.pick([("hours", 0.3), ("days", 0.4), ("weeks", 0.2), ("over-12w-worse", 0.05)])
            ?? "over-12w-stable"
    }

    private func pregnancy(_ age: Int, _ sex: String, _ cause: String?, _ random: inout RandomSource) -> String {
        guard sex == "female", age >= 12, age <= 55 else { return "not-applicable" }
        if cause == "ectopic-pregnancy" { return random.chance(0.5) ? "could-be" : "under-20w" }
        guard age < 45 else { return "no" }
        return random.pick([("could-be", 0.01), ("under-20w", 0.01), ("20w-plus", 0.02), ("birth-last-6w", 0.01)])
            ?? "no"
    }
}
