import MidbackCore

/// Reads `vignettes/`: how facts of a test case become answers, and which names mean the same.
enum VignetteDecoder {
    /// Reads `vignettes/adapter.yaml`.
    static func facts(_ reader: NodeReader, into adapter: inout VignetteAdapter) {
        adapter.facts = reader.dictionary("facts", isRequired: true) { facts, key in
            facts.dictionary(key) { steps($0, $1) }
        }
        adapter.narrativeOnly = reader.dictionary("narrativeOnly") { $0.strings($1) }
    }

    /// Reads `vignettes/diagnoses.yaml`.
    static func diagnoses(_ reader: NodeReader, into adapter: inout VignetteAdapter) {
        adapter.diagnoses = reader.dictionary("diagnoses", isRequired: true) { diagnoses, cause in
            diagnoses.context.refer(to: EntityID(.cause, cause), at: diagnoses.place(of: cause))
            return diagnoses.references(cause, to: .diagnosis)
        }
        adapter.diagnosisClasses = reader.dictionary("diagnosisClasses", isRequired: true) { classes, id in
            classes.context.define(EntityID(.diagnosis, id), at: classes.place(of: id))
            return classes.string(id)
        }
    }

    /// A step is `linkId=code`, or a note without `=` that is code.
    private static func steps(_ reader: NodeReader, _ token: String) -> [String] {
        reader.words(token).map { step in
            if let answer = AnswerStep(step.text) {
                reader.context.refer(to: EntityID(.item, answer.linkId), at: step.node)
                answer.code.map { reader.context.refer(to: EntityID(.option, answer.linkId, $0), at: step.node) }
            }
            return step.text
        }
    }
}

/// An answer that a vignette fact stands for.
struct AnswerStep {
    var linkId: String
    /// The option, or `nil` when the step gives a number.
    var code: String?

    /// `nil` when the step is not an answer.
    init?(_ step: String) {
        let parts = step.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        linkId = String(parts[0])
        code = String(parts[1])
    }
}
