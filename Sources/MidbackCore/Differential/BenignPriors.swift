/// Prior shares of the benign causes before any answer but age, sex and pregnancy, worked out once.
struct BenignPriors: Sendable {
    /// What the priors depend on.
    struct Person: Sendable {
        var age: Int
        /// Nil for other or not said: the mean of both weights.
        var isFemale: Bool?
        var isPregnant: Bool
    }

    /// A prior changes by this factor while a feature has a value.
    private struct Gate: Sendable {
        var position: Int
        var feature: Int
        var value: Int
        var factor: Double
    }

    private static let bands = 5
    /// Shares by row, then class; a row is one kind of person.
    private let shares: [[Double]]
    private let logs: [[Double]]
    private let gates: [Gate]

    /// - Parameter standalone: true keeps the two causes that the first stage owns.
    init(_ model: BenignModel, standalone: Bool) {
        shares = (0..<Self.bands * 6).map { Self.shares(model, row: $0, standalone) }
        logs = shares.map { $0.map { $0 > 0 ? Math.ln($0) : -.infinity } }
        gates = model.classes.enumerated().flatMap { position, benign in
            benign.priorGates.compactMap { Self.gate($0, position, model) }
        }
    }

    private static func gate(_ gate: BenignModel.PriorGate, _ position: Int, _ model: BenignModel) -> Gate? {
        guard let feature = model.features.firstIndex(where: { $0.id == gate.feature }),
            let value = model.features[feature].values.firstIndex(where: { $0.id == gate.value })
        else { return nil }
        return Gate(position: position, feature: feature, value: value, factor: gate.factor)
    }

    private static func shares(_ model: BenignModel, row: Int, _ standalone: Bool) -> [Double] {
        let sex: Bool? = [true, false, nil][row / 2 % 3]
        let weights = model.classes.map { benign -> Double in
            if benign.onlyStandalone && !standalone { return 0 }
            if let percent = benign.pregnancyPercent { return row % 2 == 1 ? percent : 0 }
            return weight(benign, column: row / 6 * 2, sex)
        }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    private static func weight(_ benign: BenignModel.Class, column: Int, _ isFemale: Bool?) -> Double {
        guard column + 1 < benign.priorPercent.count else { return 0 }
        switch isFemale {
        case true?: return benign.priorPercent[column]
        case false?: return benign.priorPercent[column + 1]
        case nil: return (benign.priorPercent[column] + benign.priorPercent[column + 1]) / 2
        }
    }

    /// ln of the prior of every class; `values` are the known features.
    func scores(_ person: Person, _ values: [Int]) -> [Double] {
        let sex = person.isFemale.map { $0 ? 0 : 1 } ?? 2
        let row = (Self.band(person.age) * 3 + sex) * 2 + (person.isPregnant ? 1 : 0)
        var scores = logs[row]
        var changed = -1
        var prior = 0.0
        for gate in gates where values[gate.feature] == gate.value {
            if gate.position != changed { (changed, prior) = (gate.position, shares[row][gate.position]) }
            prior *= gate.factor
            scores[changed] = prior > 0 ? Math.ln(prior) : -.infinity
        }
        return scores
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
}
