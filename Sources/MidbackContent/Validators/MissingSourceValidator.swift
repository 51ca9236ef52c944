import MidbackCore

/// A rule, cause or likelihood without a source; where there is no study the source is `expert-estimate`.
struct MissingSourceValidator: Validator {
    static let id = "missing-source"

    func check(_ draft: DraftPack) -> [Diagnostic] {
        rules(draft) + causes(draft) + likelihoods(draft)
    }

    private func rules(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.rules.filter(\.sources.isEmpty).map {
            fault(
                "rule '\($0.id)' names no source (or expert-estimate)",
                at: draft.sources.location(of: .rule, $0.id, "sources", in: .rule))
        }
    }

    private func causes(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.causes.filter(\.sources.isEmpty).map {
            fault(
                "cause '\($0.id)' names no source (or expert-estimate)", at: draft.sources.location(of: .cause, $0.id))
        }
    }

    private func likelihoods(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.seriousModel.classes.flatMap { model in
            model.likelihoods.filter(\.sources.isEmpty).map {
                fault(
                    "likelihood '\($0.atom)' names no source (or expert-estimate)",
                    at: draft.sources.location(of: .likelihood, model.id, $0.atom, in: .cause))
            }
        }
    }
}
