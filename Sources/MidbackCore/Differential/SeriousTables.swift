/// Builds the evidence tables of the first stage: ln(P(answer | class) / P0(answer)) for every answer a class lists.
struct SeriousTables {
    private(set) var younger: [Double] = []
    private(set) var older: [Double] = []
    private(set) var caps: [Double]
    private let findings: FindingTable
    private let baseline: [String: SeriousModel.Baseline]
    private var groupOfMember: [String: Int] = [:]
    private let defaultCap: Double

    init(_ model: SeriousModel, _ findings: FindingTable) {
        self.findings = findings
        baseline = Dictionary(model.baseline.map { ($0.atom, $0) }, uniquingKeysWith: { first, _ in first })
        caps = model.groups.map(\.cap)
        // Findings outside the groups stand alone, with the ordinary cap.
        defaultCap = Math.ln(300)
        for (index, group) in model.groups.enumerated() {
            for member in group.members { groupOfMember[member] = index }
        }
    }

    /// Entries of one class, sorted by group; entries of one group keep their order.
    mutating func entries(of serious: SeriousModel.Class) throws(ExpressionError) -> [SeriousInference.Entry] {
        var entries: [SeriousInference.Entry] = []
        var singles: [Int: [(value: String, p: Double)]] = [:]
        var singleOrder: [Int] = []
        for likelihood in serious.likelihoods {
            let atom = try Self.atom(likelihood.atom)
            guard let index = findings.indexById[atom.id] else { throw .unknownId(atom.id) }
            if findings.layouts[index].kind == .single, case .equals(let value) = atom.test {
                if singles[index] == nil { singleOrder.append(index) }
                singles[index, default: []].append((value, likelihood.p))
            } else {
                entries.append(try yesNo(atom, index, likelihood))
            }
        }
        for index in singleOrder { entries.append(try single(index, singles[index] ?? [])) }
        return Self.sortedByGroup(entries)
    }

    private static func atom(_ source: String) throws(ExpressionError) -> Expression.Atom {
        guard case .atom(let atom) = try ExpressionParser.parse(source) else {
            throw .expected("one atom", column: 1)
        }
        return atom
    }

    private static func sortedByGroup(_ entries: [SeriousInference.Entry]) -> [SeriousInference.Entry] {
        entries.enumerated().sorted { ($0.element.group, $0.offset) < ($1.element.group, $1.offset) }.map(\.element)
    }

    private mutating func yesNo(
        _ atom: Expression.Atom, _ index: Int, _ likelihood: SeriousModel.Likelihood
    ) throws(ExpressionError) -> SeriousInference.Entry {
        let resolved = try findings.resolve(atom)
        if case .compares(let comparison, _) = atom.test, comparison != .atLeast { throw .wrongTest(id: atom.id) }
        let start = younger.count
        let p0 = baseline[likelihood.atom]
        for isOlder in [false, true] {
            let base = Self.probability(p0, isOlder)
            append([Math.ln(likelihood.p / base), Math.ln((1 - likelihood.p) / (1 - base))], isOlder)
        }
        return .init(
            reading: .truth(resolved.read), table: start, group: group(of: atom), finding: index,
            value: Self.value(atom))
    }

    private mutating func single(
        _ index: Int, _ listed: [(value: String, p: Double)]
    ) throws(ExpressionError) -> SeriousInference.Entry {
        let layout = findings.layouts[index]
        for (value, _) in listed where !layout.values.contains(value) {
            throw .unknownValue(id: layout.id, value: value)
        }
        let start = younger.count
        for isOlder in [false, true] {
            append(layout.values.map { evidence(of: $0, listed, layout.id, isOlder) }, isOlder)
        }
        let atom = Expression.Atom(id: layout.id, test: .holds)
        return .init(reading: .single(layout.base), table: start, group: group(of: atom), finding: index, value: nil)
    }

    /// A listed value has its own probability; all others share what is left, in class and baseline.
    private func evidence(
        of value: String, _ listed: [(value: String, p: Double)], _ id: String, _ isOlder: Bool
    ) -> Double {
        if let own = listed.first(where: { $0.value == value }) {
            return Math.ln(own.p / Self.probability(baseline["\(id)=\(value)"], isOlder))
        }
        let rest = 1 - listed.reduce(0) { $0 + $1.p }
        let baseRest = 1 - listed.reduce(0) { $0 + Self.probability(baseline["\(id)=\($1.value)"], isOlder) }
        return Math.ln(max(0.02, rest) / max(0.02, baseRest))
    }

    private static func probability(_ entry: SeriousModel.Baseline?, _ isOlder: Bool) -> Double {
        guard let entry else { return 0.02 }
        return isOlder ? entry.older ?? entry.p : entry.p
    }

    private mutating func append(_ values: [Double], _ isOlder: Bool) {
        if isOlder { older += values } else { younger += values }
    }

    private static func value(_ atom: Expression.Atom) -> String? {
        switch atom.test {
        case .contains(let value), .equals(let value): value
        default: nil
        }
    }

    private mutating func group(of atom: Expression.Atom) -> Int {
        let keys = Self.value(atom).map { ["\(atom.id):\($0)", atom.id] } ?? [atom.id]
        for key in keys { if let group = groupOfMember[key] { return group } }
        caps.append(defaultCap)
        groupOfMember[keys[0]] = caps.count - 1
        return caps.count - 1
    }
}
