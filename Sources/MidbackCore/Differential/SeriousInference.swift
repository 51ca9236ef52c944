/// The first stage: which serious class, or none, explains the answers.
///
/// Score of a class = ln(prior) + sum over evidence groups; within a group the evidences, sorted by size, are damped
/// because they are not independent, and the sum is capped.
/// - Source: `serious-causes.md` section 2.
struct SeriousInference: Sendable {
    /// Posterior of every class, `musculoskeletal` last.
    struct Result: Sendable {
        /// Rounded to 1e-9.
        var posteriors: [Double]
        /// Of `musculoskeletal`, not rounded: the second stage splits it.
        var musculoskeletal: Double
    }

    /// One finding that a class lists, with the evidence of each of its answers.
    struct Entry: Sendable {
        enum Reading: Sendable {
            /// Yes or no: what it reads; evidence at `table` (yes) and `table + 1` (no).
            case truth(Program.Read)
            /// One of several: index into the possible masks; evidence at `table + value`.
            case single(Int)
        }

        var reading: Reading
        /// First evidence of the entry in the evidence tables.
        var table: Int
        /// Evidence group, dense per model.
        var group: Int
        /// Finding index, for explanations.
        var finding: Int
        /// The value asked about, for yes/no entries of a finding with several values.
        var value: String?
    }

    let classIds: [String]
    let entries: [[Entry]]
    private let model: SeriousModel
    private let younger: [Double]
    private let older: [Double]
    private let caps: [Double]
    private let gates: [Program.Reference?]
    private let program: Program
    private let ageIndex: Int
    private let sexIndex: Int
    private let sexMasks: (female: UInt64, male: UInt64)

    init(_ model: SeriousModel, findings: FindingTable) throws(EngineError) {
        var builder = SeriousTables(model, findings)
        var entries: [[Entry]] = []
        var gates: [Program.Reference?] = []
        var program = Program()
        for serious in model.classes {
            do {
                entries.append(try builder.entries(of: serious))
                gates.append(try Self.gate(serious, findings, &program))
            } catch {
                throw EngineError(place: "cause \(serious.id)", problem: error)
            }
        }
        self.model = model
        self.entries = entries
        self.gates = gates
        self.program = program
        classIds = model.classes.map(\.id)
        younger = builder.younger
        older = builder.older
        caps = builder.caps
        ageIndex = findings.numberIndex("age-years")
        (sexIndex, sexMasks) = findings.sexMasks()
    }

    private static func gate(
        _ serious: SeriousModel.Class, _ findings: FindingTable, _ program: inout Program
    ) throws(ExpressionError) -> Program.Reference? {
        guard let gate = serious.gatedPrior else { return nil }
        return try program.add(ExpressionParser.parse(gate.when)) { (atom) throws(ExpressionError) in
            try findings.resolve(atom)
        }
    }

    /// Posteriors, each rounded to 1e-9.
    func infer(_ table: LaneTable) -> Result {
        let age = Int(ageIndex >= 0 ? table.numbers[ageIndex] : LaneTable.noNumber)
        let evidence = age >= 65 ? older : younger
        let priors = priors(age, table)
        var scores: [Double] = []
        scores.reserveCapacity(priors.count + 1)
        var scratch = GroupScratch()
        for index in entries.indices {
            guard priors[index] > 0 else {
                scores.append(-.infinity)
                continue
            }
            scores.append(Math.ln(priors[index]) + sum(entries[index], table, evidence, &scratch))
        }
        scores.append(Math.ln(max(1e-12, 1 - priors.reduce(0, +))))
        let posteriors = Math.softmax(scores)
        return Result(
            posteriors: posteriors.map(Math.rounded), musculoskeletal: posteriors[posteriors.count - 1])
    }

    /// Prior shares (0 to 1) for the person's age band and sex.
    private func priors(_ age: Int, _ table: LaneTable) -> [Double] {
        let band = Self.band(age)
        var stack = Array(repeating: UInt8(0), count: program.depth)
        return model.classes.indices.map { index in
            let serious = model.classes[index]
            if let gate = gates[index], let gated = serious.gatedPrior {
                return program.evaluate(gate, table, &stack).rule == .yes ? gated.percent / 100 : 0
            }
            return serious.priorPercent[band] / 100 * factor(serious, table)
        }
    }

    /// Index of the age band 18-34, 35-49, 50-64, 65-74, 75+. A missing age reads as the youngest band.
    static func band(_ age: Int) -> Int {
        switch age {
        case ..<35: 0
        case ..<50: 1
        case ..<65: 2
        case ..<75: 3
        default: 4
        }
    }

    private func factor(_ serious: SeriousModel.Class, _ table: LaneTable) -> Double {
        switch sexIndex >= 0 ? table.rulePossible[sexIndex] : 0 {
        case sexMasks.female: serious.female
        case sexMasks.male: serious.male
        default: (serious.female + serious.male) / 2
        }
    }

    /// Damped and capped evidence of one class. Entries lie sorted by group.
    private func sum(
        _ entries: [Entry], _ table: LaneTable, _ evidence: [Double], _ scratch: inout GroupScratch
    ) -> Double {
        var total = 0.0
        var group = -1
        for entry in entries {
            if entry.group != group {
                total += scratch.drain(model.damping, cap: group >= 0 ? caps[group] : 0, floor: model.negativeCap)
                group = entry.group
            }
            let value = self.evidence(entry, table, evidence)
            if value != 0 { scratch.add(value) }
        }
        return total + scratch.drain(model.damping, cap: group >= 0 ? caps[group] : 0, floor: model.negativeCap)
    }

    /// Evidence of one entry, 0 when it is not known.
    private func evidence(_ entry: Entry, _ table: LaneTable, _ evidence: [Double]) -> Double {
        switch entry.reading {
        case .truth(let read):
            switch Program.evidence(of: read, table) {
            case .yes: return evidence[entry.table]
            case .no: return evidence[entry.table + 1]
            case .unknown: return 0
            }
        case .single(let index):
            let possible = table.evidencePossible[index]
            guard possible.nonzeroBitCount == 1 else { return 0 }
            return evidence[entry.table + possible.trailingZeroBitCount]
        }
    }

    /// Evidence per entry of one class with the group totals, for explanations.
    func details(of classIndex: Int, _ table: LaneTable) -> [(entry: Entry, evidence: Double)] {
        let age = ageIndex >= 0 ? table.numbers[ageIndex] : LaneTable.noNumber
        let tables = age >= 65 ? older : younger
        return entries[classIndex].map { ($0, evidence($0, table, tables)) }
    }

    /// Damped sum of one group, as `infer` computes it.
    func groupSum(_ values: [Double], group: Int) -> Double {
        var scratch = GroupScratch()
        for value in values where value != 0 { scratch.add(value) }
        return scratch.drain(model.damping, cap: caps[group], floor: model.negativeCap)
    }
}

/// Collects the evidences of one group and gives their damped, capped sum.
struct GroupScratch {
    private var values: [Double] = []

    init() { values.reserveCapacity(16) }

    /// Keeps the values sorted by size, largest first.
    mutating func add(_ value: Double) {
        var position = values.count
        values.append(value)
        while position > 0, abs(values[position - 1]) < abs(value) {
            values[position] = values[position - 1]
            position -= 1
        }
        values[position] = value
    }

    /// The sum with each value damped by its rank; empties the scratch.
    mutating func drain(_ damping: [Double], cap: Double, floor: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        var sum = 0.0
        for (rank, value) in values.enumerated() { sum += value * damping[min(rank, damping.count - 1)] }
        values.removeAll(keepingCapacity: true)
        return min(max(sum, floor), cap)
    }
}
