import MidbackCore

/// Reads the `model:` of a benign cause.
enum BenignClassDecoder {
    static func decode(_ reader: NodeReader, _ id: String, at cause: NodeReader) -> BenignModel.Class {
        cause.context.define(EntityID(.benignClass, id), at: reader.node)
        return BenignModel.Class(
            id: id, priorPercent: reader.numbers("priorPercent", count: 10),
            pregnancyPercent: reader.optionalNumber("pregnancyPercent"),
            likelihoods: reader.dictionary("likelihoods", isRequired: true) { likelihoods($0, $1, of: id) },
            toldDiagnosis: toldDiagnosis(reader), onlyStandalone: reader.flag("onlyStandalone"),
            priorGates: reader.list("priorGates", priorGate), track: reader.optionalString("track"))
    }

    /// `feature: {value: p}`; every value and feature must exist.
    private static func likelihoods(_ reader: NodeReader, _ feature: String, of cause: String) -> [String: Double] {
        let place = reader.place(of: feature)
        reader.context.refer(to: EntityID(.feature, feature), at: place)
        reader.context.locate(EntityID(.likelihood, cause, feature), at: place)
        return reader.dictionary(feature) { values, value in
            values.context.refer(to: EntityID(.featureValue, feature, value), at: values.place(of: value))
            return values.probability(value)
        }
    }

    /// A value of the finding that holds what a clinician told the person before.
    private static func toldDiagnosis(_ reader: NodeReader) -> String? {
        guard let value = reader.optionalString("toldDiagnosis") else { return nil }
        let id = EntityID(.findingValue, "told-diagnosis", value)
        reader.context.refer(to: id, at: reader.place(of: "toldDiagnosis"))
        return value
    }

    private static func priorGate(_ reader: NodeReader) -> BenignModel.PriorGate {
        let feature = reader.reference("feature", to: .feature)
        let value = reader.string("value")
        reader.context.refer(to: EntityID(.featureValue, feature, value), at: reader.place(of: "value"))
        return BenignModel.PriorGate(feature: feature, value: value, factor: reader.number("factor"))
    }
}

/// Reads `causes/benign-features.yaml`.
enum FeaturesDecoder {
    static func decode(_ reader: NodeReader, into model: inout BenignModel) {
        model.features = reader.list("features", isRequired: true, feature)
        model.groupWeights = reader.dictionary("groupWeights", isRequired: true) { weights, group in
            weights.context.define(EntityID(.featureGroup, group), at: weights.place(of: group))
            return weights.number(group)
        }
        model.temper = reader.number("temper")
        model.noFactor = reader.number("noFactor")
        model.clampLow = reader.probability("clampLow")
        model.clampHigh = reader.probability("clampHigh")
        model.toldMatch = reader.probability("toldMatch")
        model.toldOther = reader.probability("toldOther")
    }

    private static func feature(_ reader: NodeReader) -> BenignModel.Feature {
        let id = reader.id(of: .feature)
        let values = reader.list("values", isRequired: true) { value($0, of: id) }
        return BenignModel.Feature(
            id: id, group: reader.reference("group", to: .featureGroup),
            isBool: reader.optionalFlag("isBool") ?? (values.map(\.id) == ["yes"]), values: values,
            skipWhen: reader.optionalExpression("skipWhen", over: .findings))
    }

    private static func value(_ reader: NodeReader, of feature: String) -> BenignModel.Feature.Value {
        BenignModel.Feature.Value(
            id: reader.partId("id", of: .featureValue, in: feature), when: reader.expression("when", over: .findings),
            otherwise: reader.probability("otherwise"))
    }
}
