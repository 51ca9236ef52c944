import MidbackCore

/// A rule of the two least urgent levels that names cancer, dissection or abscess: such words frighten more than they
/// help where the advice is to book a visit.
struct FrighteningWordValidator: Validator {
    static let id = "frightening-word"
    private static let stems: [Language: [String]] = [
        .en: ["cancer", "tumor", "tumour", "malignan", "metasta", "leukemia", "lymphoma", "dissection", "abscess"],
        .es: ["cáncer", "cancer", "tumor", "malign", "metást", "leucemia", "linfoma", "disección", "absceso"],
    ]

    func check(_ draft: DraftPack) -> [Diagnostic] {
        draft.pack.rules.filter { $0.level >= .routine2Weeks }.flatMap { rule in
            [("trigger", rule.trigger), ("why", rule.why)].flatMap { key, text in
                Language.allCases.compactMap { language in
                    Self.word(in: text[language], language).map {
                        fault(
                            "rule '\(rule.id)' at level \(rule.level.id) says '\($0)' (\(language.rawValue))",
                            at: draft.sources.location(of: .rule, rule.id, key, in: .rule))
                    }
                }
            }
        }
    }

    private static func word(in text: String, _ language: Language) -> String? {
        text.lowercased().split { !$0.isLetter }.map(String.init).first { word in
            (stems[language] ?? []).contains { word.hasPrefix($0) }
        }
    }
}
