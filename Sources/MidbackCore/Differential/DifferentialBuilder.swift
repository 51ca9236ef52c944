/// Joins the two stages and the rules into one ranked list.
/// - Source: `survey.md` section 5.
struct DifferentialBuilder: Sendable {
    let seriousIds: [String]
    let benignIds: [String]
    let tracks: [String: String]
    private let classes: Set<String>
    /// Suspected conditions that level-4 rules may add to the list after the causes of .20 and more.
    private static let addable: Set<String> = [
        "polymyalgia-rheumatica", "stable-angina", "unstable-fracture-fused-spine",
    ]
    private let levelFourSuspects: [String: [String]]

    init(_ pack: ContentPack) {
        seriousIds = pack.seriousModel.classes.map(\.id)
        benignIds = pack.benignModel.classes.map(\.id)
        classes = Set(seriousIds + benignIds)
        tracks = Dictionary(
            pack.benignModel.classes.compactMap { benign in benign.track.map { (benign.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        levelFourSuspects = Dictionary(
            pack.rules.filter { $0.level == .routine2Weeks }.map { rule in
                (rule.id, rule.suspects.filter(Self.addable.contains))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - inference: posteriors in class order, `musculoskeletal` last.
    ///   - shares: benign shares in class order.
    func build(_ inference: SeriousInference.Result, shares: [Double], triage: Triage) -> Differential {
        let serious = inference.posteriors
        let musculoskeletal = serious[serious.count - 1]
        let combined = combine(serious, inference.musculoskeletal, shares)
        let needsCheck = blockA(triage, combined)
        var differential = Differential(
            serious: Dictionary(zip(seriousIds, serious), uniquingKeysWith: { first, _ in first }),
            musculoskeletal: musculoskeletal,
            benignShares: Dictionary(
                zip(benignIds, shares.map(Math.rounded)).filter { $0.1 > 0 }, uniquingKeysWith: { first, _ in first }),
            needsCheck: needsCheck, likely: [], ranking: [], isFlat: isFlat(shares))
        guard !triage.isOutsideMidBack else {
            differential.ranking = needsCheck.map(\.cause)
            return differential
        }
        differential.ranking = ranking(triage, combined, needsCheck)
        if triage.level >= .urgent24To72h { differential.likely = likely(combined, triage) }
        return differential
    }

    private struct Entry {
        var id: String
        var probability: Double
        var isSerious: Bool
    }

    /// All causes of any probability, best first; ties by id.
    private func combine(_ serious: [Double], _ musculoskeletal: Double, _ shares: [Double]) -> [Entry] {
        var entries = zip(seriousIds, serious).map { Entry(id: $0, probability: $1, isSerious: true) }
        for (id, share) in zip(benignIds, shares) {
            entries.append(Entry(id: id, probability: Math.rounded(musculoskeletal * share), isSerious: false))
        }
        return entries.filter { $0.probability > 0 }
            .sorted { ($1.probability, $0.id) < ($0.probability, $1.id) }
    }

    /// Conditions named by rules of level 1 to 3: those of .03 and more by probability, then those without a class of
    /// their own, then the rest by probability; ties in the order in which the rules name them.
    private func blockA(_ triage: Triage, _ combined: [Entry]) -> [Differential.Ranked] {
        let ranked = triage.mustShow.enumerated().map {
            order, cause -> (rank: (Int, Double, Int), Differential.Ranked) in
            let hasClass = classes.contains(cause)
            let probability = combined.first { $0.id == cause }?.probability ?? 0
            let tier = hasClass ? (probability >= 0.03 ? 0 : 2) : 1
            let entry = Differential.Ranked(cause: cause, probability: probability, band: .needsCheck)
            return ((tier, -probability, order), entry)
        }
        return ranked.sorted { $0.rank < $1.rank }.map(\.1)
    }

    private func ranking(_ triage: Triage, _ combined: [Entry], _ needsCheck: [Differential.Ranked]) -> [String] {
        var ids = combined.map(\.id)
        switch triage.level {
        case .emergencyNow, .sameDayED:
            // A level reached without a rule (floor or backstop) still names the serious classes, most probable first.
            if needsCheck.isEmpty { return combined.filter { $0.isSerious && $0.probability >= 0.03 }.map(\.id) }
            return needsCheck.map(\.cause)
        case .urgent24To72h:
            guard let first = needsCheck.first?.cause else { return ids }
            let position = ids.firstIndex(of: first) ?? Int.max
            if position > 2 { Self.move(first, to: 2, in: &ids) }
        case .routine2Weeks:
            let added = triage.fired.flatMap { levelFourSuspects[$0.id] ?? [] }
            let place = combined.prefix { $0.probability >= 0.2 }.count
            for cause in added.reversed() where (ids.firstIndex(of: cause) ?? Int.max) > place {
                Self.move(cause, to: place, in: &ids)
            }
        case .selfCare: break
        }
        return ids
    }

    private static func move(_ id: String, to place: Int, in ids: inout [String]) {
        ids.removeAll { $0 == id }
        ids.insert(id, at: min(place, ids.count))
    }

    /// Block B. Nothing "fits best" when answers conflict or too little is known.
    private func likely(_ combined: [Entry], _ triage: Triage) -> [Differential.Ranked] {
        let isDoubtful = !triage.conflicts.isEmpty || triage.hasTooLittleInformation
        return combined.compactMap { entry in
            guard !triage.mustShow.contains(entry.id), let band = Self.band(entry.probability, entry.isSerious) else {
                return nil
            }
            let shown = band == .fitsBest && isDoubtful ? Differential.Band.possible : band
            return .init(cause: entry.id, probability: entry.probability, band: shown)
        }
    }

    private static func band(_ probability: Double, _ isSerious: Bool) -> Differential.Band? {
        switch probability {
        case 0.5...: .fitsBest
        case 0.2...: .possible
        case 0.08...: .lessLikely
        case 0.03...: isSerious ? .lessLikelyButImportant : nil
        default: nil
        }
    }

    /// No benign cause stands out: the best share is under .30, or the best two differ by less than .06 and share a
    /// plan.
    private func isFlat(_ shares: [Double]) -> Bool {
        let best = zip(benignIds, shares).sorted { $0.1 > $1.1 }.prefix(2)
        guard best.count == 2 else { return false }
        if Math.rounded(best[0].1) < 0.3 { return true }
        let track = tracks[best[0].0]
        return best[0].1 - best[1].1 < 0.06 && track != nil && track == tracks[best[1].0]
    }
}
