/// The files of a content folder and what each holds. Every file must have its place here: a file that nobody reads is
/// a fault, because its author believes it counts.
enum ContentLayout {
    /// What a file holds.
    enum Role: CaseIterable, Hashable {
        case manifest, words, questionnaire, findings, macros, rules, floors, conflicts, backstops
        case baseline, features, serious, rulesOnly, benign
        case sources, safetyNets, contacts, vignetteFacts, diagnoses, findingsCases, benignCases
        /// Files that are content but no part of a `ContentPack`; only their wording is checked here.
        case outside
    }

    /// Files with a fixed name.
    static let fixed: [String: Role] = [
        "pack.yaml": .manifest, "findings.yaml": .findings, "redflags/macros.yaml": .macros,
        "redflags/floors.yaml": .floors, "redflags/conflicts.yaml": .conflicts, "redflags/backstop.yaml": .backstops,
        "causes/baseline.yaml": .baseline, "causes/benign-features.yaml": .features, "sources.yaml": .sources,
        "safety-nets.yaml": .safetyNets, "contacts.yaml": .contacts, "vignettes/adapter.yaml": .vignetteFacts,
        "vignettes/diagnoses.yaml": .diagnoses, "cases/findings.yaml": .findingsCases,
        "cases/benign.yaml": .benignCases, "words/common.yaml": .words,
    ]

    /// Folders in which every file has the same role.
    private static let folders: [String: Role] = [
        "words": .words, "questionnaire": .questionnaire, "redflags": .rules, "causes/serious": .serious,
        "causes/rules-only": .rulesOnly, "causes/benign": .benign, "exercises": .outside, "plans": .outside,
        "plans/cases": .outside,
    ]

    /// The role of a file, or `nil` when it has none.
    static func role(of path: String) -> Role? {
        if let role = fixed[path] { return role }
        guard let slash = path.lastIndex(of: "/") else { return nil }
        return folders[String(path[..<slash])]
    }

    /// Files with a fixed name that are not among `paths`.
    static func missing(from paths: some Sequence<String>) -> [String] {
        Set(fixed.keys).subtracting(paths).sorted()
    }
}
