/// A template after everything that does not depend on the request is filled in: text with named holes.
/// Mustache runs once per language at start; a request only joins strings, which costs microseconds.
struct Stencil: Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case hole(String)
    }

    var pieces: [Piece]

    // Private-use characters: no content has them, and no escaping touches them.
    private static let open = "\u{E000}"
    private static let close = "\u{E001}"

    /// What a template prints for a name that only a request knows.
    static func mark(_ name: String) -> String { open + name + close }

    /// Cuts rendered text at its marks.
    init(_ rendered: String) {
        var pieces: [Piece] = []
        Brackets(Self.open, Self.close).parts(
            rendered, plain: { pieces.append(.text($0)) }, inner: { pieces.append(.hole($0)) })
        self.pieces = pieces
    }

    var holes: Set<String> {
        Set(pieces.compactMap { if case .hole(let name) = $0 { name } else { nil } })
    }

    /// The text with every hole filled. A hole nobody fills, or a value nobody asked for, is a programmer's mistake.
    func fill(_ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
        assert(Set(values.map(\.key)) == holes, "given \(values.map(\.key).sorted()), asked \(holes.sorted())")
        var markup = ""
        for piece in pieces {
            switch piece {
            case .text(let text): markup += text
            case .hole(let name): markup += values.first { $0.key == name }?.value.markup ?? ""
            }
        }
        return HTML(markup: markup)
    }
}

extension Stencil {
    /// The text with its marks, to become part of another stencil.
    var marked: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .hole(let name): Self.mark(name)
            }
        }.joined()
    }
}
