import MidbackCore

/// Reads what stands beside the rules: citations, safety nets and telephone numbers.
enum KnowledgeDecoder {
    /// Reads `sources.yaml`.
    static func sources(_ reader: NodeReader) -> [Citation] {
        reader.list("sources", isRequired: true) {
            Citation(
                id: $0.id(of: .source), text: $0.string("text"), url: $0.optionalString("url"),
                status: $0.word("status", or: .estimate), note: $0.optionalString("note"))
        }
    }

    /// Reads `safety-nets.yaml`.
    static func safetyNets(_ reader: NodeReader) -> [SafetyNet] {
        reader.list("safetyNets", isRequired: true) { net in
            let level = net.level("level")
            net.context.define(EntityID(.safetyNet, level.id), at: net.place(of: "level"))
            return SafetyNet(
                level: level, action: net.text("action"), detail: net.text("detail"), meanwhile: net.texts("meanwhile"),
                watchFor: net.texts("watchFor"), ifWorse: net.text("ifWorse"), expect: net.text("expect"))
        }
    }

    /// Reads `contacts.yaml`, the only file in which telephone numbers may stand.
    static func contacts(_ reader: NodeReader) -> [CountryContacts] {
        reader.list("contacts", isRequired: true) { country in
            CountryContacts(
                country: country.id("country", of: .country), name: country.text("name", role: .contact),
                numbers: country.dictionary("numbers", isRequired: true) { $0.string($1) },
                note: country.string("note"))
        }
    }
}
