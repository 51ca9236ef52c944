import MidbackCore

/// Reads the options of an item and adds the rows that files do not list: `none`, `not-sure`, and yes / no / not-sure.
struct OptionDecoder {
    let common: CommonWords

    /// All options in the order they are shown: listed ones, `rather-not-say`, `none`, `not-sure`.
    func decode(_ reader: NodeReader, _ item: Item) -> [Option] {
        let listed = reader.list("options") { option($0, item.linkId) }
        let all = Self.declineLast(listed) + implicitRows(reader, item)
        for row in implicitRows(reader, item) { define(row, item, reader) }
        return all
    }

    /// Whether a list has the row `not-sure` and so a clarifying list.
    func offersNotSure(_ reader: NodeReader, _ item: Item) -> Bool {
        let asked = reader.flag("notSure")
        if asked, !item.kind.allowsSeveral {
            reader.reportType("notSure", "left out: only lists have it", at: reader.place(of: "notSure"))
        }
        return asked && item.kind.allowsSeveral
    }

    private func option(_ reader: NodeReader, _ linkId: String) -> Option {
        Option(
            code: reader.partId("code", of: .option, in: linkId), text: reader.text("text"),
            again: reader.optionalText("again"), isExclusive: reader.flag("isExclusive"))
    }

    private static func declineLast(_ options: [Option]) -> [Option] {
        options.filter { $0.code != Option.declineCode } + options.filter { $0.code == Option.declineCode }
    }

    private func implicitRows(_ reader: NodeReader, _ item: Item) -> [Option] {
        if item.kind == .boolean3 {
            return [
                Option(code: "yes", text: common.yes), Option(code: "no", text: common.no),
                Option(code: Option.notSureCode, text: common.notSure),
            ]
        }
        guard item.kind.allowsSeveral else { return [] }
        let none = noneText(reader).map { Option(code: Option.noneCode, text: $0, isExclusive: true) }
        let notSure = reader.flag("notSure") ? Option(code: Option.notSureCode, text: common.notSure) : nil
        return [none, notSure].compactMap { $0 }
    }

    /// `none: false` leaves the row out, `none: {en, es}` words it, otherwise the common words are used.
    private func noneText(_ reader: NodeReader) -> LocalizedText? {
        switch reader.optional("none")?.writtenFlag {
        case false?: nil
        case true?: common.none
        case nil: reader.has("none") ? reader.optionalText("none") : common.none
        }
    }

    private func define(_ row: Option, _ item: Item, _ reader: NodeReader) {
        reader.context.define(EntityID(.option, item.linkId, row.code), at: reader.place(of: "linkId"))
    }
}

extension Option {
    static let noneCode = "none"
    static let notSureCode = "not-sure"
    static let declineCode = "rather-not-say"
}
