import MidbackCore

/// Reads `findings.yaml`.
enum FindingsDecoder {
    static func decode(_ reader: NodeReader) -> [FindingDefinition] {
        reader.list("findings", isRequired: true, finding)
    }

    private static func finding(_ reader: NodeReader) -> FindingDefinition {
        let id = reader.id(of: .finding)
        let kind: FindingDefinition.Kind = reader.word("kind", or: .bool)
        let values = reader.list("values") { value($0, of: id) }
        return FindingDefinition(
            id: id, kind: kind, values: values, otherwise: otherwise(reader, id, values),
            item: reader.optionalReference("item", to: .item),
            fallbackItem: reader.optionalReference("fallbackItem", to: .item),
            unknownWhen: reader.optionalExpression("unknownWhen", over: .answers),
            isOptional: reader.flag("isOptional"), unsureIsUnknownForRules: reader.flag("unsureIsUnknownForRules"))
    }

    private static func value(_ reader: NodeReader, of finding: String) -> FindingDefinition.Value {
        FindingDefinition.Value(
            id: reader.partId("id", of: .findingValue, in: finding), when: reader.expression("when", over: .answers),
            silentWhen: reader.optionalExpression("silentWhen", over: .answers),
            unknownWhen: reader.optionalExpression("unknownWhen", over: .answers))
    }

    /// The default may also be one of the listed values; only a new one is a definition.
    private static func otherwise(
        _ reader: NodeReader, _ finding: String, _ values: [FindingDefinition.Value]
    ) -> String? {
        guard let id = reader.optionalString("otherwise") else { return nil }
        if !values.contains(where: { $0.id == id }) {
            reader.context.define(EntityID(.findingValue, finding, id), at: reader.place(of: "otherwise"))
        }
        return id
    }
}
