/// The second stage: the split among benign causes.
///
/// logp = ln(prior) + temper × group weight × (half for a "no") × ln P(answer | cause), summed over known answers.
/// - Source: `musculoskeletal-causes.md` section 4.
struct BenignInference: Sendable {
    /// What was answered: for each feature the index of its value, `noValue` for a no, `skipped` when not known.
    struct Features: Sendable {
        static let skipped = -1
        static let noValue = -2
        var values: [Int]
        /// Entries of `told-diagnosis` that are known.
        var told: [String]
        var person: BenignPriors.Person
    }

    let model: BenignModel
    let classIds: [String]
    private let program: Program
    /// How one feature is read, as plain numbers.
    private struct Reading: Sendable {
        /// Its values, in `conditions`.
        var values: Range<Int>
        /// Its first row of evidence: one row per value, then one for "no".
        var firstRow: Int
        var skipWhen: Program.Reference
        var isBool: Bool
    }
    private let readings: [Reading]
    private let conditions: [Program.Reference]
    /// Weighted evidence by row, then class.
    private let evidence: [Double]
    private let priors: BenignPriors
    private let standalonePriors: BenignPriors
    private let pregnancy: Program.Reference
    private let told: [(entry: String, read: Program.Read)]
    private let ageIndex: Int
    private let sexIndex: Int
    private let sexMasks: (female: UInt64, male: UInt64)

    init(_ model: BenignModel, findings: FindingTable) throws(EngineError) {
        self.model = model
        classIds = model.classes.map(\.id)
        var program = Program()
        var conditions: [Program.Reference] = []
        var readings: [Reading] = []
        for feature in model.features {
            do {
                let first = conditions.count
                for value in feature.values { conditions.append(try Self.compile(value.when, findings, &program)) }
                readings.append(
                    Reading(
                        values: first..<conditions.count, firstRow: first + readings.count,
                        skipWhen: try Self.compile(feature.skipWhen, findings, &program), isBool: feature.isBool))
            } catch {
                throw EngineError(place: "feature \(feature.id)", problem: error)
            }
        }
        // Being pregnant or having given birth within a year opens the pregnancy cause (rename table of survey.md 4).
        pregnancy =
            (try? Self.compile(
                "pregnancy-status in {under-20w, 20w-plus, birth-last-6w, birth-6w-12m}", findings, &program)) ?? .none
        self.program = program
        self.conditions = conditions
        self.readings = readings
        evidence = model.features.flatMap { Self.evidence($0, model).flatMap { $0 } }
        priors = BenignPriors(model, standalone: false)
        standalonePriors = BenignPriors(model, standalone: true)
        told = model.classes.compactMap { benign in
            guard let entry = benign.toldDiagnosis,
                let resolved = try? findings.resolve(.init(id: "told-diagnosis", test: .contains(entry)))
            else { return nil }
            return (entry, resolved.read)
        }
        ageIndex = findings.numberIndex("age-years")
        (sexIndex, sexMasks) = findings.sexMasks()
    }

    private static func compile(
        _ source: String?, _ findings: FindingTable, _ program: inout Program
    ) throws(ExpressionError) -> Program.Reference {
        guard let source else { return .none }
        return try program.add(ExpressionParser.parse(source)) { (atom) throws(ExpressionError) in
            try findings.resolve(atom)
        }
    }

    /// Weighted evidence of each value (and of "no") for each class.
    private static func evidence(_ feature: BenignModel.Feature, _ model: BenignModel) -> [[Double]] {
        let weight = model.temper * (model.groupWeights[feature.group] ?? 1)
        func clamp(_ p: Double) -> Double { min(max(p, model.clampLow), model.clampHigh) }
        var rows = feature.values.map { value in
            model.classes.map { benign in
                weight * Math.ln(clamp(benign.likelihoods[feature.id]?[value.id] ?? value.otherwise))
            }
        }
        rows.append(
            model.classes.map { benign in
                guard feature.isBool, let yes = feature.values.first else { return 0 }
                let p = benign.likelihoods[feature.id]?[yes.id] ?? yes.otherwise
                return weight * model.noFactor * Math.ln(clamp(1 - p))
            })
        return rows
    }

    /// What the findings say about each feature.
    func features(_ table: LaneTable) -> Features {
        program.withMachine(table) { machine in
            var values = Array(repeating: Features.skipped, count: readings.count)
            for index in readings.indices { values[index] = value(readings[index], machine) }
            let person = BenignPriors.Person(
                age: Int(ageIndex >= 0 ? table.numbers[ageIndex] : LaneTable.noNumber), isFemale: isFemale(table),
                isPregnant: !pregnancy.isNone && machine.evaluate(pregnancy).rule == .yes)
            return Features(values: values, told: told(table), person: person)
        }
    }

    private func told(_ table: LaneTable) -> [String] {
        var result: [String] = []
        for index in told.indices where Program.evidence(of: told[index].read, table) == .yes {
            result.append(told[index].entry)
        }
        return result
    }

    private func isFemale(_ table: LaneTable) -> Bool? {
        switch sexIndex >= 0 ? table.rulePossible[sexIndex] : 0 {
        case sexMasks.female: true
        case sexMasks.male: false
        default: nil
        }
    }

    private func value(_ reading: Reading, _ machine: borrowing Machine) -> Int {
        if !reading.skipWhen.isNone, machine.evaluate(reading.skipWhen).rule == .yes { return Features.skipped }
        if reading.isBool {
            switch machine.evaluate(conditions[reading.values.lowerBound]).evidence {
            case .yes: return 0
            case .no: return Features.noValue
            case .unknown: return Features.skipped
            }
        }
        for index in reading.values where machine.evaluate(conditions[index]).evidence == .yes {
            return index - reading.values.lowerBound
        }
        return Features.skipped
    }

    /// Shares of the benign causes, summing to 1.
    /// - Parameter standalone: true keeps the two causes that the first stage owns.
    func infer(_ features: Features, standalone: Bool = false) -> [Double] {
        var scores = (standalone ? standalonePriors : priors).scores(features.person, features.values)
        evidence.withUnsafeBufferPointer { evidence in
            for index in readings.indices where features.values[index] != Features.skipped {
                let start = start(of: features.values[index], readings[index])
                for position in scores.indices { scores[position] += evidence[start + position] }
            }
        }
        for entry in features.told { add(entry, to: &scores) }
        return Math.softmax(scores)
    }

    /// Where the evidence of a value begins.
    private func start(of value: Int, _ reading: Reading) -> Int {
        (reading.firstRow + (value == Features.noValue ? reading.values.count : value)) * classIds.count
    }

    private func add(_ told: String, to scores: inout [Double]) {
        for position in scores.indices {
            let matches = model.classes[position].toldDiagnosis == told
            scores[position] += model.temper * Math.ln(matches ? model.toldMatch : model.toldOther)
        }
    }

    /// Contribution of each known feature to one class, against the mean of the others; for explanations.
    func contributions(of position: Int, _ features: Features) -> [(feature: Int, value: Int, weight: Double)] {
        features.values.enumerated().compactMap { index, value in
            guard value != Features.skipped else { return nil }
            let start = start(of: value, readings[index])
            let row = Array(evidence[start..<start + classIds.count])
            let others = row.enumerated().filter { $0.offset != position }.map(\.element)
            let mean = others.reduce(0, +) / Double(max(1, others.count))
            return (index, value, row[position] - mean)
        }
    }

    /// Features for a standalone run on answers given by id, as the acceptance cases of the second stage need.
    func features(
        yes: Set<String>, choices: [String: String], told: [String], age: Int, isFemale: Bool?, isPregnant: Bool
    ) -> Features {
        let values = model.features.map { feature -> Int in
            if feature.isBool { return yes.contains(feature.id) ? 0 : Features.noValue }
            guard let choice = choices[feature.id] else { return Features.skipped }
            return feature.values.firstIndex { $0.id == choice } ?? Features.skipped
        }
        let person = BenignPriors.Person(age: age, isFemale: isFemale, isPregnant: isPregnant)
        return Features(values: values, told: told, person: person)
    }
}
