import MidbackCore

/// Reads a file of `causes/`: a cause and its part in a model. A benign file that holds only `id` and `model` belongs
/// to a cause that is described among the serious ones.
enum CauseDecoder {
    static func serious(_ reader: NodeReader) -> (cause: Cause, model: SeriousModel.Class?) {
        let cause = cause(reader, .serious)
        return (cause, reader.map("model") { SeriousClassDecoder.decode($0, cause.id, at: reader) })
    }

    static func rulesOnly(_ reader: NodeReader) -> Cause { cause(reader, .rulesOnly) }

    static func benign(_ reader: NodeReader) -> (cause: Cause?, model: BenignModel.Class?) {
        let isModelOnly = Set(reader.names).isSubset(of: ["id", "model"])
        let cause = isModelOnly ? nil : cause(reader, .benign)
        let id = cause?.id ?? reader.reference("id", to: .cause)
        return (cause, reader.map("model") { BenignClassDecoder.decode($0, id, at: reader) })
    }

    private static func cause(_ reader: NodeReader, _ kind: Cause.Kind) -> Cause {
        let written: Cause.Kind = reader.word("kind", or: kind)
        if written != kind {
            reader.reportType("kind", "'\(kind.rawValue)' in this folder", at: reader.place(of: "kind"))
        }
        return described(reader, kind)
    }

    private static func described(_ reader: NodeReader, _ kind: Cause.Kind) -> Cause {
        Cause(
            id: reader.id(of: .cause), kind: kind, name: reader.text("name"), icd10: reader.strings("icd10"),
            snomed: reader.optionalString("snomed"), usualLevel: reader.level("usualLevel"),
            isFrightening: reader.flag("isFrightening"), summary: reader.text("summary"),
            typical: reader.text("typical"), course: reader.text("course"), helps: reader.text("helps"),
            seeSomeone: reader.text("seeSomeone"),
            sources: reader.references("sources", to: .source, isRequired: false))
    }
}
