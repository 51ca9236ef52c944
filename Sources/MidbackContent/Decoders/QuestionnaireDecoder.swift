import MidbackCore

/// Reads a file of `questionnaire/`: one step with its items.
struct QuestionnaireDecoder {
    /// Words of the rows that files do not list.
    let common: CommonWords

    func decode(_ reader: NodeReader) -> SurveyStep {
        let id = reader.id(of: .step)
        reader.locate(["number"], of: .step, id)
        return SurveyStep(
            number: reader.integer("number"), id: id, title: reader.text("title"),
            intro: reader.optionalText("intro"), items: reader.list("items", isRequired: true, items).flatMap { $0 })
    }

    /// An item, followed by its `…-unsure` list if it has one.
    private func items(_ reader: NodeReader) -> [Item] {
        let options = OptionDecoder(common: common)
        let linkId = reader.id("linkId", of: .item)
        reader.locate(["enableWhen", "options"], of: .item, linkId)
        var item = item(linkId, reader)
        item.options = options.decode(reader, item)
        guard options.offersNotSure(reader, item) else { return [item] }
        let unsure = UnsureList(common: common).item(for: item)
        define(unsure, reader)
        return [item, unsure]
    }

    private func item(_ linkId: String, _ reader: NodeReader) -> Item {
        Item(
            linkId: linkId, kind: reader.word("kind", or: .choice), requirement: reader.word("requirement", or: .no),
            isGate: reader.flag("isGate"), isSensitive: reader.flag("isSensitive"),
            enableWhen: reader.optionalExpression("enableWhen", over: .answers), text: reader.text("text"),
            why: reader.optionalText("why"), min: reader.optionalInteger("min"), max: reader.optionalInteger("max"),
            lowLabel: reader.optionalText("lowLabel"), highLabel: reader.optionalText("highLabel"),
            maxLength: reader.optionalInteger("maxLength"), maxCount: reader.optionalInteger("maxCount"),
            section: section(reader), isVerbatim: reader.flag("isVerbatim"))
    }

    private func section(_ reader: NodeReader) -> String? {
        let section = reader.optionalString("section")
        if let section, !["more", "measures"].contains(section) {
            reader.reportType("section", "'more' or 'measures'", at: reader.place(of: "section"))
        }
        return section
    }

    /// The generated list counts as defined where its list is, so that a clash with a written item shows.
    private func define(_ unsure: Item, _ reader: NodeReader) {
        let place = reader.place(of: "linkId")
        reader.context.define(EntityID(.item, unsure.linkId), at: place)
        for option in unsure.options { reader.context.locate(EntityID(.option, unsure.linkId, option.code), at: place) }
    }
}
