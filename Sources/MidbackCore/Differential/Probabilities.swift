/// Probability by cause. Two arrays instead of a dictionary, so that all results of an engine share one list of ids;
/// written and read as an object of numbers by id.
public struct Probabilities: Hashable, Sendable {
    /// Cause ids, in alphabetical order.
    public let ids: [String]
    /// Probability of each id, 0 to 1.
    public let values: [Double]

    /// Takes ids that are in order already; both lists have the same length.
    init(sortedIds: [String], values: [Double]) {
        ids = sortedIds
        self.values = values
    }

    /// Makes a table of numbers by id.
    public init(byId: [String: Double]) {
        let entries = byId.sorted { $0.key < $1.key }
        self.init(sortedIds: entries.map(\.key), values: entries.map(\.value))
    }

    /// Nothing known.
    public static let none = Probabilities(byId: [:])

    /// Probability of one cause, nil when it is not in the table.
    public subscript(_ id: String) -> Double? { ids.firstIndex(of: id).map { values[$0] } }

    /// With one more cause, which is not in the table yet.
    public func adding(_ id: String, _ value: Double) -> Probabilities {
        let place = ids.firstIndex { $0 > id } ?? ids.count
        var (ids, values) = (ids, values)
        ids.insert(id, at: place)
        values.insert(value, at: place)
        return Probabilities(sortedIds: ids, values: values)
    }

    /// Without causes of probability 0.
    var positive: Probabilities {
        guard values.contains(where: { $0 <= 0 }) else { return self }
        let kept = values.indices.filter { values[$0] > 0 }
        return Probabilities(sortedIds: kept.map { ids[$0] }, values: kept.map { values[$0] })
    }
}

extension Probabilities: Codable {
    /// Reads an object of numbers by id.
    public init(from decoder: any Decoder) throws { self.init(byId: try [String: Double](from: decoder)) }

    /// Writes an object of numbers by id.
    public func encode(to encoder: any Encoder) throws {
        let byId = Dictionary(zip(ids, values), uniquingKeysWith: { first, _ in first })
        try byId.encode(to: encoder)
    }
}
