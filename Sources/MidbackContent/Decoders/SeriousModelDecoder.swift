import MidbackCore

/// Reads the `model:` of a serious cause.
enum SeriousClassDecoder {
    static func decode(_ reader: NodeReader, _ id: String, at cause: NodeReader) -> SeriousModel.Class {
        cause.context.define(EntityID(.seriousClass, id), at: reader.node)
        return SeriousModel.Class(
            id: id, priorPercent: reader.numbers("priorPercent", count: 5), female: reader.number("female"),
            male: reader.number("male"), gatedPrior: reader.optionalMap("gatedPrior", gatedPrior),
            likelihoods: reader.list("likelihoods", isRequired: true) { likelihood($0, of: id) })
    }

    private static func gatedPrior(_ reader: NodeReader) -> SeriousModel.GatedPrior {
        SeriousModel.GatedPrior(
            when: reader.expression("when", over: .findings), percent: reader.number("percent"))
    }

    private static func likelihood(_ reader: NodeReader, of cause: String) -> SeriousModel.Likelihood {
        let atom = reader.expression("atom", over: .findings)
        reader.context.define(EntityID(.likelihood, cause, atom), at: reader.place(of: "atom"))
        return SeriousModel.Likelihood(
            atom: atom, p: reader.probability("p"),
            sources: reader.references("sources", to: .source, isRequired: false), note: reader.optionalString("note"))
    }
}

/// Reads `causes/baseline.yaml`.
enum BaselineDecoder {
    static func decode(_ reader: NodeReader, into model: inout SeriousModel) {
        model.baseline = reader.list("baseline", isRequired: true, baseline)
        model.groups = reader.list("groups", isRequired: true, group)
        model.damping = reader.numbers("damping")
        model.negativeCap = reader.number("negativeCap")
    }

    private static func baseline(_ reader: NodeReader) -> SeriousModel.Baseline {
        let atom = reader.expression("atom", over: .findings)
        reader.context.define(EntityID(.baseline, atom), at: reader.place(of: "atom"))
        return SeriousModel.Baseline(
            atom: atom, p: reader.probability("p"), older: reader.optionalProbability("older"))
    }

    private static func group(_ reader: NodeReader) -> SeriousModel.Group {
        let id = reader.id(of: .evidenceGroup)
        let members = reader.words("members", isRequired: true)
        for member in members { reader.context.locate(EntityID(.groupMember, id, member.text), at: member.node) }
        return SeriousModel.Group(id: id, members: members.map(\.text), cap: reader.number("cap"))
    }
}
