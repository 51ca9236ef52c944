import MidbackCore

/// A country without a number that some text needs, or with one that no placeholder names.
struct ContactsValidator: Validator {
    static let id = "contacts"
    static let needsEveryFile = true

    func check(_ draft: DraftPack) -> [Diagnostic] {
        let used = Self.used(draft)
        let none = draft.pack.contacts.isEmpty ? [fault("no country has contacts", at: .contacts)] : []
        return none + draft.pack.contacts.flatMap { country($0, used, draft) }
    }

    private func country(_ contacts: CountryContacts, _ used: Set<String>, _ draft: DraftPack) -> [Diagnostic] {
        let place = draft.sources.location(of: .country, contacts.country)
        let given = Set(contacts.numbers.filter { !$0.value.isBlank }.keys)
        return used.subtracting(given).sorted().map {
            fault("'\(contacts.country)' has no number for '{\($0)}', which texts use", at: place)
        }
            + Set(contacts.numbers.keys).subtracting(Placeholder.contacts).sorted().map {
                fault("'\(contacts.country)' has a number for '\($0)', which is no placeholder", at: place)
            }
    }

    private static func used(_ draft: DraftPack) -> Set<String> {
        var used: Set<String> = []
        for site in draft.index.texts {
            for language in Language.allCases { used.formUnion(Placeholder.names(in: site.text[language])) }
        }
        return used.intersection(Placeholder.contacts)
    }
}

extension SourceLocation {
    fileprivate static let contacts = SourceLocation(file: "contacts.yaml", line: 1)
}
