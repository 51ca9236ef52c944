import MidbackCore

/// Reads `cases/`: whole patients.
struct CasesDecoder {
    let given: GivenDecoder

    /// Reads `cases/findings.yaml`.
    func findings(_ reader: NodeReader) -> [FindingsCase] {
        reader.list("cases", isRequired: true) {
            FindingsCase(
                id: $0.id(of: .wholeCase), title: $0.string("title"), given: given.decode("given", $0),
                level: $0.level("level"), mustFire: $0.optionalReference("mustFire", to: .rule))
        }
    }

    /// Reads `cases/benign.yaml`; its ids are apart from those of the other file.
    func benign(_ reader: NodeReader) -> [BenignCase] {
        reader.list("cases", isRequired: true) {
            BenignCase(
                id: $0.partId("id", of: .wholeCase, in: "benign"), title: $0.string("title"),
                ageBand: $0.string("ageBand"), sex: $0.string("sex"), pregnancy: $0.optionalString("pregnancy"),
                told: $0.strings("told"), yes: $0.references("yes", to: .feature, isRequired: false),
                choices: $0.dictionary("choices", choice), top: $0.list("top", isRequired: true, share))
        }
    }

    private func choice(_ reader: NodeReader, _ feature: String) -> String {
        let value = reader.string(feature)
        reader.context.refer(to: EntityID(.featureValue, feature, value), at: reader.place(of: feature))
        return value
    }

    private func share(_ reader: NodeReader) -> BenignCase.Share {
        BenignCase.Share(cause: reader.reference("cause", to: .benignClass), share: reader.probability("share"))
    }
}
