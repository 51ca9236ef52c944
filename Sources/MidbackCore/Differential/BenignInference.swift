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
        var age: Int
        /// Nil for other or not said: the mean of both weights.
        var isFemale: Bool?
        var isPregnant: Bool
    }

    let model: BenignModel
    let classIds: [String]
    private let program: Program
    private let conditions: [[Program.Reference]]
    private let skipConditions: [Program.Reference]
    private let isBool: [Bool]
    /// Evidence by feature, then value (the last row is "no"), then class.
    private let evidence: [[[Double]]]
    private let featureIndex: [String: Int]
    private let pregnancy: Program.Reference
    private let told: [(entry: String, read: Program.Read)]
    private let ageIndex: Int
    private let sexIndex: Int
    private let sexMasks: (female: UInt64, male: UInt64)

    init(_ model: BenignModel, findings: FindingTable) throws(EngineError) {
        self.model = model
        classIds = model.classes.map(\.id)
        var program = Program()
        var conditions: [[Program.Reference]] = []
        var skips: [Program.Reference] = []
        for feature in model.features {
            do {
                var references: [Program.Reference] = []
                for value in feature.values { references.append(try Self.compile(value.when, findings, &program)) }
                conditions.append(references)
                skips.append(try Self.compile(feature.skipWhen, findings, &program))
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
        isBool = model.features.map(\.isBool)
        skipConditions = skips
        evidence = model.features.map { Self.evidence($0, model) }
        featureIndex = Dictionary(
            model.features.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
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
            var values = Array(repeating: Features.skipped, count: conditions.count)
            for index in conditions.indices { values[index] = value(index, machine) }
            return Features(
                values: values, told: told.filter { Program.evidence(of: $0.read, table) == .yes }.map(\.entry),
                age: Int(ageIndex >= 0 ? table.numbers[ageIndex] : LaneTable.noNumber), isFemale: isFemale(table),
                isPregnant: !pregnancy.isNone && machine.evaluate(pregnancy).rule == .yes)
        }
    }

    private func isFemale(_ table: LaneTable) -> Bool? {
        switch sexIndex >= 0 ? table.rulePossible[sexIndex] : 0 {
        case sexMasks.female: true
        case sexMasks.male: false
        default: nil
        }
    }

    private func value(_ index: Int, _ machine: borrowing Machine) -> Int {
        let skip = skipConditions[index]
        if !skip.isNone, machine.evaluate(skip).rule == .yes { return Features.skipped }
        if isBool[index] {
            switch machine.evaluate(conditions[index][0]).evidence {
            case .yes: return 0
            case .no: return Features.noValue
            case .unknown: return Features.skipped
            }
        }
        for offset in conditions[index].indices where machine.evaluate(conditions[index][offset]).evidence == .yes {
            return offset
        }
        return Features.skipped
    }

    /// Shares of the benign causes, summing to 1.
    /// - Parameter standalone: true keeps the two causes that the first stage owns.
    func infer(_ features: Features, standalone: Bool = false) -> [Double] {
        var scores = priors(features, standalone).map { $0 > 0 ? Math.ln($0) : -.infinity }
        for (index, value) in features.values.enumerated() where value != Features.skipped {
            let row = value == Features.noValue ? evidence[index][evidence[index].count - 1] : evidence[index][value]
            for position in scores.indices { scores[position] += row[position] }
        }
        for entry in features.told { add(entry, to: &scores) }
        return Math.softmax(scores)
    }

    private func add(_ told: String, to scores: inout [Double]) {
        for position in scores.indices {
            let matches = model.classes[position].toldDiagnosis == told
            scores[position] += model.temper * Math.ln(matches ? model.toldMatch : model.toldOther)
        }
    }

    private func priors(_ features: Features, _ standalone: Bool) -> [Double] {
        let weights = model.classes.map { weight($0, features, standalone) }
        let sum = weights.reduce(0, +)
        return model.classes.indices.map { position in
            model.classes[position].priorGates.reduce(weights[position] / sum) { prior, gate in
                holds(gate, features) ? prior * gate.factor : prior
            }
        }
    }

    private func weight(_ benign: BenignModel.Class, _ features: Features, _ standalone: Bool) -> Double {
        if benign.onlyStandalone && !standalone { return 0 }
        if let pregnancyPercent = benign.pregnancyPercent { return features.isPregnant ? pregnancyPercent : 0 }
        let band = Self.band(features.age) * 2
        guard band + 1 < benign.priorPercent.count else { return 0 }
        switch features.isFemale {
        case true?: return benign.priorPercent[band]
        case false?: return benign.priorPercent[band + 1]
        case nil: return (benign.priorPercent[band] + benign.priorPercent[band + 1]) / 2
        }
    }

    private func holds(_ gate: BenignModel.PriorGate, _ features: Features) -> Bool {
        guard let index = featureIndex[gate.feature], features.values[index] >= 0 else { return false }
        return model.features[index].values[features.values[index]].id == gate.value
    }

    /// Index of the age band 18-34, 35-49, 50-64, 65-79, 80+. A missing age reads as the youngest band.
    static func band(_ age: Int) -> Int {
        switch age {
        case ..<35: 0
        case ..<50: 1
        case ..<65: 2
        case ..<80: 3
        default: 4
        }
    }

    /// Contribution of each known feature to one class, against the mean of the others; for explanations.
    func contributions(of position: Int, _ features: Features) -> [(feature: Int, value: Int, weight: Double)] {
        features.values.enumerated().compactMap { index, value in
            guard value != Features.skipped else { return nil }
            let row = value == Features.noValue ? evidence[index][evidence[index].count - 1] : evidence[index][value]
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
        return Features(values: values, told: told, age: age, isFemale: isFemale, isPregnant: isPregnant)
    }
}
