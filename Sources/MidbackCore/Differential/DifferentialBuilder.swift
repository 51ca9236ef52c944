/// Joins the two stages and the rules into one ranked list.
/// - Source: `survey.md` section 5.
struct DifferentialBuilder: Sendable {
    let seriousIds: [String]
    let benignIds: [String]
    let tracks: [String: String]
    /// Serious ids, then benign ids.
    private let ids: [String]
    private let indexById: [String: Int]
    /// Place of each id in alphabetical order, for ties, and the id at each place.
    private let alphabetical: [Int]
    private let byPlace: [Int]
    /// Serious and benign ids in alphabetical order, and the class at each place.
    private let serious: Alphabet
    private let benign: Alphabet

    private struct Alphabet {
        let ids: [String]
        let order: [Int]

        init(_ classIds: [String]) {
            order = classIds.indices.sorted { classIds[$0] < classIds[$1] }
            ids = order.map { classIds[$0] }
        }

        func table(_ values: [Double]) -> Probabilities {
            Probabilities(sortedIds: ids, values: order.map { values[$0] })
        }
    }

    /// Suspected conditions that level-4 rules may add to the list after the causes of .20 and more.
    private static let addable: Set<String> = [
        "polymyalgia-rheumatica", "stable-angina", "unstable-fracture-fused-spine",
    ]
    private let levelFourSuspects: [String: [String]]

    init(_ pack: ContentPack) {
        seriousIds = pack.seriousModel.classes.map(\.id)
        benignIds = pack.benignModel.classes.map(\.id)
        let ids = seriousIds + benignIds
        self.ids = ids
        serious = Alphabet(seriousIds)
        benign = Alphabet(benignIds)
        indexById = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
        byPlace = sorted
        alphabetical = sorted.enumerated().sorted { $0.element < $1.element }.map(\.offset)
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
        let combined = combine(inference, shares)
        let needsCheck = blockA(triage, inference, shares)
        var differential = Differential(
            serious: serious.table(inference.posteriors),
            musculoskeletal: inference.posteriors[seriousIds.count],
            benignShares: benign.table(shares.map(Math.rounded)).positive,
            needsCheck: needsCheck, likely: [], ranking: [], isFlat: isFlat(shares))
        guard !triage.isOutsideMidBack else {
            differential.ranking = needsCheck.map(\.cause)
            return differential
        }
        differential.ranking = ranking(triage, combined, needsCheck)
        if triage.level >= .urgent24To72h { differential.likely = likely(combined, triage) }
        return differential
    }

    /// One cause as plain numbers.
    private struct Entry {
        var probability: Double
        /// Into `ids`.
        var index: Int
    }

    private func isSerious(_ entry: Entry) -> Bool { entry.index < seriousIds.count }

    private func probability(_ index: Int, _ inference: SeriousInference.Result, _ shares: [Double]) -> Double {
        index < seriousIds.count
            ? inference.posteriors[index]
            : Math.rounded(inference.musculoskeletal * shares[index - seriousIds.count])
    }

    /// All causes of any probability, best first; ties by id. Sorted as plain numbers: the probability, which has nine
    /// decimals, above the place in the alphabet, counted from its end.
    private func combine(_ inference: SeriousInference.Result, _ shares: [Double]) -> [Entry] {
        var keys: [UInt64] = []
        keys.reserveCapacity(ids.count)
        for index in ids.indices {
            let billionths = UInt64((probability(index, inference, shares) * 1e9).rounded())
            if billionths > 0 { keys.append(billionths << 16 | UInt64(0xffff - alphabetical[index])) }
        }
        Self.sortLargestFirst(&keys)
        return keys.map { key in
            Entry(probability: Double(key >> 16) / 1e9, index: byPlace[0xffff - Int(key & 0xffff)])
        }
    }

    /// For some dozens of numbers, plain insertion takes a fifth of the standard sort's instructions.
    private static func sortLargestFirst(_ keys: inout [UInt64]) {
        keys.withUnsafeMutableBufferPointer { keys in
            for position in keys.indices.dropFirst() {
                let key = keys[position]
                var place = position
                while place > 0, keys[place - 1] < key {
                    keys[place] = keys[place - 1]
                    place -= 1
                }
                keys[place] = key
            }
        }
    }

    /// Conditions named by rules of level 1 to 3: those of .03 and more by probability, then those without a class of
    /// their own, then the rest by probability; ties in the order in which the rules name them.
    private func blockA(
        _ triage: Triage, _ inference: SeriousInference.Result, _ shares: [Double]
    ) -> [Differential.Ranked] {
        guard !triage.mustShow.isEmpty else { return [] }
        let ranked = triage.mustShow.enumerated().map {
            order, cause -> (rank: (Int, Double, Int), Differential.Ranked) in
            let index = indexById[cause]
            let probability = index.map { self.probability($0, inference, shares) } ?? 0
            let tier = index == nil ? 1 : (probability >= 0.03 ? 0 : 2)
            let entry = Differential.Ranked(cause: cause, probability: probability, band: .needsCheck)
            return ((tier, -probability, order), entry)
        }
        return ranked.sorted { $0.rank < $1.rank }.map(\.1)
    }

    private func ranking(_ triage: Triage, _ combined: [Entry], _ needsCheck: [Differential.Ranked]) -> [String] {
        switch triage.level {
        case .emergencyNow, .sameDayED:
            guard needsCheck.isEmpty else { return needsCheck.map(\.cause) }
            // A level reached without a rule (floor or backstop) still names the serious classes, most probable first.
            return combined.filter { isSerious($0) && $0.probability >= 0.03 }.map { ids[$0.index] }
        case .urgent24To72h: return urgentRanking(combined, needsCheck)
        case .routine2Weeks: return routineRanking(triage, combined)
        case .selfCare: return combined.map { ids[$0.index] }
        }
    }

    /// The first condition to check stands among the first three.
    private func urgentRanking(_ combined: [Entry], _ needsCheck: [Differential.Ranked]) -> [String] {
        var ranking = combined.map { ids[$0.index] }
        guard let first = needsCheck.first?.cause else { return ranking }
        if (ranking.firstIndex(of: first) ?? Int.max) > 2 { Self.move(first, to: 2, in: &ranking) }
        return ranking
    }

    private func routineRanking(_ triage: Triage, _ combined: [Entry]) -> [String] {
        var ranking = combined.map { ids[$0.index] }
        let added = triage.fired.flatMap { levelFourSuspects[$0.id] ?? [] }
        let place = combined.prefix { $0.probability >= 0.2 }.count
        for cause in added.reversed() where (ranking.firstIndex(of: cause) ?? Int.max) > place {
            Self.move(cause, to: place, in: &ranking)
        }
        return ranking
    }

    private static func move(_ id: String, to place: Int, in ids: inout [String]) {
        ids.removeAll { $0 == id }
        ids.insert(id, at: min(place, ids.count))
    }

    /// Block B. Nothing "fits best" when answers conflict or too little is known.
    private func likely(_ combined: [Entry], _ triage: Triage) -> [Differential.Ranked] {
        let isDoubtful = !triage.conflicts.isEmpty || triage.hasTooLittleInformation
        var result: [Differential.Ranked] = []
        for entry in combined {
            guard entry.probability >= 0.03 else { break }
            guard let band = Self.band(entry.probability, isSerious(entry)),
                !triage.mustShow.contains(ids[entry.index])
            else { continue }
            let shown = band == .fitsBest && isDoubtful ? Differential.Band.possible : band
            result.append(.init(cause: ids[entry.index], probability: entry.probability, band: shown))
        }
        return result
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
        guard let (first, second) = Self.bestTwo(shares) else { return false }
        if Math.rounded(shares[first]) < 0.3 { return true }
        guard shares[first] - shares[second] < 0.06, let track = tracks[benignIds[first]] else { return false }
        return track == tracks[benignIds[second]]
    }

    /// Positions of the two largest shares; of equal ones the earlier.
    private static func bestTwo(_ shares: [Double]) -> (Int, Int)? {
        guard shares.count > 1 else { return nil }
        var (first, second) = shares[1] > shares[0] ? (1, 0) : (0, 1)
        for index in shares.indices.dropFirst(2) {
            if shares[index] > shares[first] {
                (first, second) = (index, first)
            } else if shares[index] > shares[second] {
                second = index
            }
        }
        return (first, second)
    }
}
