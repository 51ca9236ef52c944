import MidbackCore

/// Makes the clarifying list that opens under a list answered "not sure": the same rows in simpler words.
/// Declining and exclusive rows are no symptoms that one could be unsure about, so they are left out.
struct UnsureList {
    let common: CommonWords

    func item(for list: Item) -> Item {
        Item(
            linkId: "\(list.linkId)-unsure", kind: .multiChoice, requirement: .yes, isGate: list.isGate,
            isSensitive: list.isSensitive, enableWhen: "\(list.linkId)=\(Option.notSureCode)",
            text: common.unsureTitle, options: rows(of: list) + [none], unsureOf: list.linkId, section: list.section)
    }

    private var none: Option { Option(code: Option.noneCode, text: common.unsureNone, isExclusive: true) }

    private func rows(of list: Item) -> [Option] {
        list.options.filter(Self.canBeUnsure).map { Option(code: $0.code, text: $0.again ?? $0.text) }
    }

    /// Whether a row of a list appears in its clarifying list.
    static func canBeUnsure(_ option: Option) -> Bool {
        !option.isExclusive && option.code != Option.declineCode && option.code != Option.notSureCode
    }
}
