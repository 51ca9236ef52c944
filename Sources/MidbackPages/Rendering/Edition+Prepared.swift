import MidbackCore

extension Edition {
    /// The five levels with one of them marked.
    func ladder(_ level: Disposition) -> HTML { ladders[level] ?? .empty }

    static func ladders(_ templates: TemplateSet, _ facts: Facts, _ words: Words) throws(PagesError)
        -> [Disposition: HTML]
    {
        var ladders: [Disposition: HTML] = [:]
        for level in Disposition.allCases {
            let rungs = Disposition.allCases.map { rung in
                Facts.row([
                    "number": rung.rawValue, "isHere": rung == level,
                    "label": words.plain("disposition.\(rung.id).short"),
                ])
            }
            ladders[level] = try templates.stencil("result.ladder", facts.adding(["rungs": rungs])).fill()
        }
        return ladders
    }

    /// Whether an expression over answers reads an item that is private.
    func readsPrivateItem(_ expression: String) -> Bool {
        guard let parsed = try? ExpressionParser.parse(expression) else { return true }
        var isPrivate = false
        parsed.forEachAtom { atom, _ in isPrivate = isPrivate || quotes.isSensitive(atom.id) }
        return isPrivate
    }
}
