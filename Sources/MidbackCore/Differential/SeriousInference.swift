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

    /// An entry as plain numbers. Its evidence lies at `table` plus the row that its reading has in this response.
    private struct FlatEntry: Sendable {
        var reading: Int32
        var table: Int32
        var group: Int32
    }

    /// What entries read, as plain numbers. Several classes list the same answer; it is read once.
    private struct FlatReading: Hashable, Sendable {
        enum Kind: UInt8, Sendable { case slot, inSet, number, single }
        var kind: Kind
        var index: Int32
        /// Mask of an `inSet`, least number of a `number`.
        var operand: UInt64 = 0
    }

    let classIds: [String]
    let entries: [[Entry]]
    private let readings: [FlatReading]
    private let flat: [FlatEntry]
    /// First entry of each class in `flat`, and the end.
    private let starts: [Int]
    private let model: SeriousModel
    private let younger: [Double]
    private let older: [Double]
    private let caps: [Double]
    /// ln of the prior by age band, then sex (female, male, other), then class; `musculoskeletal` last.
    private let logPriors: [[[Double]]]
    private let gates: [Program.Reference]
    private let program: Program
    private let ageIndex: Int
    private let sexIndex: Int
    private let sexMasks: (female: UInt64, male: UInt64)

    init(_ model: SeriousModel, findings: FindingTable) throws(EngineError) {
        var builder = SeriousTables(model, findings)
        var entries: [[Entry]] = []
        var gates: [Program.Reference] = []
        var program = Program(for: .rules)
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
        (readings, flat) = Self.flatten(entries)
        starts = entries.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        logPriors = (0..<5).map { band in
            [\SeriousModel.Class.female, \.male, nil].map { Self.logPriors(model, band, $0) }
        }
        ageIndex = findings.numberIndex("age-years")
        (sexIndex, sexMasks) = findings.sexMasks()
    }

    private static func flatten(_ entries: [[Entry]]) -> ([FlatReading], [FlatEntry]) {
        var readings: [FlatReading] = []
        var positions: [FlatReading: Int32] = [:]
        let flat = entries.flatMap { $0 }.map { entry -> FlatEntry in
            let reading = Self.flat(entry.reading)
            let position = positions[reading] ?? Int32(readings.count)
            if positions.updateValue(position, forKey: reading) == nil { readings.append(reading) }
            return FlatEntry(reading: position, table: Int32(entry.table), group: Int32(entry.group))
        }
        return (readings, flat)
    }

    private static func flat(_ reading: Entry.Reading) -> FlatReading {
        switch reading {
        case .single(let index): .init(kind: .single, index: Int32(index))
        case .truth(.slot(let index)): .init(kind: .slot, index: Int32(index))
        case .truth(.inSet(let index, let mask)): .init(kind: .inSet, index: Int32(index), operand: mask)
        case .truth(.compare(let index, _, let least)):
            // The content compares numbers with "at least" only; `SeriousTables` refuses the rest.
            .init(kind: .number, index: Int32(index), operand: UInt64(max(0, least)))
        case .truth: .init(kind: .single, index: 0)
        }
    }

    private static func gate(
        _ serious: SeriousModel.Class, _ findings: FindingTable, _ program: inout Program
    ) throws(ExpressionError) -> Program.Reference {
        guard let gate = serious.gatedPrior else { return .none }
        return try program.add(ExpressionParser.parse(gate.when)) { (atom) throws(ExpressionError) in
            try findings.resolve(atom)
        }
    }

    /// ln of the priors of one band with one sex factor (`nil`: the mean of both). Gated classes are left out of the sum
    /// here and added when their gate holds.
    private static func logPriors(
        _ model: SeriousModel, _ band: Int, _ factor: KeyPath<SeriousModel.Class, Double>?
    ) -> [Double] {
        let priors = model.classes.map { serious -> Double in
            guard serious.gatedPrior == nil else { return 0 }
            let weight = factor.map { serious[keyPath: $0] } ?? (serious.female + serious.male) / 2
            return serious.priorPercent[band] / 100 * weight
        }
        return priors.map { $0 > 0 ? Math.ln($0) : -.infinity } + [priors.reduce(0, +)]
    }

    /// Posteriors, each rounded to 1e-9.
    func infer(_ table: LaneTable) -> Result {
        let age = Int(ageIndex >= 0 ? table.numbers[ageIndex] : LaneTable.noNumber)
        var scores = logPriors[Self.band(age)][sex(table)]
        let last = scores.count - 1
        var sum = scores[last]
        program.withMachine(table) { machine in
            for (index, gate) in gates.enumerated() where !gate.isNone && machine.evaluate(gate).rule == .yes {
                let prior = (model.classes[index].gatedPrior?.percent ?? 0) / 100
                scores[index] = Math.ln(prior)
                sum += prior
            }
        }
        scores[last] = Math.ln(max(1e-12, 1 - sum))
        addEvidence(table, age >= 65 ? older : younger, &scores)
        let posteriors = Math.softmax(scores)
        return Result(posteriors: posteriors.map(Math.rounded), musculoskeletal: posteriors[last])
    }

    private func sex(_ table: LaneTable) -> Int {
        switch sexIndex >= 0 ? table.rulePossible[sexIndex] : 0 {
        case sexMasks.female: 0
        case sexMasks.male: 1
        default: 2
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

    /// Adds the damped, capped evidence of every class that has a prior.
    private func addEvidence(_ table: LaneTable, _ evidence: [Double], _ scores: inout [Double]) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: readings.count) { rows in
            table.withPointers { view in
                for index in readings.indices { rows[index] = Self.row(readings[index], view) }
            }
            add(UnsafeBufferPointer(rows), evidence, &scores)
        }
    }

    private func add(_ rows: UnsafeBufferPointer<Int32>, _ evidence: [Double], _ scores: inout [Double]) {
        flat.withUnsafeBufferPointer { flat in
            evidence.withUnsafeBufferPointer { evidence in
                withUnsafeTemporaryAllocation(of: Double.self, capacity: 64) { buffer in
                    var scratch = GroupScratch(buffer)
                    for index in 0..<starts.count - 1 where scores[index] > -.infinity {
                        let entries = UnsafeBufferPointer(rebasing: flat[starts[index]..<starts[index + 1]])
                        scores[index] += sum(entries, rows, evidence, &scratch)
                    }
                }
            }
        }
    }

    /// Damped and capped evidence of one class. Entries lie sorted by group.
    private func sum(
        _ entries: UnsafeBufferPointer<FlatEntry>, _ rows: UnsafeBufferPointer<Int32>,
        _ evidence: UnsafeBufferPointer<Double>, _ scratch: inout GroupScratch
    ) -> Double {
        var total = 0.0
        var group: Int32 = -1
        for entry in entries {
            let row = rows[Int(entry.reading)]
            guard row >= 0 else { continue }
            let value = evidence[Int(entry.table + row)]
            guard value != 0 else { continue }
            if entry.group != group {
                if group >= 0 { total += drain(&scratch, Int(group)) }
                group = entry.group
            }
            scratch.add(value)
        }
        return group >= 0 ? total + drain(&scratch, Int(group)) : total
    }

    private func drain(_ scratch: inout GroupScratch, _ group: Int) -> Double {
        scratch.drain(model.damping, cap: caps[group], floor: model.negativeCap)
    }

    /// Which row of an entry's evidence an answer has: yes 0, no 1, a single value its place; -1 when it is not known.
    private static func row(_ reading: FlatReading, _ view: LaneTable.View) -> Int32 {
        let index = Int(reading.index)
        switch reading.kind {
        case .slot: return row(Lane(bits: view.slots[index]))
        case .inSet: return row(LaneTable.membership(0, view.evidencePossible[index], reading.operand))
        case .number:
            let number = view.numbers[index]
            guard number != LaneTable.noNumber else { return -1 }
            return number >= Int32(reading.operand) ? 0 : 1
        case .single:
            let possible = view.evidencePossible[index]
            return possible.nonzeroBitCount == 1 ? Int32(possible.trailingZeroBitCount) : -1
        }
    }

    private static func row(_ lane: Lane) -> Int32 {
        switch lane.evidence {
        case .yes: 0
        case .no: 1
        case .unknown: -1
        }
    }

    /// Evidence per entry of one class, for explanations.
    func details(of classIndex: Int, _ table: LaneTable) -> [(entry: Entry, evidence: Double)] {
        let age = ageIndex >= 0 ? table.numbers[ageIndex] : LaneTable.noNumber
        let tables = age >= 65 ? older : younger
        return table.withPointers { view in
            entries[classIndex].map { entry in
                let row = Self.row(Self.flat(entry.reading), view)
                return (entry, row < 0 ? 0 : tables[entry.table + Int(row)])
            }
        }
    }

    /// Damped sum of one group, as `infer` computes it.
    func groupSum(_ values: [Double], group: Int) -> Double {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 64) { buffer in
            var scratch = GroupScratch(buffer)
            for value in values where value != 0 { scratch.add(value) }
            return drain(&scratch, group)
        }
    }
}

/// Collects the evidences of one group, largest first, and gives their damped, capped sum. A group has far fewer members
/// than the buffer has places.
struct GroupScratch {
    private let values: UnsafeMutableBufferPointer<Double>
    private var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<Double>) { values = buffer }

    /// Keeps the values sorted by size.
    mutating func add(_ value: Double) {
        var position = count
        while position > 0, abs(values[position - 1]) < abs(value) {
            values[position] = values[position - 1]
            position -= 1
        }
        values[position] = value
        count += 1
    }

    /// The sum with each value damped by its rank; empties the scratch.
    mutating func drain(_ damping: [Double], cap: Double, floor: Double) -> Double {
        guard count > 0 else { return 0 }
        var sum = 0.0
        for rank in 0..<count { sum += values[rank] * damping[min(rank, damping.count - 1)] }
        count = 0
        return min(max(sum, floor), cap)
    }
}
