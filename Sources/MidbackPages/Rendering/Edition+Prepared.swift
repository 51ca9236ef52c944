import MidbackCore

extension Edition {
    /// The five levels with one of them marked.
    func ladder(_ level: Disposition) -> HTML {
        stencil("result.ladder", key: "ladder-\(level.id)") {
            let rungs = Disposition.allCases.map { rung in
                Facts.row([
                    "number": rung.rawValue, "isHere": rung == level,
                    "label": words.plain("disposition.\(rung.id).short"),
                ])
            }
            return ["rungs": rungs]
        }.fill()
    }

    /// Whether an expression over answers reads an item that is private.
    func readsPrivateItem(_ expression: String) -> Bool {
        guard let parsed = try? ExpressionParser.parse(expression) else { return true }
        var isPrivate = false
        parsed.forEachAtom { atom, _ in isPrivate = isPrivate || quotes.isSensitive(atom.id) }
        return isPrivate
    }
}
