/// The style of drawings inside pages: the same colours as custom properties, with dark pages, print and forced colours.
///
/// A page serves it as an external file, or as part of its own style.
public enum FigureStyle {
    /// The style sheet.
    public static let sheet: String = [
        "/* Colours of the exercise figures. Made by MidbackFigures; change Paint.swift, not this text. */",
        ":root {\n\(properties(\.light))}",
        "@media (prefers-color-scheme: dark) {\n:root {\n\(properties(\.dark))}\n}",
        rules,
        moving,
        print,
        forced,
        "",
    ].joined(separator: "\n")

    private static func properties(_ color: (Paint) -> String) -> String {
        Paint.allCases.map { "  --\($0.rawValue): \(color($0));\n" }.joined()
    }

    private static let lines: Set<Paint> = [.edge, .floor, .band]

    private static let rules = Paint.allCases.map { paint in
        let name = paint.rawValue
        if paint == .mark { return ".\(name) { stop-color: var(--\(name)); }" }
        if lines.contains(paint) { return ".\(name) { stroke: var(--\(name)); }" }
        return ".\(name) { fill: var(--\(name)); }\n.\(name)[stroke] { stroke: var(--\(name)); }"
    }.joined(separator: "\n")

    /// Whoever asks for less motion gets the still drawing that stands beside the moving one.
    private static let moving = """
        .fig { display: block; inline-size: 100%; block-size: auto; }
        .fig-pair .fig-still { display: none; }
        @media (prefers-reduced-motion: reduce) {
          .fig-pair .fig-moving { display: none; }
          .fig-pair .fig-still { display: block; }
        }
        """

    private static let print = """
        @media print {
          :root {
        \(properties(\.light))  }
          .fig { break-inside: avoid; print-color-adjust: exact; }
          .fig-pair .fig-moving { display: none; }
          .fig-pair .fig-still { display: block; }
        }
        """

    /// In forced colours the figure is a plain shape with clear edges.
    private static let forced = """
        @media (forced-colors: active) {
          .fig { forced-color-adjust: none; }
          :root {
        \(forcedProperties)  }
        }
        """

    private static let forcedProperties = Paint.allCases.map { paint in
        "  --\(paint.rawValue): \(systemColor(paint));\n"
    }.joined()

    private static func systemColor(_ paint: Paint) -> String {
        switch paint {
        case .edge, .floor, .wood, .woodDark, .metal: "CanvasText"
        case .mark, .band, .rubber, .rubberDark: "Highlight"
        case .shadow, .mat, .wall, .cloth: "GrayText"
        case .skin, .skinFar, .hair, .top, .topFar, .trousers, .trousersFar, .shoe, .shoeFar: "Canvas"
        }
    }
}
